import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dose } from '../../../src/catalogue/types';
import { addDays } from '../../../src/session/memory/day';
import {
  bounded,
  MAX_DOCUMENT_CHARACTERS,
  MAX_PAIN,
  MAX_SHELF,
  readDocument,
  writeDocument,
} from '../../../src/session/memory/document';
import { emptyMemory, type Memory } from '../../../src/session/memory/memory';
import { MAX_ITEMS, MAX_NAME, MAX_ROUTINES } from '../../../src/session/routine/routines';
import nl from '../../../static/texts/nl.json';
import { realExercises } from '../../support/catalogue';
import { anyMemory, session, TODAY } from '../../support/memory';

const exercises = [...realExercises().values()];
const empty = emptyMemory(7);

const full: Memory = {
  ...empty,
  settings: { ...empty.settings, minutes: 15, language: 'nl', highContrast: true },
  another: { day: TODAY, times: 2 },
  routines: [{ id: 'own-1', title: 'routine.name.morning', items: [{ exercise: 'brug' }] }],
  shelf: [{ exercise: 'schaar', since: TODAY, reason: 'own' }],
  pain: [{ exercise: 'brug', day: TODAY }],
  history: [session('2026-11-23', ['brug']), session('2026-11-24', ['superman'], { walk: 2 })],
  checkpoints: [
    {
      routine: { id: 'today', title: 'routine.today', items: [{ exercise: 'brug' }] },
      at: {
        routine: 'today',
        index: 0,
        exercise: 'brug',
        part: 'main',
        set: 2,
        repetition: 3,
        pace: 0.75,
        noted: { outcomes: [undefined], finished: [false], seconds: 61.5, played: [61.5] },
      },
      day: TODAY,
    },
  ],
};

/** The document of `full` with changes. */
function changed(by: (raw: Record<string, unknown>) => void): string {
  const raw = JSON.parse(writeDocument(full)) as Record<string, unknown>;
  by(raw);
  return JSON.stringify(raw);
}

/** Sets one place of the document: `['history', 1, 'day']`. */
const set = (path: (string | number)[], value: unknown) =>
  changed((raw) => {
    let at: Record<string | number, unknown> = raw;
    for (const key of path.slice(0, -1)) at = at[key] as typeof at;
    at[path[path.length - 1] as string] = value;
  });

it('reads what it wrote, for any memory', () => {
  expect(readDocument(writeDocument(full), 1)).toEqual({ memory: full });
  fc.assert(
    fc.property(anyMemory(exercises), (memory) => {
      expect(readDocument(writeDocument(memory), 1)).toEqual({ memory });
    }),
  );
});

it('nothing stored yet is an empty memory with the seed given', () => {
  expect(readDocument(null, 12)).toEqual({ memory: emptyMemory(12) });
});

describe('a document that can’t be read gives an empty memory and one sentence with the place', () => {
  it.each([
    ['nothing', '', 'corrupt', 'memory: is empty'],
    ['noise', '\u0000\u0001\ufffd{', 'corrupt', 'memory: is not valid JSON'],
    ['a list', '[1, 2]', 'foreign', 'memory: should hold one object in braces'],
    ['null', 'null', 'foreign', 'memory: should hold one object in braces'],
    ['another app', '{"app": "x", "version": 1}', 'foreign', 'memory: app: expected "beweeg-mee"'],
    ['any object', '{"user": "jan"}', 'foreign', 'memory: app: expected "beweeg-mee"'],
    [
      'a newer app',
      '{"app": "beweeg-mee", "version": 2}',
      'newer',
      'memory: version: is 2, of a newer app; this one reads up to 1',
    ],
    ['no version', '{"app": "beweeg-mee"}', 'corrupt', 'memory: version: expected 1'],
  ])('%s', (_, text, kind, sentence) => {
    const reading = readDocument(text, 12);
    expect(reading.memory).toEqual(emptyMemory(12));
    expect(reading.problem?.kind).toBe(kind);
    expect(reading.problem?.sentence.startsWith(sentence)).toBe(true);
    expect(reading.problem?.sentence).not.toContain('\n');
  });

  it('cut off anywhere', () => {
    const text = writeDocument(full);
    for (let length = 1; length < text.length; length += 1) {
      const { memory, problem } = readDocument(text.slice(0, length), 12);
      expect(problem?.kind).toBe('corrupt');
      expect(memory).toEqual(emptyMemory(12));
    }
  });
});

