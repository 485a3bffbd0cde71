/** Today's routine: a fixed one, of exercises with their own instructor video. */
import type { Routine } from './routine/routine';

/** The same for everyone, every day. */
export const TODAY: Routine = {
  id: 'today',
  title: 'routine.today',
  items: [{ exercise: 'brug' }, { exercise: 'zijplank' }, { exercise: 'fietsen' }],
};
