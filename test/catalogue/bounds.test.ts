/**
 * Tests that the app refuses data that is too large, too deep, or harmful, with one sentence that names the
 * place.
 */
import { describe, expect, it, test, vi } from 'vitest';
import {
  excessOf,
  excessOfText,
  MAX_DEPTH,
  MAX_ENTRIES,
  MAX_FILE_CHARACTERS,
} from '../../src/catalogue/bounds';
import { readCatalogue } from '../../src/catalogue/load';
import { readTranslation } from '../../src/catalogue/translation';
import { readMediaIndex } from '../../src/playback/media';
import { readClipIndex } from '../../src/playback/narrator/voice/clipIndex';
import { readDocument } from '../../src/session/memory/document';
import { committedFile, committedText, type Loose, setAt } from './files';

/** Lists inside lists. */
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const thrown = (run: () => unknown): string => {
  try {
    run();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

/** Each kind of file from outside, and the sentences of its reading. */
const READERS: [string, (text: string) => { sentences: string[]; isRefused: boolean }][] = [
  [
    'catalogue/x.json',
    (text) => {
      const { catalogue, problems } = readCatalogue(text, 'catalogue/x.json');
      return { sentences: problems.map(({ sentence }) => sentence), isRefused: !catalogue };
    },
  ],
  [
    'catalogue/x.fr.json',
    (text) => {
      const { translation, problems } = readTranslation(text, 'catalogue/x.fr.json');
      return { sentences: problems.map(({ sentence }) => sentence), isRefused: !translation };
    },
  ],
  [
    'media/index.json',
    (text) => {
      const { media, problems } = readMediaIndex(text, 'media/index.json');
      return { sentences: problems, isRefused: Object.keys(media.exercises).length === 0 };
    },
  ],
  [
    'voice/nl/index.json',
    (text) => {
      const sentence = thrown(() => readClipIndex(text, 'voice/nl/index.json'));
      return { sentences: sentence ? [sentence] : [], isRefused: sentence !== '' };
    },
  ],
  [
    'memory',
    (text) => {
      const { memory, problem } = readDocument(text, 7);
      return { sentences: problem ? [problem.sentence] : [], isRefused: !memory.routines.length };
    },
  ],
];

describe.each(READERS)('%s', (name, read) => {
  const refused = (text: string, sentence: string) => {
    const { isRefused, sentences } = read(text);
    expect(sentences).toEqual([`${name}: ${sentence}`]);
    expect(isRefused).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  };

  it('that is huge is not even parsed', () => {
    const parse = vi.spyOn(JSON, 'parse');
    refused(
      `{"a": "${'x'.repeat(MAX_FILE_CHARACTERS)}"}`,
      `is longer than 20,000,000 characters, and so isn't read`,
    );
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('with too many entries', () => {
    refused(
      JSON.stringify({ exercises: Array(MAX_ENTRIES + 1).fill(0) }),
      'exercises: holds 10,001 entries, and at most 10,000 are read',
    );
    const fields = Object.fromEntries(Array.from({ length: MAX_ENTRIES + 1 }, (_, n) => [n, 0]));
    refused(
      JSON.stringify({ exercises: fields }),
      'exercises: holds 10,001 entries, and at most 10,000 are read',
    );
  });

  it.each([40, 3000, 100_000])('nested %i deep', (levels) => {
    const { isRefused, sentences } = read(`{"exercises": ${deep(levels)}}`);
    expect(isRefused).toBe(true);
    // Some engines' own parser gives up first, with its own message.
    expect(sentences).toEqual([
      expect.stringMatching(/exercises\[0\]: is nested deeper than 32 levels|is not valid JSON \(/),
    ]);
    expect(sentences[0]?.length).toBeLessThan(200);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with a field %s', (key) => {
    const evil = `{"polluted": true}`;
    const complaint = 'is a name that no field may have, and so nothing of the file is read';
    refused(`{"${key}": ${evil}}`, `${key}: ${complaint}`);
    refused(`{"a": [{"b": {"${key}": ${evil}}}]}`, `a[0].b.${key}: ${complaint}`);
  });
});

describe('an address that leads elsewhere', () => {
  const recorded = {
    playlist: 'media/recorded/x/index.m3u8',
    poster: 'media/recorded/x/poster.jpg',
    tile: 'media/recorded/x/tile.jpg',
    fps: 30,
    frames: 900,
    sound: true,
    marks: [{ time: 0, phase: 'move' }],
  };
  const addresses = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://elsewhere.example/x.jpg',
    '//elsewhere.example/x.jpg',
    'blob:https://elsewhere.example/1',
    'file:///etc/passwd',
    'media/../../x.jpg',
    'media/%2e%2e/x.jpg',
    'media\\x.jpg',
    ' media/x.jpg',
    'media/x.jpg?to=https://elsewhere.example',
  ];

  describe.each(addresses)('%s', (address) => {
    test.each(['playlist', 'poster', 'tile'])('as the %s of a film', (field) => {
      const file: Loose = committedFile();
      setAt(file.exercises[4], 'recorded', { ...recorded, [field]: address });
      const { catalogue, problems } = readCatalogue(JSON.stringify(file), 'catalogue/x.json');
      expect(problems).toHaveLength(1);
      expect(problems[0]?.sentence).toContain(
        `catalogue/x.json: exercise "brug": recorded.${field}: expected a path below media/`,
      );
      expect(catalogue?.exercises.some(({ id }) => id === 'brug')).toBe(false);
    });

    test('in the list of media', () => {
      const clip = { file: address, frames: 1, bytes: 1 };
      const head = { fps: 30, width: 1, height: 1, poster: 'media/x/p.jpg', tile: 'media/x/t.jpg' };
      const exercises = {
        clip: { ...head, clips: { lift: clip } },
        init: { ...head, init: address, clips: {} },
        poster: { ...head, poster: address, clips: {} },
      };
      const text = JSON.stringify({ format: 1, exercises });
      const { media, problems } = readMediaIndex(text, 'media/index.json');
      expect(media.exercises).toEqual({});
      expect(problems.map((sentence) => sentence.split(': expected')[0])).toEqual([
        'media/index.json: exercise "init": init',
        'media/index.json: exercise "poster": poster',
        'media/index.json: exercise "clip": clips.lift.file',
      ]);
    });
  });

  test.each([
    'javascript:alert(1)',
    'https://elsewhere.example/x',
    'data:,x',
  ])('%s as the schema of a catalogue', (address) => {
    const file = { ...committedFile(), $schema: address };
    const { catalogue, problems } = readCatalogue(JSON.stringify(file), 'catalogue/x.json');
    expect(catalogue).toBeUndefined();
    expect(problems[0]?.sentence).toContain('catalogue/x.json: $schema: expected a path');
  });
});

it('every id is one that no object has by itself', () => {
  const text = committedText().replace('"id": "brug"', '"id": "constructor"');
  const { catalogue, problems } = readCatalogue(text, 'catalogue/x.json');
  expect(problems[0]?.sentence).toContain('exercise "constructor": id: expected lower-case words');
  expect(catalogue?.exercises).toHaveLength(22);
});

it('the bounds are reached, and passed, exactly', () => {
  expect(excessOfText('x'.repeat(MAX_FILE_CHARACTERS))).toBeUndefined();
  expect(excessOfText('x'.repeat(MAX_FILE_CHARACTERS + 1))).toBeDefined();
  expect(excessOf(Array(MAX_ENTRIES).fill(0))).toBeUndefined();
  expect(excessOf(Array(MAX_ENTRIES + 1).fill(0))?.keys).toEqual([]);
  expect(excessOf(JSON.parse(deep(MAX_DEPTH)))).toBeUndefined();
  expect(excessOf(JSON.parse(deep(MAX_DEPTH + 1)))?.keys).toEqual([0, 0]);
});

it('two thousand exercises are far within them', () => {
  const file = committedFile() as Loose;
  const many = Array.from({ length: 2300 }, (_, at) => {
    const one = structuredClone(file.exercises[at % 23]);
    one.id = `${one.id}-${at}`;
    // Each number for short codes belongs to one exercise only.
    delete one.number;
    for (const variant of one.variants ?? []) delete variant.number;
    return one;
  });
  const text = JSON.stringify({ ...file, exercises: many });
  const { catalogue, problems } = readCatalogue(text, 'catalogue/x.json');
  expect(problems).toEqual([]);
  expect(catalogue?.exercises).toHaveLength(2300);
});
