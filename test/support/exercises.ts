/** Exercises for tests: some by hand, and a generator for any exercise. */
import fc from 'fast-check';
import type { Dose, Exercise, MovementStep, Part } from '../../src/catalogue/types';

const bare = (id: string, parts: [Part, ...Part[]]): Exercise => ({
  id,
  category: 'kracht',
  title: id,
  titleFromBrochure: true,
  shortTitle: id,
  level: 'basic',
  position: 'supine',
  equipment: [],
  instruction: ['…'],
  variants: [],
  parts,
  assumed: [],
});

export const part = (dose: Dose, movement: MovementStep[], more: Partial<Part> = {}): Part => ({
  id: 'main',
  optional: false,
  ready: 'ready',
  movement,
  dose,
  assumed: [],
  about: [],
  ...more,
});

export const LIFT_HOLD_LOWER: MovementStep[] = [
  { phase: 'move', clip: 'lift', seconds: 2 },
  { phase: 'hold', clip: 'hold' },
  { phase: 'return', clip: 'lower', seconds: 2 },
  { phase: 'rest', clip: 'ready', seconds: 1 },
];

/** An exercise like the bridge: sets × repetitions × hold. */
export const bridge = (dose: Partial<Dose> = {}): Exercise =>
  bare('brug', [
    part(
      { sets: 2, reps: 15, holdCounts: 3, sides: 'none', restSeconds: 20, ...dose },
      LIFT_HOLD_LOWER,
    ),
  ]);

/** An exercise like the side plank: one hold on each side. */
export const sidePlank = (): Exercise =>
  bare('zijplank', [
    part(
      { sets: 1, reps: 1, holdCounts: 10, sides: 'each', restSeconds: 20, switchSeconds: 12 },
      LIFT_HOLD_LOWER,
    ),
  ]);

/** An exercise like cycling: two timed parts with legs that rise and sink. */
export const cycling = (): Exercise => {
  const legs = { enter: { clip: 'enter', seconds: 2 }, leave: { clip: 'leave', seconds: 2 } };
  const dose = (restSeconds: number): Dose => ({
    sets: 1,
    durationSeconds: 30,
    sides: 'none',
    restSeconds,
  });
  return bare('fietsen', [
    part(dose(10), [{ phase: 'move', clip: 'turn', seconds: 1.5 }], legs),
    part(dose(20), [{ phase: 'move', clip: 'turn-backward', seconds: 1.5 }], {
      ...legs,
      id: 'achteruit',
      optional: true,
    }),
  ]);
};

/** An exercise like the superman: one hold a time, left and right in turns. */
export const inTurns = (reps = 20): Exercise =>
  bare('superman', [
    part({ sets: 1, reps, holdCounts: 3, sides: 'alternate', restSeconds: 20 }, LIFT_HOLD_LOWER),
  ]);

const seconds = fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2);

const movement = (held: boolean, timed: boolean): fc.Arbitrary<MovementStep[]> =>
  fc
    .record({ there: seconds, back: seconds, ease: fc.option(fc.integer({ min: 1, max: 3 })) })
    .map(({ there, back, ease }): MovementStep[] => [
      { phase: 'move', clip: 'lift', seconds: there },
      ...(held ? [{ phase: 'hold', clip: 'hold' } as const] : []),
      { phase: 'return', clip: 'lower', seconds: back },
      ...(ease && !timed ? [{ phase: 'rest', clip: 'ready', seconds: ease } as const] : []),
    ]);

const kind = fc.constantFrom('reps', 'counts', 'seconds', 'timed');
const sides = fc.constantFrom('none', 'each', 'alternate') as fc.Arbitrary<Dose['sides']>;

const anyPart = (id: string): fc.Arbitrary<Part> =>
  fc.tuple(kind, sides).chain(([how, whose]) =>
    fc
      .record({
        sets: fc.integer({ min: 1, max: 3 }),
        reps: fc.integer({ min: 1, max: 12 }),
        hold: fc.integer({ min: 1, max: 20 }),
        duration: fc.integer({ min: 5, max: 90 }),
        restSeconds: fc.integer({ min: 0, max: 30 }),
        switchSeconds: fc.integer({ min: 1, max: 15 }),
        legs: fc.boolean(),
        steps: movement(how === 'counts' || how === 'seconds', how === 'timed'),
      })
      .map(({ sets, reps, hold, duration, restSeconds, switchSeconds, legs, steps }) =>
        part(
          {
            sets,
            sides: whose,
            restSeconds,
            ...(how === 'timed' ? { durationSeconds: duration } : { reps }),
            ...(how === 'counts' ? { holdCounts: hold } : {}),
            ...(how === 'seconds' ? { holdSeconds: hold } : {}),
            ...(whose === 'each' ? { switchSeconds } : {}),
          },
          steps,
          {
            id,
            ...(legs
              ? { enter: { clip: 'enter', seconds: 2 }, leave: { clip: 'leave', seconds: 2 } }
              : {}),
          },
        ),
      ),
  );

/** Any exercise of one or two parts. */
export const anyExercise: fc.Arbitrary<Exercise> = fc
  .tuple(anyPart('main'), fc.option(anyPart('more')))
  .map(([main, more]) => bare('any', more ? [main, more] : [main]));

/** Any pace within the limits that a patient might choose. */
export const anyPace = fc.oneof(
  fc.constantFrom(0.5, 0.75, 1, 1.25),
  fc.integer({ min: 40, max: 200 }).map((percent) => percent / 100),
);
