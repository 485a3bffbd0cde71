/** A routine with an exercise of each kind, short enough to follow each in a test. */
import type { Dose } from '../../src/catalogue/types';
import type { Routine } from '../../src/session/routine/routine';
import { realExercises } from './catalogue';

/** What each exercise shows, and how the dose of each part differs from the catalogue's. */
const SHORT: Record<string, { kind: string; doses: Partial<Dose>[] }> = {
  brug: {
    kind: 'sets of repetitions with a hold',
    doses: [{ sets: 2, reps: 2, holdCounts: 2, restSeconds: 3 }],
  },
  superman: { kind: 'sides in turns', doses: [{ reps: 2, holdCounts: 2 }] },
  'bekken-handen-knieen': { kind: 'hollow and round', doses: [{ reps: 2 }] },
  'rek-rug-schouders': {
    kind: 'a stretch in two parts, the second on each side',
    doses: [
      { holdSeconds: 3, restSeconds: 3 },
      { holdSeconds: 3, switchSeconds: 3 },
    ],
  },
  'rotatie-ruglig': { kind: 'a timed effort', doses: [{ durationSeconds: 10 }] },
};

/** The kind of each exercise of the routine, in its order. */
export const KINDS = Object.entries(SHORT).map(([id, { kind }]) => [kind, id] as const);

/** A patient's routine of these exercises. */
export function shortRoutine(): Routine {
  const exercises = realExercises();
  return {
    id: 'own-1',
    title: 'Kort',
    items: Object.entries(SHORT).map(([id, { doses }]) => {
      const parts = exercises.get(id)?.parts ?? [];
      return { exercise: id, doses: parts.map(({ dose }, at) => ({ ...dose, ...doses[at] })) };
    }),
  };
}
