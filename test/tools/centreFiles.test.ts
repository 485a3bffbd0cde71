/** A build leaves what a centre put beside the app. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearBuild, moveInto } from '../../tools/centreFiles';
import { writeServiceWorker } from '../../tools/serviceWorker';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'build-'));
});
afterEach(() => rmSync(out, { recursive: true }));

const put = (path: string, text = path) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};
const has = (path: string) => existsSync(join(out, path));

const OURS = ['index.html', 'appBundle.js', 'lib/lightning.js', 'static/catalogue/old.json'];

it('keeps its settings, its folder, its logo and its catalogues, and nothing else', () => {
  const settings = { logo: 'brand/logo.svg', catalogues: ['catalogue/own.json'] };
  const theirs = ['centre/a/photo.png', 'brand/logo.svg', 'static/catalogue/own.json'];
  put('centre.json', JSON.stringify(settings));
  for (const path of [...OURS, ...theirs, 'brand/other.svg', 'centre.json.bak']) put(path);
  clearBuild(out);
  for (const path of ['centre.json', ...theirs]) expect(has(path), path).toBe(true);
  for (const path of [...OURS, 'brand/other.svg', 'centre.json.bak'])
    expect(has(path), path).toBe(false);
});

it.each([
  ['settings that are broken', '{"logo": "brand/logo.svg", "catalogues": ["catalogue/own.json" '],
  [
    'an entry that is wrong',
    '{"version": 1, "logos": "brand/logo.svg", "catalogue": "catalogue/own.json"}',
  ],
  ['no settings', undefined],
])('%s: the folder stays, and what is named', (_, text) => {
  if (text !== undefined) put('centre.json', text);
  const named = ['brand/logo.svg', 'static/catalogue/own.json'];
  for (const path of [...OURS, ...named, 'centre/logo.svg']) put(path);
  clearBuild(out);
  expect(has('centre/logo.svg')).toBe(true);
  for (const path of named) expect(has(path), path).toBe(text !== undefined);
  expect(has('centre.json')).toBe(text !== undefined);
  for (const path of OURS) expect(has(path), path).toBe(false);
});

it('a first build makes the folder', () => {
  const folder = join(out, 'build');
  clearBuild(folder);
  expect(existsSync(folder)).toBe(true);
});

it('what is built comes beside what stayed, and goes before it', () => {
  put('new/static/catalogue/ours.json', 'new');
  put('new/static/texts/nl.json');
  put('static/catalogue/ours.json', 'old');
  put('static/catalogue/own.json');
  moveInto(join(out, 'new/static'), join(out, 'static'));
  expect(readFileSync(join(out, 'static/catalogue/ours.json'), 'utf8')).toBe('new');
  for (const path of ['static/catalogue/own.json', 'static/texts/nl.json'])
    expect(has(path), path).toBe(true);
});

it('the service worker keeps none of a centre’s files: a change of them needs no build', async () => {
  const theirs = ['centre/logo.svg', 'centre-brand.png', 'static/catalogue/centre-own.json'];
  for (const path of [...OURS, ...theirs]) put(path);
  put(
    'centre.json',
    '{"logo": "centre-brand.png", "catalogues": ["catalogue/centre-own.json", "catalogue/thuisoefeningen-rug.json"]}',
  );
  put('static/catalogue/thuisoefeningen-rug.json');
  await writeServiceWorker(out);
  const worker = readFileSync(join(out, 'sw.js'), 'utf8');
  expect(worker).toContain('"appBundle.js"');
  expect(worker).not.toContain('centre');
  expect(worker).toContain('thuisoefeningen-rug.json');
});
