/**
 * A day and a memory on which today's routine is made of three known exercises: all others are on
 * the shelf, as a patient may have put them there.
 */
import { chooseToday } from '../../src/session/choosing/today';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import { type PlannedExercise, planRoutine } from '../../src/session/routine/plan';
import { realExercises } from './catalogue';

export const THREE = ['brug', 'zijplank', 'fietsen'] as const;

/** The day it is. */
export const DAY = '2026-11-25';

/** What is remembered, beside an empty memory. */
export const ONLY_THREE: Pick<Memory, 'shelf'> = {
  shelf: [...realExercises().keys()]
    .filter((id) => !THREE.some((one) => one === id))
    .map((exercise) => ({ exercise, since: DAY, reason: 'own' })),
};

/** Today's routine then, laid out. */
export function plannedThree(): PlannedExercise[] {
  const exercises = realExercises();
  const memory = { ...emptyMemory(7), ...ONLY_THREE };
  const { routine } = chooseToday({ exercises: [...exercises.values()], memory, day: DAY });
  return planRoutine(routine, exercises);
}
