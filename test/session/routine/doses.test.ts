import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dose } from '../../../src/catalogue/types';
import { oneSet } from '../../../src/session/choosing/routineFit';
import {
  type DoseField,
  doseFields,
  dosesOf,
  isChanged,
  setVariant,
  stepDose,
  toBrochure,
  variantScale,
} from '../../../src/session/routine/doses';
import { planRoutine, timelineOf } from '../../../src/session/routine/plan';
import type { RoutineItem } from '../../../src/session/routine/routine';
import { compileTimeline } from '../../../src/timeline/compile';
import { realExercises } from '../../support/catalogue';
import { anyExercise, cycling } from '../../support/exercises';
import { filmOf } from '../../support/filmOf';

const exercises = realExercises();
const get = (id: string) => {
  const exercise = exercises.get(id);
  if (!exercise) throw new Error(`the catalogue has no ${id}`);
  return exercise;
};
const brug = get('brug');
const plain: RoutineItem = { exercise: 'brug' };
const pick = (fields: DoseField[], name: string) => fields.find((one) => one.field === name);

it('the bridge: what can be changed, what is the brochure’s and what is ours', () => {
  expect(doseFields(brug, plain)).toEqual([
    { part: 0, field: 'sets', value: 2, min: 1, max: 4, step: 1, isBrochure: true, isOurs: false },
    {
      part: 0,
      field: 'reps',
      value: 15,
      min: 1,
      max: 30,
      step: 1,
      isBrochure: true,
      isOurs: false,
    },
    { part: 0, field: 'hold', value: 3, min: 1, max: 10, step: 1, isBrochure: true, isOurs: true },
  ]);
});

it('one press is one step, the timeline follows, and back again is the brochure', () => {
  const reps = { part: 0, field: 'reps' } as const;
  const fewer = stepDose(brug, plain, reps, -1);
  expect(pick(doseFields(brug, fewer), 'reps')).toMatchObject({ value: 14, isBrochure: false });
  expect(isChanged(brug, fewer)).toBe(true);
  const [planned] = planRoutine({ id: 'r', title: 'r', items: [fewer] }, exercises);
  expect(planned && timelineOf(planned, 1).parts[0]?.repetitions).toBe(14);
  expect(stepDose(brug, fewer, reps, 1)).toEqual(plain);
  expect(toBrochure(brug, fewer)).toEqual(plain);
});

it('turns change by two, so that both sides get the same', () => {
  const superman = get('superman');
  const item = stepDose(superman, { exercise: 'superman' }, { part: 0, field: 'reps' }, -1);
  expect(pick(doseFields(superman, item), 'reps')).toMatchObject({ value: 18, min: 2, step: 2 });
});

it('an optional part goes off and on, the main part can’t', () => {
  const item: RoutineItem = { exercise: 'fietsen' };
  const optional = { part: 1, field: 'optional' } as const;
  const off = stepDose(cycling(), item, optional, -1);
  expect(dosesOf(cycling(), off)[1]).toBeNull();
  expect(doseFields(cycling(), off).filter(({ part }) => part === 1)).toEqual([
    expect.objectContaining({ field: 'optional', value: false, isBrochure: false }),
  ]);
  expect(stepDose(cycling(), off, optional, 1)).toEqual(item);
  expect(stepDose(cycling(), item, { part: 0, field: 'optional' }, -1)).toEqual(item);
  expect(stepDose(cycling(), off, { part: 1, field: 'seconds' }, 1)).toBe(off);
});

it('a variant is one the brochure names, and keeps its dose', () => {
  const crossed = setVariant(
    brug,
    stepDose(brug, plain, { part: 0, field: 'sets' }, -1),
    'armen-gekruist',
  );
  expect(crossed).toMatchObject({ variant: 'armen-gekruist', doses: [{ sets: 1 }] });
  expect(setVariant(brug, setVariant(brug, plain, 'armen-gekruist'), undefined)).toEqual(plain);
  expect(toBrochure(brug, crossed)).toEqual({ exercise: 'brug', variant: 'armen-gekruist' });
  expect(isChanged(brug, { exercise: 'brug', variant: 'armen-gekruist' })).toBe(false);
  expect(() => setVariant(brug, plain, 'op-je-hoofd')).toThrow(
    'brug: has no variant "op-je-hoofd"',
  );
});

