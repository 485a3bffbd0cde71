/** Tests that reading a file never throws and never reads inherited properties, whatever the file holds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/load';
import { committedFile, committedText } from './files';

/** Checks what every reading must fulfil. */
const sane = (text: string) => {
  const { catalogue, problems } = readCatalogue(text, 'catalogue/x.json');
  for (const { sentence } of problems) {
    expect(sentence.startsWith('catalogue/x.json: ')).toBe(true);
    expect(sentence).not.toMatch(/\n|undefined|\[object|NaN/);
    expect(sentence.length).toBeLessThan(600);
  }
  if (!catalogue) expect(problems).not.toHaveLength(0);
  const ids = catalogue?.exercises.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  return { catalogue, problems };
};

/** Every place in the file: the object or list, and the key in it. */
const places = (value: unknown): [holder: Record<string, unknown>, key: string][] => {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key], ...places(holder[key])] as const) as [
    Record<string, unknown>,
    string,
  ][];
};

/** Leaves out names that every object inherits. They refuse the whole file, which `bounds.test.ts` tests. */
const harmless = fc
  .jsonValue({ maxDepth: 2 })
  .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));

describe('garbage', () => {
  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void sane(text)));
  });

  test('any JSON, alone or as the exercises, the categories and the advice', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('exercises', 'categories', 'advice'), (json, key) => {
        sane(json);
        sane(JSON.stringify({ ...committedFile(), [key]: JSON.parse(json) }));
        sane(JSON.stringify({ ...committedFile(), [key]: [JSON.parse(json)] }));
      }),
    );
  });

  test('one value of the file replaced: at most what it belongs to is lost', () => {
    fc.assert(
      fc.property(fc.nat(), harmless, (at, value) => {
        const file = committedFile();
        const inExercises = places(file.exercises);
        const [holder, key] = inExercises[at % inExercises.length] as (typeof inExercises)[number];
        holder[key] = value;
        const { catalogue } = sane(JSON.stringify(file));
        expect(catalogue?.exercises.length).toBeGreaterThanOrEqual(22);
      }),
      { numRuns: 300 },
    );
  });

  test('one character of the file replaced', () => {
    const text = committedText();
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 2 }), (at, characters) => {
        sane(text.slice(0, at) + characters + text.slice(at + 1));
      }),
    );
  });
});

describe('malice', () => {
  const evil = (key: string) => `"${key}": {"polluted": true, "from": "ours", "value": 3}`;

  test.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
  ])('the key %s anywhere is harmless', (key) => {
    const text = committedText();
    sane(text.replace('{', `{${evil(key)},`));
    sane(text.replace('"dose": {', `"dose": {${evil(key)},`));
    sane(text.replace('"id": "brug"', `"id": "${key.replace(/_/g, '')}"`));
    sane(text.replace('"category": "kracht"', `"category": "${key}"`));
    const { catalogue } = sane(text.replace('"source": {', `"source": {${evil(key)},`));
    expect((catalogue?.source as { polluted?: boolean } | undefined)?.polluted).toBeUndefined();
  });

  test('a field cannot be had from a prototype: such a file is refused', () => {
    const text = committedText().replace('"level": "basic"', '"__proto__": {"level": "basic"}');
    const { catalogue, problems } = sane(text);
    expect(catalogue).toBeUndefined();
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'catalogue/x.json: exercises[0].__proto__: is a name that no field may have, and so nothing of the file is read',
    ]);
  });

  test('lists within lists, ten thousand deep', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    sane(deep);
    sane(JSON.stringify({ ...committedFile(), exercises: 'HERE' }).replace('"HERE"', `[${deep}]`));
  });

  test('a list of a thousand faults is told in a few sentences', () => {
    const faults = JSON.stringify(Array(1000).fill(0));
    const { catalogue, problems } = sane(
      committedText().replace('"instruction": [', `"instruction": ${faults}, "rest": [`),
    );
    expect(catalogue?.exercises).toHaveLength(22);
    expect(problems).toHaveLength(20);
  });

  test('a very long id is not repeated in full', () => {
    const { problems } = sane(
      committedText().replace('"id": "brug"', `"id": "${'x'.repeat(1e5)}"`),
    );
    expect(problems.map(({ entry }) => entry)).toEqual(['exercise 5']);
  });
});
