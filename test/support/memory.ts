/** Memories for tests: records by hand, and a generator for any memory of a set. */
import fc from 'fast-check';
import type { Exercise } from '../../src/catalogue/types';
import { addDays } from '../../src/session/memory/day';
import type { Day, DoneExercise, Memory, SessionRecord } from '../../src/session/memory/memory';
import { DAILY_MINUTES, emptyMemory } from '../../src/session/memory/memory';
import { TEXT_SIZES } from '../../src/session/preferences/displayPreferences';
import type { RoutineItem } from '../../src/session/routine/routine';

/** The middle day of the tests. */
export const TODAY: Day = '2026-11-25';

export const done = (exercise: string, more: Partial<DoneExercise> = {}): DoneExercise => ({
  exercise,
  category: 'kracht',
  ending: 'done',
  seconds: 120,
  ...more,
});

/** A session of these exercises, all done. */
export const session = (day: Day, exercises: string[], more: Partial<SessionRecord> = {}) => ({
  day,
  routine: 'today',
  exercises: exercises.map((id) => done(id)),
  ...more,
});

const anyDay = (from: number, to: number): fc.Arbitrary<Day> =>
  fc.integer({ min: from, max: to }).map((n) => addDays(TODAY, n));

const anyItem = (id: fc.Arbitrary<string>, exercises: readonly Exercise[]) =>
  fc
    .record({ exercise: id, isOneSet: fc.boolean(), isVariant: fc.boolean() })
    .map(({ exercise: name, isOneSet, isVariant }): RoutineItem => {
      const exercise = exercises.find((one) => one.id === name);
      const variant = exercise?.variants[0]?.id;
      return {
        exercise: name,
        ...(isVariant && variant ? { variant } : {}),
        ...(isOneSet && exercise
          ? { doses: exercise.parts.map(({ dose }) => ({ ...dose, sets: 1 })) }
          : {}),
      };
    });

/** Any memory after use of these exercises in the 40 days around `TODAY`. */
export function anyMemory(exercises: readonly Exercise[]): fc.Arbitrary<Memory> {
  const id = fc.constantFrom(...exercises.map((one) => one.id), 'gone');
  const day = anyDay(-30, 10);
  const item = anyItem(id, exercises);
  const ending = fc.constantFrom('done', 'skipped', 'hurt', 'doneHurt') as fc.Arbitrary<
    DoneExercise['ending']
  >;
  const settings = fc.record({
    minutes: fc.constantFrom(...DAILY_MINUTES),
    equipment: fc
      .subarray(['mat', 'chair', 'ball', 'wall', 'support'] as const)
      .map((all) => [...all]),
    harder: fc.boolean(),
    waitForMe: fc.boolean(),
    textSize: fc.constantFrom(...TEXT_SIZES),
    highContrast: fc.boolean(),
    reducedMotion: fc.boolean(),
  });
  const answer = fc.constantFrom('gone', 'lasted', 'worse', 'unanswered', undefined);
  return fc
    .record({
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      settings,
      times: fc.integer({ min: 0, max: 5 }),
      routines: fc.array(
        fc.record({ name: fc.string(), items: fc.array(item, { maxLength: 6 }) }),
        {
          maxLength: 4,
        },
      ),
      shelf: fc.uniqueArray(id, { maxLength: 8 }),
      pain: fc.array(fc.record({ exercise: id, day, answer, answeredOn: day }), { maxLength: 8 }),
      history: fc.array(
        fc.record({
          day,
          routine: fc.constantFrom('today', 'own-1', 'one-brug'),
          exercises: fc.array(
            fc.record({
              exercise: id,
              category: fc.constantFrom('houding', 'kracht', 'mobiliteit'),
              ending,
              seconds: fc.integer({ min: 0, max: 400 }),
            }),
            { maxLength: 8 },
          ),
        }),
        { maxLength: 20 },
      ),
    })
    .map(({ seed, times, shelf, pain, routines, ...rest }) => ({
      ...emptyMemory(seed),
      ...rest,
      another: times ? { day: TODAY, times } : undefined,
      routines: routines.map(({ items, name }, n) => ({
        id: `own-${n + 1}`,
        title: name.trim() || 'naam',
        items,
      })),
      shelf: shelf.map((exercise) => ({ exercise, since: TODAY, reason: 'pain' as const })),
      pain: pain.map(({ answer: given, answeredOn, ...note }) => ({
        ...note,
        ...(given ? { answer: given, answeredOn } : {}),
      })),
    }));
}
