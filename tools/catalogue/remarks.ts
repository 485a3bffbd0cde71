/** What a catalogue may hold and its author will hardly want. */
import { type CatalogueProblem, problemOf } from '../../src/catalogue/problems';
import type { Catalogue } from '../../src/catalogue/types';

/** True where repetitions of both sides together can't be divided over the two. */
export const isUneven = (sides: string, reps: number | undefined): boolean =>
  sides === 'alternate' && reps !== undefined && reps % 2 === 1;

/** The complaint about such repetitions. */
export const unevenComplaint = (reps: number): string =>
  `is ${reps} for both sides together, so one side gets one more; take ${reps - 1} or ${reps + 1}`;

/** One sentence for each place. @param catalogue undefined where it can't be read */
export const remarksOn = (catalogue: Catalogue | undefined, file: string): CatalogueProblem[] =>
  (catalogue?.exercises ?? []).flatMap(({ id, parts }) =>
    parts.flatMap(({ dose: { reps, sides } }, at) =>
      isUneven(sides, reps)
        ? [
            problemOf(
              file,
              `exercise "${id}"`,
              `parts[${at}].dose.reps`,
              unevenComplaint(reps as number),
            ),
          ]
        : [],
    ),
  );
