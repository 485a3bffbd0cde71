/** Tests the reading of a catalogue file: which entry a problem names, and what still works. */
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/load';
import { committedFile, committedText, FILE, type Loose, setAt } from './files';

const AT = { brug: 4, superman: 8, zijplank: 9, fietsen: 10 };

/** Breaks the file, then reads it. */
const readBroken = (breakIt: (file: Loose) => void) => {
  const file: Loose = committedFile();
  breakIt(file);
  const { catalogue, problems } = readCatalogue(JSON.stringify(file), 'catalogue/x.json');
  return { catalogue, problems, sentences: problems.map(({ sentence }) => sentence) };
};

describe('a broken exercise', () => {
  test('every fault of an entry gets a sentence of its own', () => {
    const { sentences } = readBroken((file) => {
      setAt(file.exercises[AT.brug], 'level', 'hard');
      setAt(file.exercises[AT.brug], 'parts.0.dose.sets.value', 0);
      setAt(file.exercises[AT.fietsen], 'parts.1.dose.durationSeconds.value', 3);
    });
    expect(sentences).toEqual([
      'catalogue/x.json: exercise "brug": level: expected one of "basic", "harder", "advanced", got "hard"',
      'catalogue/x.json: exercise "brug": parts[0].dose.sets: expected a whole number from 1 to 5, got 0',
      'catalogue/x.json: exercise "fietsen": parts[1].dose.durationSeconds: expected a whole number from 5 to 600, got 3',
    ]);
  });

  test('without an id is called by its place', () => {
    const { sentences } = readBroken((file) => {
      setAt(file.exercises[AT.brug], 'id', undefined);
      setAt(file.exercises, String(AT.superman), null);
      setAt(file.exercises[AT.zijplank], 'id', 'Zij plank');
    });
    expect(sentences).toEqual([
      'catalogue/x.json: exercise 5: id: is missing',
      'catalogue/x.json: exercise 9 should be an object in braces',
      'catalogue/x.json: exercise "Zij plank": id: expected lower-case words joined by hyphens, as "brug-eenbenig", got "Zij plank"',
    ]);
  });

  test('with the id of an earlier one is left out', () => {
    const { catalogue, sentences } = readBroken((file) => {
      setAt(file.exercises[AT.superman], 'id', 'brug');
    });
    expect(sentences).toEqual([
      'catalogue/x.json: exercise "brug": id: expected an id of its own, but exercise 9 repeats it',
    ]);
    const brugs = catalogue?.exercises.filter(({ id }) => id === 'brug');
    expect(brugs?.map(({ shortTitle }) => shortTitle)).toEqual(['Brug']);
  });
});

describe('a film of the centre’s own', () => {
  const recorded = {
    playlist: 'media/recorded/x/index.m3u8',
    poster: 'media/recorded/x/poster.jpg',
    tile: 'media/recorded/x/tile.jpg',
    fps: 30,
    frames: 900,
    sound: true,
    marks: [{ time: 0, phase: 'move' }],
  };
  const read = (change: object) =>
    readBroken((file) => setAt(file.exercises[AT.fietsen], 'recorded', { ...recorded, ...change }));
  const cycling = ({ catalogue }: ReturnType<typeof read>) =>
    catalogue?.exercises.find(({ id }) => id === 'fietsen');

  test('is read with its marks, and what it leaves out is gone', () => {
    const reading = read({});
    expect(reading.sentences).toEqual([]);
    expect(cycling(reading)).toMatchObject({ recorded, parts: [{ id: 'forward' }] });
    expect(cycling(reading)?.parts).toHaveLength(1);
  });

  test('that does not show the dose is named; the exercise keeps its clips', () => {
    const reading = read({ frames: 700 });
    expect(reading.sentences).toEqual([
      'catalogue/x.json: exercise "fietsen": recorded.marks[0]: begins set 1, which lasts 23.3 s, but the dose has 30 s; its film is not shown',
    ]);
    expect(reading.problems[0]?.isFilm).toBe(true);
    expect(cycling(reading)?.recorded).toBeUndefined();
    expect(cycling(reading)?.parts).toHaveLength(2);
  });

  test.each([
    [
      { playlist: '../index.m3u8' },
      'recorded.playlist: expected a path below media/, as "media/recorded/brug/poster.jpg", got "../index.m3u8"',
    ],
    [{ poster: 'media/../../x.jpg' }, 'recorded.poster: expected a path below media/'],
    [{ fps: 25 }, 'recorded.fps: expected 30, got 25'],
    [{ frames: 0 }, 'recorded.frames: expected a whole number from 1 to 108000, got 0'],
    [{ sound: undefined }, 'recorded.sound: is missing'],
    [{ marks: [] }, 'recorded.marks: needs at least one mark'],
    [
      { marks: [{ time: -1, phase: 'move' }] },
      'recorded.marks[0].time: expected seconds from the beginning of the film, 0 or more, got -1',
    ],
    [{ marks: [{ time: 0, phase: 'jump' }] }, 'recorded.marks[0].phase: expected one of "prepare"'],
    [{ marks: [{ time: 0, phase: 'move', set: 6 }] }, 'recorded.marks[0].set: expected a whole'],
    [{ loop: true }, 'recorded.loop: is not a field of this format'],
  ])('written wrong: %j', (change, sentence) => {
    const { sentences } = read(change);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(`exercise "fietsen": ${sentence}`);
  });
});

