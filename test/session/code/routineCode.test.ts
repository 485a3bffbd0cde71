import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dose, Exercise } from '../../../src/catalogue/types';
import { catalogueMark, codeBook } from '../../../src/session/code/codeBook';
import { CODE_ALPHABET, seal, spacedCode, unseal } from '../../../src/session/code/codeSymbols';
import {
  canCode,
  codeInFragment,
  readCode,
  writeCode,
} from '../../../src/session/code/routineCode';
import { dosesOf, stepDose } from '../../../src/session/routine/doses';
import type { RoutineItem } from '../../../src/session/routine/routine';
import { realExercises } from '../../support/catalogue';

const exercises = realExercises();
const all = [...exercises.values()];
const book = codeBook(all);
const plain: RoutineItem[] = all.flatMap((one) => [
  { exercise: one.id },
  ...one.variants.map(({ id }) => ({ exercise: one.id, variant: id })),
]);
const exercise = (id: string) => exercises.get(id) as Exercise;

const itemsOf = (code: string) => {
  const reading = readCode(code, book);
  if ('problem' in reading) throw new Error(`${code}: ${reading.problem.kind}`);
  return reading.items;
};
const problemOf = (code: string) => {
  const reading = readCode(code, book);
  return 'problem' in reading ? reading.problem : undefined;
};