describe('a dose that outlived its catalogue is the catalogue’s', () => {
  const { dose } = brug.parts[0];
  it.each<[string, RoutineItem['doses']]>([
    ['too few', []],
    ['too many', [dose, dose]],
    ['the main part left out', [null]],
    ['a timed effort now', [{ sets: 1, durationSeconds: 30, sides: 'none', restSeconds: 5 }]],
    ['sides now', [{ ...dose, sides: 'each', switchSeconds: 5 }]],
  ])('%s', (_, doses) => {
    expect(dosesOf(brug, { exercise: 'brug', doses })).toEqual([dose]);
    const items = [{ exercise: 'brug', doses }];
    const [planned] = planRoutine({ id: 'r', title: 'r', items }, exercises);
    expect(planned && timelineOf(planned, 1).frames).toBeGreaterThan(0);
  });
});

it('after any presses: within bounds, playable, and the brochure one press away', () => {
  const press = fc.record({
    at: fc.nat({ max: 9 }),
    by: fc.constantFrom(-1 as const, 1 as const),
    times: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(
      fc.oneof(anyExercise, fc.constantFrom(...exercises.values())),
      fc.array(press, { maxLength: 8 }),
      (exercise, presses) => {
        const start: RoutineItem = { exercise: exercise.id };
        let item = start;
        for (const { at, by, times } of presses) {
          const fields = doseFields(exercise, item);
          const field = fields[at % fields.length] as DoseField;
          for (let n = 0; n < times; n += 1) item = stepDose(exercise, item, field, by);
        }
        for (const { max, min, value } of doseFields(exercise, item)) {
          expect(min).toBeLessThanOrEqual(max);
          if (typeof value === 'number') {
            expect(value).toBeGreaterThanOrEqual(min);
            expect(value).toBeLessThanOrEqual(max);
          }
        }
        const doses = dosesOf(exercise, item);
        expect(compileTimeline(exercise, { doses }).frames).toBeGreaterThan(0);
        expect(toBrochure(exercise, item)).toEqual(start);
        expect(isChanged(exercise, toBrochure(exercise, item))).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

it('a film plays what it plays: nothing to change, no fewer sets, and a kept dose means nothing', () => {
  fc.assert(
    fc.property(filmOf(brug), (recorded) => {
      const filmed = { ...brug, recorded };
      const [own] = brug.parts.map(({ dose }) => dose);
      const kept = { exercise: 'brug', doses: [{ ...own, sets: 1 } as Dose] };
      expect(doseFields(filmed, plain)).toEqual([]);
      expect(stepDose(filmed, plain, { part: 0, field: 'sets' }, 1)).toBe(plain);
      expect(dosesOf(filmed, kept)).toEqual([own]);
      expect(oneSet(filmed)).toBeUndefined();
      expect(oneSet(brug)).toBeDefined();
      // A film belongs to the plain exercise. The brochure's variants have no film.
      expect(doseFields(filmed, { ...plain, variant: 'x' })).not.toEqual([]);
    }),
    { numRuns: 5 },
  );
});

it('the ways of an exercise go from easy to hard, with the exercise itself between', () => {
  const [harder] = brug.variants;
  if (!harder) throw new Error('the bridge has no variant');
  const easier = { ...harder, id: 'steun', kind: 'easier' as const };
  const both = { ...brug, variants: [harder, easier] };
  expect(variantScale(both, plain)).toEqual({ ways: [easier, undefined, harder], at: 1 });
  expect(variantScale(both, { ...plain, variant: 'steun' }).at).toBe(0);
  expect(variantScale(both, { ...plain, variant: harder.id }).at).toBe(2);
  // A variant that the catalogue lost is the exercise itself.
  expect(variantScale(both, { ...plain, variant: 'weg' }).at).toBe(1);
});
