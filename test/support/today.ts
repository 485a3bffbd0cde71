/**
 * A day and a memory for which today's routine has three known exercises: the patient excluded all others.
 */
import { chooseToday } from '../../src/session/choosing/today';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import { type PlannedExercise, planRoutine } from '../../src/session/routine/plan';
import { realExercises } from './catalogue';

export const THREE = ['brug', 'zijplank', 'fietsen'] as const;

/** The day. */
export const DAY = '2026-11-25';

/** The parts of the memory on top of an empty memory. */
export const ONLY_THREE: Pick<Memory, 'shelf'> = {
  shelf: [...realExercises().keys()]
    .filter((id) => !THREE.some((one) => one === id))
    .map((exercise) => ({ exercise, since: DAY, reason: 'own' })),
};

/** Today's routine on that day, with its plan. */
export function plannedThree(): PlannedExercise[] {
  const exercises = realExercises();
  const memory = { ...emptyMemory(7), ...ONLY_THREE };
  const { routine } = chooseToday({ exercises: [...exercises.values()], memory, day: DAY });
  return planRoutine(routine, exercises);
}
