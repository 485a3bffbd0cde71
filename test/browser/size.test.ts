/** Tests the size of what a set loads before the first focus, without media and posters. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const BUILD = join(import.meta.dirname, '../../build');

/** Most KB, with gzip -9. A higher value needs a decision record. */
const BUDGET = {
  'appBundle.js': 115,
  'lib/lightning.js': 80,
  'startApp.js': 3,
  'static/fonts': 40,
  'static/catalogue/thuisoefeningen-rug.json': 12,
  // A set loads one language; French is the longest.
  'static/texts/fr.json': 10,
  'static/catalogue/thuisoefeningen-rug.fr.json': 6,
};
const BUDGET_IN_ALL = 250;

const files = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];

const gzipKb = (path: string): number =>
  files(join(BUILD, path)).reduce(
    (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length / 1024,
    0,
  );

it.each(Object.entries(BUDGET))('%s stays within %s KB', (path, budget) => {
  const size = gzipKb(path);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(budget);
});

// The phone page by itself, with its letters, its words and one catalogue in the longest language.
it('the phone page stays within 120 KB', () => {
  const parts = [
    'phone',
    'static/fonts/lexend-400.woff2',
    'static/fonts/lexend-600.woff2',
    'static/catalogue/thuisoefeningen-rug.json',
    'static/texts/fr.json',
    'static/catalogue/thuisoefeningen-rug.fr.json',
  ];
  expect(parts.reduce((sum, path) => sum + gzipKb(path), 0)).toBeLessThanOrEqual(120);
  expect(readFileSync(join(BUILD, 'phone/phone.js'), 'utf8')).not.toContain('lightning');
});

// A set loads these two after the first page is drawn.
it('the second script stays within 80 KB', () => {
  const size = gzipKb('secondScript.js');
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(80);
});

it('the video player stays within 125 KB', () => {
  const size = gzipKb('lib/hls.light.min.js');
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(125);
});

it('all of it stays within its budget', () => {
  const all = Object.keys(BUDGET).reduce((sum, path) => sum + gzipKb(path), 0);
  expect(all).toBeLessThanOrEqual(BUDGET_IN_ALL);
});