/** An item at the catalogue's dose, with changes that the remote allows. */
const changedItem = fc
  .tuple(
    fc.constantFrom(...plain),
    fc.array(
      fc.record({
        part: fc.nat(1),
        field: fc.constantFrom('sets', 'reps', 'hold', 'seconds', 'optional'),
        by: fc.constantFrom(-1, 1),
        times: fc.nat(12),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([item, changes]) =>
    changes.reduce((one, { by, field, part, times }) => {
      let next = one;
      const step = { part, field } as Parameters<typeof stepDose>[2];
      for (let n = 0; n < times; n += 1)
        next = stepDose(exercise(one.exercise), next, step, by as 1);
      return next;
    }, item),
  );

/** Any dose that the stored document may hold, with any rests. */
const anyDose = (own: Dose) =>
  fc
    .record({
      sets: fc.integer({ min: 1, max: 5 }),
      reps: fc.integer({ min: 1, max: 60 }),
      holdCounts: fc.integer({ min: 1, max: 60 }),
      holdSeconds: fc.integer({ min: 1, max: 60 }),
      durationSeconds: fc.integer({ min: 5, max: 600 }),
      restSeconds: fc.integer({ min: 0, max: 120 }),
      switchSeconds: fc.integer({ min: 1, max: 60 }),
    })
    .map((wild) => {
      const dose = { ...own };
      for (const name of Object.keys(wild) as (keyof typeof wild)[]) {
        if (dose[name] !== undefined) dose[name] = wild[name];
      }
      return dose;
    });
const wildItem = fc
  .constantFrom(...plain)
  .chain((item) =>
    fc
      .tuple(...exercise(item.exercise).parts.map(({ dose }) => anyDose(dose)))
      .map((doses): RoutineItem => ({ ...item, doses })),
  );

const routine = fc.array(fc.oneof(fc.constantFrom(...plain), changedItem, wildItem), {
  minLength: 1,
  maxLength: 20,
});

const shown = (items: readonly RoutineItem[]) =>
  items.map((item) => [item.exercise, item.variant, dosesOf(exercise(item.exercise), item)]);

describe('the code of a routine', () => {
  it('takes six characters for any four exercises or variants at the dose of the brochure', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...plain), { minLength: 4, maxLength: 4 }), (items) => {
        const code = writeCode(items, book);
        expect(code).toHaveLength(6);
        expect(itemsOf(code)).toEqual(items);
      }),
    );
  });

  it('brings every exercise and dose back, however they were changed', () => {
    fc.assert(
      fc.property(routine, (items) => {
        const code = writeCode(items, book);
        expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{3,600}$`));
        expect(shown(itemsOf(code))).toEqual(shown(items));
        expect(writeCode(itemsOf(code), book)).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  it('grows with changed doses, and only with those', () => {
    const lengthOf = (...items: RoutineItem[]) => writeCode(items, book).length;
    const bridge = { exercise: 'brug' };
    expect(lengthOf(bridge)).toBe(3);
    const fewer = stepDose(exercise('brug'), bridge, { part: 0, field: 'reps' }, -1);
    expect(lengthOf(fewer)).toBe(6);
    expect(lengthOf(stepDose(exercise('brug'), fewer, { part: 0, field: 'reps' }, 1))).toBe(3);
    expect(lengthOf(...plain.slice(0, 20))).toBe(23);
  });

  it('stays what it is: these codes are on paper', () => {
    const four = ['brug', 'superman', 'bolletje', 'bekken-zit'].map((id) => ({ exercise: id }));
    expect(writeCode(four, book)).toMatchInlineSnapshot(`"U6AH44"`);
    const fewer = stepDose(exercise('brug'), { exercise: 'brug' }, { part: 0, field: 'reps' }, -1);
    expect(
      writeCode([fewer, { exercise: 'bekken-zit', variant: 'zitbal' }], book),
    ).toMatchInlineSnapshot(`"U6YBFS6"`);
  });

  it('is read as people type it', () => {
    const code = writeCode(plain.slice(0, 4), book);
    expect(itemsOf(` ${spacedCode(code).toLowerCase()} `)).toEqual(plain.slice(0, 4));
    expect(itemsOf(`${code.slice(0, 3)}-${code.slice(3)}`)).toEqual(plain.slice(0, 4));
    expect(codeInFragment(`#code/${code}`)).toBe(code);
    expect(codeInFragment(`#${code.toLowerCase()}`)).toBe(code);
    expect(codeInFragment('#%E0%A4%A')).toBe('%E0%A4%A');
  });

  it('says nothing about anyone: the same routine is the same code on every set', () => {
    expect(writeCode(plain.slice(0, 4), book)).toBe(
      writeCode(plain.slice(0, 4), codeBook([...all].reverse())),
    );
  });
});

/** Every code that differs in one character, or by an exchange of two neighbours. */
function* slips(code: string): Generator<string> {
  for (let at = 0; at < code.length; at += 1) {
    const [before, own, after] = [code.slice(0, at), code[at], code.slice(at + 1)];
    for (const other of CODE_ALPHABET) if (other !== own) yield before + other + after;
    if (after && after[0] !== own) yield before + after[0] + own + after.slice(1);
  }
}

describe('a mistyped code', () => {
  it('is told: every wrong character and every exchange of neighbours, at any length', () => {
    fc.assert(
      fc.property(routine, (items) => {
        for (const slip of slips(writeCode(items, book))) {
          expect(problemOf(slip)).toEqual({ kind: 'mistyped' });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of ten characters and more is told with any two wrong ones', () => {
    const code = seal([7, 4, 8, 15, 2, 0, 30, 11]);
    expect(code).toHaveLength(10);
    for (const slip of slips(code)) {
      for (const second of slips(slip)) {
        if (second !== code) expect(unseal(second)).toBeUndefined();
      }
    }
  });

  it('names a character that no code has, and its place', () => {
    expect(problemOf('3O5')).toEqual({ kind: 'character', character: 'O', place: 2 });
    expect(problemOf('35?K')).toEqual({ kind: 'character', character: '?', place: 4 - 1 });
  });

  it('is too short, or has a length that no code has', () => {
    expect(problemOf('')).toEqual({ kind: 'short' });
    expect(problemOf('3A')).toEqual({ kind: 'short' });
    for (const tail of CODE_ALPHABET) expect(problemOf(`23456789${tail}`)?.kind).toBe('mistyped');
    expect(problemOf('2'.repeat(5000))).toEqual({ kind: 'mistyped' });
  });

  it('never throws, whatever is typed', () => {
    const letters = fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), letters), (text) => {
        readCode(text, book);
      }),
      { numRuns: 2000 },
    );
    // Random values with a valid check character, so that the reader itself must refuse them.
    const nonsense = fc.array(fc.nat(30), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(nonsense, (symbols) => {
        symbols[0] = catalogueMark('thuisoefeningen-rug');
        const reading = readCode(seal(symbols), book);
        if ('items' in reading) {
          expect(reading.items.length).toBeGreaterThanOrEqual(1);
          expect(canCode(reading.items, book)).toBe(true);
          expect(shown(itemsOf(writeCode(reading.items, book)))).toEqual(shown(reading.items));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('bounds', () => {
  const mine = catalogueMark('thuisoefeningen-rug');

  it('no exercises and too many are refused when written', () => {
    expect(() => writeCode([], book)).toThrow('1 to 20');
    const many = Array.from({ length: 21 }, () => ({ exercise: 'brug' }));
    expect(() => writeCode(many, book)).toThrow('got 21');
    expect(canCode(many, book)).toBe(false);
    expect(() => writeCode([{ exercise: 'weg' }], book)).toThrow('"weg"');
  });

  it('a version to come, another catalogue and an exercise to come are told apart', () => {
    expect(problemOf(seal([29, 1]))).toEqual({ kind: 'newer' });
    expect(problemOf(seal([30, 1]))).toEqual({ kind: 'newer' });
    expect(problemOf(seal([(mine + 1) % 29, 1]))).toEqual({ kind: 'catalogue' });
    expect(problemOf(seal([mine, 27]))).toEqual({ kind: 'exercise', number: 28 });
    expect(problemOf(seal([mine, 28, 0, 0]))).toEqual({ kind: 'exercise', number: 29 });
  });

  it('doses that an exercise has not, or out of their bounds, are told', () => {
    const bridge = 4;
    // The last change plus 8: no seconds in a bridge; sets 1 to 5; no such part; not optional.
    for (const doses of [[3 + 8, 0], [0 + 8, 5], [7, 0 + 8, 1], [6 + 8], [1 + 8, 30, 30, 30]]) {
      expect(problemOf(seal([mine, bridge, 29, ...doses]))).toEqual({ kind: 'dose', number: 5 });
    }
    expect(problemOf(seal([mine, bridge, 29, 1]))).toEqual({ kind: 'mistyped' });
  });
});

describe('several catalogues', () => {
  const of = (catalogue: string, number: number, id: string): Exercise => ({
    ...exercise('brug'),
    id,
    variants: [],
    code: { catalogue, number },
  });
  const items = ['brug', 'knie-1', 'knie-2', 'superman'].map((id) => ({ exercise: id }));

  it('one routine takes exercises from both', () => {
    const both = codeBook([...all, of('nek', 5, 'knie-1'), of('nek', 60, 'knie-2')]);
    expect(readCode(writeCode(items, both), both)).toEqual({ items });
    expect(readCode(writeCode(items, both), book)).toEqual({ problem: { kind: 'catalogue' } });
  });

  it('two with the same mark are told apart where both are loaded', () => {
    let twin = 0;
    while (catalogueMark(`knie-${twin}`) !== catalogueMark('thuisoefeningen-rug')) twin += 1;
    const both = codeBook([
      ...all,
      of(`knie-${twin}`, 5, 'knie-1'),
      of(`knie-${twin}`, 60, 'knie-2'),
    ]);
    expect(readCode(writeCode(items, both), both)).toEqual({ items });
    const bridge = [{ exercise: 'brug' }];
    expect(writeCode(bridge, both)).toBe(writeCode(bridge, book));
  });

  it('the thirtieth has no mark, and is refused', () => {
    const thirty = Array.from({ length: 30 }, (_, at) => of(`boek-${at}`, 1, `e${at}`));
    const many = codeBook(thirty);
    expect(thirty.map(({ id }) => canCode([{ exercise: id }], many)).indexOf(false)).toBe(29);
  });
});
