/** The result of a session at its end. Pure. */

import type { Routine } from '../routine/routine';

/** How an exercise of the session ended. */
export type Outcome = 'done' | 'skipped' | 'hurt';

/** How one exercise of the session ended, as the session noted it. */
export interface Ended {
  outcome: Outcome;
  /** True if it was completed, with or without pain. */
  finished: boolean;
}

/** An outcome that also tells whether an exercise that hurt was completed. */
export type Ending = Outcome | 'doneHurt';

/** How one exercise ended. */
export const endingOf = ({ finished, outcome }: Ended): Ending =>
  outcome === 'hurt' && finished ? 'doneHurt' : outcome;

/** How many exercises were completed (with pain too), and how many were stopped because of pain. */
export function countEndings(all: readonly Ended[]): { done: number; leftHurt: number } {
  const endings = all.map(endingOf);
  return {
    done: endings.filter((ending) => ending === 'done' || ending === 'doneHurt').length,
    leftHurt: endings.filter((ending) => ending === 'hurt').length,
  };
}

/**
 * The routine to do once more after its end.
 * @param hurt ids of the exercises that hurt: the routine lacks them
 * @returns undefined when nothing remains
 */
export function onceMore(routine: Routine, hurt: readonly string[]): Routine | undefined {
  const items = routine.items.filter(({ exercise }) => !hurt.includes(exercise));
  return items.length ? { ...routine, items } : undefined;
}
