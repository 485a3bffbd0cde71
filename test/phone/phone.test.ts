/** The phone page without a phone: its views over the real files, in a stand-in document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Files as the built folder has them; undefined where there is none. */
const fileOf = (path: string): string | undefined => {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
};

/** Opens the page anew. @param missing files that can't be had */
async function open(hash = '', language = 'nl-BE', missing: string[] = []) {
  vi.resetModules();
  document.body.innerHTML = '<p id="waiting"></p><p id="failed" hidden></p>';
  window.history.replaceState(null, '', `/phone/${hash}`);
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (path: string) => {
    const text = missing.includes(path) ? undefined : fileOf(path);
    return { ok: text !== undefined, status: 404, text: async () => text };
  });
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language]);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await import('../../src/phone/index');
  await vi.waitFor(() => {
    const isThere = document.querySelector('main') || !document.getElementById('failed')?.hidden;
    if (!isThere) throw new Error('still loading');
  });
}

const text = () => (document.body.textContent ?? '').replace(/\u00a0/g, ' ');
const named = (name: string) =>
  document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
const labelled = (label: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label));
const names = () => [...document.querySelectorAll('ol b')].map((one) => one.textContent);

beforeEach(() => {
  vi.restoreAllMocks();
});

describe('the list', () => {
  it('shows every exercise of every category', async () => {
    await open();
    expect(document.querySelectorAll('.open')).toHaveLength(23);
    expect([...document.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
      'Mijn routine',
      'Houding',
      'Kracht',
      'Mobiliteit',
    ]);
    expect(text()).toContain('2 × 15, 3 tellen aanhouden');
    expect(text()).toContain('Nog leeg');
  });

  it('speaks the reader’s language, exercises and all', async () => {
    await open('', 'fr-BE');
    expect(document.documentElement.lang).toBe('fr');
    expect(text()).toContain('Mon programme');
    await open('', 'de');
    expect(text()).toContain('Meine Routine');
    await open('', 'ja');
    expect(document.documentElement.lang).toBe('nl');
  });

  it('keeps a catalogue’s own words where its translation can’t be had', async () => {
    await open('', 'fr', ['static/catalogue/thuisoefeningen-rug.fr.json']);
    expect(document.querySelectorAll('.open')).toHaveLength(23);
    expect(text()).toContain('Mon programme');
  });

  it('says so when nothing could be loaded', async () => {
    await open('', 'nl', ['static/catalogue/thuisoefeningen-rug.json']);
    expect(document.getElementById('failed')?.hidden).toBe(false);
  });
});

describe('the routine', () => {
  it('is collected, put in order, and stands in the address', async () => {
    await open();
    named('Voeg Brug toe')?.click();
    named('Voeg Bolletje toe')?.click();
    expect(names()).toEqual(['Brug', 'Bolletje']);
    named('Bolletje hoger')?.click();
    expect(names()).toEqual(['Bolletje', 'Brug']);
    const code = document.getElementById('code')?.textContent?.replace(/ /g, '') ?? '';
    expect(code).toHaveLength(4);
    expect(window.location.hash).toBe(`#${code}`);
    expect(window.location.pathname).toBe('/phone/');
    named('Haal Bolletje weg')?.click();
    named('Haal Brug weg')?.click();
    expect(window.location.hash).toBe('');
    expect(document.getElementById('code')).toBeNull();
  });

  it('comes with the address that a QR code holds, doses too', async () => {
    await open('#U6YBFS6');
    expect(names()).toEqual(['Brug', 'Hol/bol, zittend, op een zitbal']);
    expect(text()).toContain('2 × 14');
  });

  it('a code in the address that is wrong is told, and harms nothing', async () => {
    await open('#U6AH45');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('klopt een teken niet');
    expect(document.querySelectorAll('.open')).toHaveLength(23);
  });

  it('a typed code takes its place; a wrong one is told and changes nothing', async () => {
    await open('#U6AH44');
    const type = (code: string) => {
      (document.getElementById('typed') as HTMLInputElement).value = code;
      document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    };
    type('u6y bfs7');
    expect(document.querySelector('form .told')?.textContent).toContain('klopt een teken niet');
    expect(names()).toHaveLength(4);
    type('u6y bfs6');
    expect(names()).toHaveLength(2);
  });

  it('holds twenty, and says so', async () => {
    await open();
    for (let n = 0; n < 21; n += 1)
      named(n ? 'Brug staat in je routine' : 'Voeg Brug toe')?.click();
    expect(names()).toHaveLength(20);
    expect(text()).toContain('passen 20 oefeningen');
  });
});

describe('an exercise', () => {
  it('shows the brochure’s words and dose, and Back leads to the list', async () => {
    await open();
    labelled('Brug')?.click();
    expect(text()).toContain('Vanuit ruglig met de benen gebogen');
    expect(text()).toContain('2 reeksen van 15 keer');
    expect(text()).toContain('Moeilijker: Armen gekruist');
    labelled('Terug')?.click();
    await vi.waitFor(() => expect(document.querySelectorAll('.open')).toHaveLength(23));
  });

  it('for the advanced asks first, in the brochure’s words', async () => {
    await open();
    labelled('Rugspieren op de zitbal')?.click();
    labelled('Speel af')?.click();
    expect(text()).toContain('Enkel voor gevorderden');
    expect(document.querySelector('video')).toBeNull();
    labelled('Liever niet')?.click();
    expect(text()).toContain('Enkel voor gevorderden! Deze oefening');
    expect(labelled('Speel af')).toBeDefined();
  });

  it('pauses when the phone is locked, and waits at the same repetition afterwards', async () => {
    await open();
    labelled('Brug')?.click();
    labelled('Speel af')?.click();
    labelled('Begin nu')?.click();
    await vi.waitFor(() => expect(document.getElementById('phase')?.textContent).toBe('Omhoog'));
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    const bar = document.querySelector('progress');
    const before = bar?.value;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(bar?.value).toBe(before);
    look.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(labelled('Verder')).toBeDefined();
    expect(bar?.value).toBeLessThanOrEqual(before ?? 0);
    // Nobody lies there any more: it waits for a finger, then goes on.
    const woken = bar?.value ?? 1;
    labelled('Verder')?.click();
    await vi.waitFor(() => expect(bar?.value).toBeGreaterThan(woken));
    labelled('Stop')?.click();
    await vi.waitFor(() => expect(document.querySelector('.play')).toBeNull());
  }, 20_000);

  it('plays on poster and clock where there is no video, and says so', async () => {
    await open();
    labelled('Brug')?.click();
    labelled('Speel af')?.click();
    expect(document.querySelector<HTMLElement>('.play')?.dataset.picture).toBe('poster');
    expect(text()).toContain('De film kan hier niet spelen');
    expect(document.getElementById('phase')?.textContent).toBe('Maak je klaar');
    labelled('Begin nu')?.click();
    await vi.waitFor(() => expect(document.getElementById('phase')?.textContent).toBe('Omhoog'));
    expect(document.getElementById('number')?.textContent).toBe('1');
    labelled('Pauze')?.click();
    expect(labelled('Verder')).toBeDefined();
    labelled('Stop')?.click();
    await vi.waitFor(() => expect(document.querySelector('.play')).toBeNull());
  });
});