test('a broken entry keeps its id: no other plays under its name', () => {
  const { catalogue, sentences } = readBroken((file) => {
    setAt(file.exercises[AT.brug], 'level', 'hard');
    setAt(file.exercises[AT.zijplank], 'id', 'brug');
  });
  expect(sentences).toContain(
    'catalogue/x.json: exercise "brug": id: expected an id of its own, but exercise 10 repeats it',
  );
  expect(catalogue?.exercises.some(({ id }) => id === 'brug')).toBe(false);
});

describe('the rest of the file', () => {
  test('a broken piece of advice or category leaves the others', () => {
    const { catalogue, sentences } = readBroken((file) => {
      setAt(file, 'advice.1.text', '');
      setAt(file, 'categories.0.fullTitle', 3);
    });
    expect(sentences.slice(0, 3)).toEqual([
      'catalogue/x.json: category "houding": fullTitle: expected text of 1 to 120 characters, got 3',
      'catalogue/x.json: advice "kiezen": text: expected text of 1 to 2000 characters, got ""',
      'catalogue/x.json: exercise "bekken-ruglig": category: expected one of "kracht", "mobiliteit", got "houding"',
    ]);
    expect(catalogue?.advice).toHaveLength(6);
    // Four exercises lose their category, and the other nineteen remain.
    expect(sentences).toHaveLength(2 + 4);
    expect(catalogue?.exercises).toHaveLength(19);
  });

  test.each<[path: string, value: unknown, sentence: string]>([
    ['format', undefined, 'format: is missing'],
    ['format', 2, 'format: expected 1, got 2'],
    [
      'language',
      'Dutch',
      'language: expected a language code of two letters, as "nl", got "Dutch"',
    ],
    ['source.date', 'soon', 'source.date: expected a date as "2026-11-22", got "soon"'],
    ['source.reviewer', undefined, 'source.reviewer: is missing'],
    ['exercises', {}, 'exercises: expected a list in square brackets, got something else'],
    ['categories', undefined, 'categories: is missing'],
  ])('%s %j: nothing can be used', (path, value, sentence) => {
    const { catalogue, sentences } = readBroken((file) => setAt(file, path, value));
    expect(catalogue).toBeUndefined();
    expect(sentences).toEqual([`catalogue/x.json: ${sentence}`]);
  });

  test('an unknown field is told, and does no harm', () => {
    const { catalogue, sentences } = readBroken((file) => setAt(file, 'advise', []));
    expect(sentences).toEqual(['catalogue/x.json: advise: is not a field of this format']);
    expect(catalogue?.exercises).toHaveLength(23);
  });

  test('advice may be missing', () => {
    const { catalogue, sentences } = readBroken((file) => setAt(file, 'advice', undefined));
    expect(sentences).toEqual([]);
    expect(catalogue?.advice).toEqual([]);
  });
});

describe('text that is no catalogue', () => {
  test.each(['', '{', '{"format": 1,}', 'null', '[]', '3', '"x"', '\u0000'])('%j', (text) => {
    const { catalogue, problems } = readCatalogue(text, 'catalogue/x.json');
    expect(catalogue).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.sentence).toMatch(
      /^catalogue\/x\.json: (is not valid JSON \(.+\)|should hold one object with .+)$/,
    );
  });

  test('a slip in the JSON is found by its line', () => {
    const text = committedText().replace('"language": "nl",', '"language": "nl"');
    const { problems } = readCatalogue(text, 'catalogue/x.json');
    expect(problems[0]?.sentence).toMatch(/is not valid JSON \(.+line 7\D/);
  });

  test('a byte order mark is no fault', () => {
    expect(readCatalogue(`\uFEFF${committedText()}`, FILE).problems).toEqual([]);
  });
});