it('of a build that kept one place alone that place is read, and such a build finds the latest', () => {
  const older = changed((raw) => {
    raw.checkpoint = (raw.checkpoints as unknown[])[0];
    delete raw.checkpoints;
  });
  expect(readDocument(older, 1)).toEqual({ memory: full });
  const [latest] = full.checkpoints;
  if (!latest) throw new Error('nothing was left');
  const own = { ...latest, routine: { ...latest.routine, id: 'own-1' } };
  const two = { ...full, checkpoints: [own, latest] };
  expect(JSON.parse(writeDocument(two))).toMatchObject({
    version: 1,
    checkpoint: { routine: own.routine, day: TODAY },
  });
  expect(readDocument(writeDocument(two), 1)).toEqual({ memory: two });
});

describe('one bad entry is left out and named, and the rest stays', () => {
  const { history, ...rest } = full;
  it.each<[(string | number)[], unknown, string, Partial<Memory>]>([
    [
      ['history', 1, 'day'],
      'gisteren',
      'memory: history[1]: day: expected a day as "2026-11-25", got "gisteren"',
      { history: history.slice(0, 1) },
    ],
    [
      ['history', 0, 'exercises', 0, 'seconds'],
      -3,
      'memory: history[0]: exercises[0].seconds: expected',
      { history: history.slice(1) },
    ],
    [
      ['settings', 'minutes'],
      7,
      'memory: settings.minutes: expected 5, 10 or 15, got 7',
      { settings: { ...full.settings, minutes: 10 } },
    ],
    [
      ['settings', 'textSize'],
      'huge',
      'memory: settings.textSize: expected normal, large, largest, got "huge"',
      {},
    ],
    [['shelf'], {}, 'memory: shelf: expected a list in square brackets', { shelf: [] }],
    [
      ['pain', 0, 'exercise'],
      'Brug!',
      'memory: pain[0]: exercise: expected lower-case words',
      { pain: [] },
    ],
    [
      ['routines', 0, 'items', 0, 'doses'],
      [{ sets: 99, sides: 'none', restSeconds: 20 }],
      'memory: routines[0]: items[0].doses[0].sets: expected a whole number from 1 to 5, got 99',
      { routines: [] },
    ],
    [
      ['checkpoints', 0, 'at', 'repetition'],
      0,
      'memory: checkpoints[0]: at.repetition: expected a whole number from 1',
      { checkpoints: [] },
    ],
    [['seed'], 'x', 'memory: seed: expected a whole number', { seed: 12 }],
  ])('%j: %j', (path, value, sentence, lost) => {
    const { memory, problem } = readDocument(set(path, value), 12);
    expect(problem?.kind).toBe('corrupt');
    expect(problem?.sentence).toContain(sentence);
    expect(memory).toEqual({ ...rest, history, ...lost });
  });

  it('several are told as one sentence', () => {
    const text = changed((raw) => {
      raw.shelf = [1, 2, 3];
    });
    expect(readDocument(text, 12).problem?.sentence).toMatch(/^memory: shelf\[0\].*2 more like it/);
  });

  it('two routines with one id are one', () => {
    const text = changed((raw) => {
      raw.routines = [...full.routines, ...full.routines];
    });
    expect(readDocument(text, 12)).toEqual({
      memory: full,
      problem: { kind: 'corrupt', sentence: 'memory: routines: has two with the same id' },
    });
  });
});

it('never throws, and whatever it reads can be written and read again without a problem', () => {
  const json = fc.json();
  const damage = fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.string({ maxLength: 5 }));
  const text = writeDocument(full);
  const broken = damage.map(([at, length, more]) => {
    const from = at % text.length;
    return text.slice(0, from) + more + text.slice(from + length);
  });
  const grafted = fc
    .tuple(fc.constantFrom(...Object.keys(full)), fc.jsonValue())
    .map(([key, value]) =>
      changed((raw) => {
        if (key !== 'version') raw[key] = value;
      }),
    );
  fc.assert(
    fc.property(fc.oneof(json, broken, grafted, fc.string()), (any) => {
      const { memory } = readDocument(any, 12);
      expect(readDocument(writeDocument(memory), 1)).toEqual({ memory });
    }),
    { numRuns: 1500 },
  );
});

