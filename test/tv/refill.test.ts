import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type RefillDeps, refill } from '../../src/tv/offline/refill';

const revisionOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A set whose storage lacks some files, and a server that has others than the list says. */
function set({ saved = {}, server = {} }: Record<string, Record<string, string>>) {
  const files = ['app.js', 'settings.json'].map((url) => ({ url, revision: revisionOf(url) }));
  const kept = new Map(Object.entries(saved));
  const edited: Record<string, string> = {};
  const asked: string[] = [];
  const deps: RefillDeps = {
    files,
    saved: {
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      put: async (key: string, response: Response) => void kept.set(key, await response.text()),
    } as unknown as Cache,
    saveEdited: async (url, response) => {
      edited[url] = await response.text();
    },
    isEditable: (url) => url.endsWith('.json'),
    keyOf: (url) => `${url}?kept`,
    fetch: async (url) => {
      asked.push(url);
      const text = { 'app.js': 'app.js', 'settings.json': 'settings.json', ...server }[url];
      return text ? new Response(text) : new Response(null, { status: 404 });
    },
  };
  return { asked, deps, edited, kept };
}

it('fetches what is lost, and nothing else', async () => {
  const one = set({ saved: { 'app.js?kept': 'app.js' } });
  await refill(one.deps);
  expect(one.asked).toEqual(['settings.json']);
  expect(Object.fromEntries(one.kept)).toEqual({
    'app.js?kept': 'app.js',
    'settings.json?kept': 'settings.json',
  });
});

it('saves no file of another version', async () => {
  const one = set({ server: { 'app.js': 'newer' } });
  await refill(one.deps);
  expect([...one.kept.keys()]).toEqual(['settings.json?kept']);
});

it('saves a file that a centre edited as such', async () => {
  const one = set({ server: { 'settings.json': 'edited' } });
  await refill(one.deps);
  expect([...one.kept.keys()]).toEqual(['app.js?kept']);
  expect(one.edited).toEqual({ 'settings.json': 'edited' });
});

it('passes over a file that is gone', async () => {
  const one = set({ server: { 'app.js': '' } });
  await refill(one.deps);
  expect([...one.kept.keys()]).toEqual(['settings.json?kept']);
});
