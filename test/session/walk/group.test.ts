import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/catalogue/types';
import { type PlannedExercise, timelineOf } from '../../../src/session/routine/plan';
import { changeRest, changeWork, workStep } from '../../../src/session/walk/group';
import { overlayAt } from '../../../src/timeline/overlay';
import { samePlace } from '../../../src/timeline/position';
import { FPS } from '../../../src/timeline/types';
import { realExercises } from '../../support/catalogue';
import { anyExercise, bridge, cycling, inTurns, sidePlank } from '../../support/exercises';

const planned = (exercise: Exercise): PlannedExercise => ({
  exercise,
  item: { exercise: exercise.id },
  preparationSeconds: 5,
});
const repsOf = ({ exercise }: PlannedExercise) => exercise.parts[0].dose.reps;
const restOf = ({ exercise }: PlannedExercise) => exercise.parts[0].dose.restSeconds;

describe('five more, five fewer', () => {
  const at = (repetition: number) => ({ part: 'main', repetition });

  it('adds and takes five repetitions in every set', () => {
    expect(repsOf(changeWork(planned(bridge()), at(1), 1))).toBe(20);
    expect(repsOf(changeWork(planned(bridge()), at(1), -1))).toBe(10);
  });

  it('never takes what has been begun', () => {
    expect(repsOf(changeWork(planned(bridge()), at(12), -1))).toBe(12);
    const last = planned(bridge());
    expect(changeWork(last, at(15), -1)).toBe(last);
  });

  it('goes no further than a dose may', () => {
    let one = planned(bridge());
    for (let n = 0; n < 20; n += 1) one = changeWork(one, at(1), 1);
    expect(repsOf(one)).toBe(60);
  });

  it('gives both sides the same where they take turns', () => {
    const before = repsOf(planned(inTurns())) as number;
    const part = inTurns().parts[0].id;
    expect(repsOf(changeWork(planned(inTurns()), { part, repetition: 1 }, 1))).toBe(before + 10);
    expect(repsOf(changeWork(planned(inTurns()), { part, repetition: 3 }, -1)) as number).toBe(
      Math.max(before - 10, 4),
    );
  });

  it('adds long repetitions one by one, and seconds to an effort', () => {
    expect(workStep(planned(sidePlank()), 'main')).toEqual({ kind: 'reps', by: 1 });
    const [part] = cycling().parts;
    expect(workStep(planned(cycling()), part.id)).toEqual({ kind: 'seconds', by: 10 });
    const longer = changeWork(planned(cycling()), { part: part.id, repetition: 1, seconds: 3 }, 1);
    expect(longer.exercise.parts[0].dose.durationSeconds).toBe(
      (part.dose.durationSeconds as number) + 10,
    );
  });

  it('is the brochure’s number no more', () => {
    const real = planned(realExercises().get('superman') as Exercise);
    const { id } = real.exercise.parts[0];
    const changed = changeWork(real, { part: id, repetition: 1 }, 1).exercise.parts[0];
    expect(changed.about).not.toContain('reps');
    expect(changed.assumed).not.toContain('reps');
  });
});

describe('a longer rest', () => {
  it('lengthens the rests of the part, and takes no rest that was had', () => {
    expect(restOf(changeRest(planned(bridge()), 'main', 1))).toBe(30);
    expect(restOf(changeRest(planned(bridge()), 'main', -1))).toBe(10);
    expect(restOf(changeRest(planned(bridge()), 'main', -1, 12))).toBe(20);
    expect(restOf(changeRest(planned(bridge({ restSeconds: 120 })), 'main', 1))).toBe(120);
  });

  it('lengthens the rest before a part, which the part before it has', () => {
    const [first, second] = cycling().parts;
    const changed = changeRest(planned(cycling()), second?.id ?? '', 1).exercise.parts;
    expect(changed[0].dose.restSeconds).toBe(first.dose.restSeconds + 10);
  });
});

it('goes on in the same repetition and second, for any dose', () => {
  fc.assert(
    fc.property(
      anyExercise,
      fc.constantFrom(1 as const, -1 as const),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (exercise, by, share) => {
        const one = planned(exercise);
        const from = timelineOf(one, 1);
        const time = Math.floor(share * (from.frames - 1)) / FPS;
        const now = overlayAt(from, time);
        if (now.phase === 'done') return;
        const changed = changeWork(one, { part: now.part, repetition: now.repetition }, by);
        const to = timelineOf(changed, 1);
        const place = samePlace(from, to, time);
        if (now.timed || now.phase === 'prepare') return;
        expect(place).toBeDefined();
        const then = overlayAt(to, place as number);
        for (const key of ['part', 'set', 'repetition', 'side', 'phase', 'number'] as const) {
          expect(then[key]).toEqual(now[key]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