describe('version 0', () => {
  const at = {
    routine: 'mine',
    index: 1,
    exercise: 'superman',
    part: 'main',
    set: 1,
    repetition: 4,
  };

  it('gives its routine and the last place where one was left', () => {
    const text = JSON.stringify({
      mine: ['brug', 'superman'],
      left: { today: { ...at, routine: 'today', index: 0, exercise: 'brug' }, mine: at },
    });
    const mine = {
      id: 'own-1',
      title: 'routine.mine',
      items: [{ exercise: 'brug' }, { exercise: 'superman' }],
    };
    expect(readDocument(text, 12)).toEqual({
      memory: {
        ...emptyMemory(12),
        routines: [mine],
        checkpoints: [
          { routine: mine, at: { ...at, routine: 'own-1' }, day: '2026-11-25' },
          {
            routine: {
              id: 'today',
              title: 'routine.today',
              items: ['brug', 'zijplank', 'fietsen'].map((exercise) => ({ exercise })),
            },
            at: { ...at, index: 0, exercise: 'brug', routine: 'today' },
            day: '2026-11-25',
          },
        ],
      },
    });
    expect(nl).toHaveProperty([mine.title]);
  });

  it.each([
    ['today', { ...at, routine: 'today', index: 0, exercise: 'brug' }, 3],
    ['one-superman', { ...at, routine: 'one-superman', index: 0 }, 1],
  ])('a place in %s keeps the routine as it was then', (id, place, items) => {
    const { memory, problem } = readDocument(JSON.stringify({ left: { [id]: place } }), 12);
    expect(problem).toBeUndefined();
    expect(memory.checkpoints[0]?.routine.id).toBe(id);
    expect(memory.checkpoints[0]?.routine.items).toHaveLength(items);
    expect(memory.routines).toEqual([]);
  });

  it('with a bad entry keeps the others and names it', () => {
    const text = JSON.stringify({ version: 0, mine: ['brug', 7], left: { mine: { index: 'x' } } });
    const { memory, problem } = readDocument(text, 12);
    expect(memory.routines[0]?.items).toEqual([{ exercise: 'brug' }]);
    expect(memory.checkpoints).toEqual([]);
    expect(problem?.sentence).toMatch(
      /^memory: mine\[1\]: expected an id in quotes, got 7 .*1 more/,
    );
  });
});

describe('bounds', () => {
  const longId = 'a'.repeat(40);
  const dose: Dose = {
    sets: 5,
    reps: 60,
    holdSeconds: 60,
    sides: 'each',
    restSeconds: 120,
    switchSeconds: 60,
  };
  const item = { exercise: longId, variant: longId, doses: Array(6).fill(dose) as Dose[] };
  const days = (n: number) =>
    Array.from({ length: n }, (_, at) => session(addDays('2020-01-01', at), Array(6).fill(longId)));

  it('a year of daily use fits whole', () => {
    const ids = ['brug', 'superman', 'bekken-ruglig', 'rek-onderrug-bil', 'zijplank'];
    const history = Array.from({ length: 365 }, (_, at) => session(addDays(TODAY, at), ids));
    const text = writeDocument({ ...full, history });
    expect(text.length).toBeLessThan(MAX_DOCUMENT_CHARACTERS);
    expect(readDocument(text, 1).memory.history).toHaveLength(365);
  });

  it('the oldest sessions are left out, the rest of the memory never is', () => {
    const long = { ...full, history: days(3000) };
    const text = writeDocument(long);
    expect(text.length).toBeLessThanOrEqual(MAX_DOCUMENT_CHARACTERS);
    expect(text.length).toBeGreaterThan(MAX_DOCUMENT_CHARACTERS - 1000);
    const { memory, problem } = readDocument(text, 1);
    expect(problem).toBeUndefined();
    expect(memory).toEqual({ ...long, history: long.history.slice(-memory.history.length) });
    expect(bounded(long)).toEqual(memory);
    expect(bounded(memory)).toEqual(memory);
  });

  it('the fullest memory that can be made without its history fits too', () => {
    const routines = Array.from({ length: MAX_ROUTINES }, (_, n) => ({
      id: `own-${n + 1}`,
      title: 'é'.repeat(MAX_NAME),
      items: Array(MAX_ITEMS).fill(item),
    }));
    const note = { exercise: longId, day: TODAY, answer: 'unanswered' as const };
    const fullest: Memory = {
      ...full,
      routines,
      shelf: Array.from({ length: 150 }, (_, n) => ({
        exercise: `${longId.slice(4)}-${100 + n}`,
        since: TODAY,
        reason: 'advanced' as const,
      })),
      pain: [
        ...Array.from({ length: 150 }, () => ({ ...note, answeredOn: TODAY, sparedOn: TODAY })),
        { exercise: 'brug', day: '2026-01-01' },
      ],
      history: [],
    };
    fullest.pain.reverse();
    const text = writeDocument(fullest);
    const { memory, problem } = readDocument(text, 1);
    expect(problem).toBeUndefined();
    expect(text.length).toBeLessThanOrEqual(MAX_DOCUMENT_CHARACTERS);
    expect(memory.shelf).toHaveLength(MAX_SHELF);
    expect(memory.pain).toHaveLength(MAX_PAIN);
    // Open questions stay longer than answered ones.
    expect(memory.pain[0]).toEqual({ exercise: 'brug', day: '2026-01-01' });
  });
});
