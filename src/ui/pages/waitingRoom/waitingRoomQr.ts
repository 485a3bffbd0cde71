/** QR codes of the waiting room. Each exercise has its own code, of the same size if possible. */
import type { Exercise } from '../../../catalogue/types';
import type { Shell } from '../../shell';
import { type TakeQr, takeQr } from '../take/takeContent';

export type RoomQr = Exclude<TakeQr, string>;

export interface RoomQrs {
  /**
   * The code of an exercise; undefined asks for the code of the phone page alone. The result is
   * undefined when no code can be shown.
   */
  codes(exercise: string | undefined): RoomQr | undefined;
  /** Side of the largest code, px; 0 without codes. */
  side: number;
}

/** @param room side of the largest square for a code, px */
export function roomQrs(exercises: readonly Exercise[], shell: Shell, room: number): RoomQrs {
  const { routines } = shell.services;
  const of = (exercise: string | undefined): RoomQr | undefined => {
    const code = exercise === undefined ? '' : routines.codeOf([{ exercise }]);
    const qr = code === undefined ? undefined : takeQr(code, shell, room);
    return typeof qr === 'string' ? undefined : qr;
  };
  const all = new Map<string | undefined, RoomQr>();
  for (const id of [undefined, ...exercises.map((one) => one.id)]) {
    const qr = of(id);
    if (qr) all.set(id, qr);
  }
  return {
    // An exercise without a code of its own gets the code of the phone page.
    codes: (exercise) => all.get(exercise) ?? all.get(undefined),
    side: Math.max(0, ...[...all.values()].map((qr) => qr.side)),
  };
}
