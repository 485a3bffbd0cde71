/** What the end of a session comes to. Pure. */

/** How an exercise of the session ended. */
export type Outcome = 'done' | 'skipped' | 'hurt';

/** How one exercise of the session ended, as the session noted it. */
export interface Ended {
  outcome: Outcome;
  /** It was carried on to its end, hurt or not. */
  finished: boolean;
}

/** An outcome in full: what hurt may have been carried on to its end. */
export type Ending = Outcome | 'doneHurt';

/** How one exercise ended. */
export const endingOf = ({ finished, outcome }: Ended): Ending =>
  outcome === 'hurt' && finished ? 'doneHurt' : outcome;

/** How many were done (in spite of pain too), and how many were left because of pain. */
export function countEndings(all: readonly Ended[]): { done: number; leftHurt: number } {
  const endings = all.map(endingOf);
  return {
    done: endings.filter((ending) => ending === 'done' || ending === 'doneHurt').length,
    leftHurt: endings.filter((ending) => ending === 'hurt').length,
  };
}
