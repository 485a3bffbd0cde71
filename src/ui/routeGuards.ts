/** Guards of routes: they find the data that an address names, and lead an address without data to another page. */
import { Router } from '@lightningjs/sdk';
import type { Routine } from '../session/routine/routine';
import type { ExercisePlace } from './pages/exercise/exerciseContent';
import type { Shell } from './shell';

/** The other page that an address leads to, and a sentence for the home screen, if any. */
interface Detour {
  to: string;
  notice?: string;
}

/** The last part of an address: `brug` of `exercise/brug`. */
function idOf(hash: string): string {
  const id = hash.split('/').slice(1).join('/');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Makes a guard that leads addresses without data to another page. */
export const guard =
  (shell: () => Shell, detour: (shell: Shell, id: string) => Detour | undefined) =>
  async (_from: string, request: { hash: string }): Promise<boolean> => {
    const found = detour(shell(), idOf(request.hash));
    if (!found) return true;
    shell().notice = found.notice === undefined ? undefined : { text: found.notice };
    Router.navigate(found.to, {}, false);
    return false;
  };

/** The patient's routine with this id; undefined for any other routine, since those can't be changed. */
export function ownRoutine({ services: { routines } }: Shell, id: string): Routine | undefined {
  const routine = routines.find(id);
  return routine && routines.isOwn(routine) ? routine : undefined;
}

/** An exercise at its place in a patient's routine, such as `own-1/2`. */
export function placeIn(shell: Shell, address: string): ExercisePlace | undefined {
  const [id = '', place = ''] = address.split('/');
  const item = ownRoutine(shell, id)?.items[Number(place)];
  const known = item && shell.services.routines.exercise(item.exercise);
  return known && { known, routine: { id, place: Number(place) } };
}
