/** Tests the files that a build adds for a large catalogue. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/catalogue/load';
import { MOST_AT_ONCE } from '../../src/catalogue/portions';
import { layPortions, portionsOf } from '../../tools/portions';
import { CATALOGUE, largeText } from '../support/large';

const ROOT = join(import.meta.dirname, '../..');

let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  folders = [];
});

/** A built app, with the files that portions need. */
function built(text: string): { settings(): object; files(): string[]; lay(): void } {
  const out = mkdtempSync(join(tmpdir(), 'portions-'));
  folders.push(out);
  const file = join(out, 'static', CATALOGUE);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  cpSync(join(ROOT, 'settings.json'), join(out, 'settings.json'));
  return {
    settings: () => JSON.parse(readFileSync(join(out, 'settings.json'), 'utf8')),
    files: () => readdirSync(join(file, '..')).sort(),
    lay: () => layPortions(out),
  };
}

describe('a large catalogue', () => {
  it('comes in portions that can be read, which hold all of it between them', () => {
    const text = largeText(10);
    const portions = Object.entries(portionsOf(text, CATALOGUE));
    expect(portions.map(([name]) => name)).toEqual([
      'catalogue/thuisoefeningen-rug.portion-0.json',
      'catalogue/thuisoefeningen-rug.portion-1.json',
      'catalogue/thuisoefeningen-rug.portion-2.json',
    ]);
    const all = readCatalogue(text, CATALOGUE).catalogue;
    const read = portions.map(([name, portion]) => readCatalogue(portion, name));
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    const ids = read.map(({ catalogue }) => catalogue?.exercises.map(({ id }) => id) ?? []);
    expect(new Set(ids.flat())).toEqual(new Set(all?.exercises.map(({ id }) => id)));
    for (const one of ids) expect(one.length).toBeLessThan(MOST_AT_ONCE + 20);
    for (const { catalogue } of read) {
      expect({ ...catalogue, exercises: [] }).toEqual({ ...all, exercises: [] });
    }
  });

  it('is told of in the settings, which keep all else', () => {
    const { files, lay, settings } = built(largeText(10));
    const before = settings() as { appSettings: object };
    lay();
    const appSettings = { ...before.appSettings, portions: { [CATALOGUE]: 3 } };
    expect(settings()).toEqual({ ...before, appSettings });
    expect(files()).toHaveLength(4);
  });

  it('with a problem stays whole: the app reads all of it and says so', () => {
    const broken = JSON.parse(largeText(10));
    broken.exercises[200].title = 7;
    const { files, lay, settings } = built(JSON.stringify(broken));
    const before = settings();
    lay();
    expect(settings()).toEqual(before);
    expect(files()).toHaveLength(1);
  });
});

it('a brochure is left as it is', () => {
  const text = readFileSync(join(ROOT, 'static', CATALOGUE), 'utf8');
  expect(portionsOf(text, CATALOGUE)).toEqual({});
  const { files, lay, settings } = built(text);
  const before = settings();
  lay();
  expect(settings()).toEqual(before);
  expect(files()).toHaveLength(1);
});
