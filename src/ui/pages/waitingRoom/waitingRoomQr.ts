/** The waiting room's QR codes: of each exercise its own, of the same size where that can be. */
import type { Exercise } from '../../../catalogue/types';
import type { Shell } from '../../shell';
import { type TakeQr, takeQr } from '../take/takeContent';

export type RoomQr = Exclude<TakeQr, string>;

export interface RoomQrs {
  /** The code of an exercise, or of the page alone; undefined where none can be shown. */
  codes(exercise: string | undefined): RoomQr | undefined;
  /** Side of the largest, px; 0 where there is none. */
  side: number;
}

/** @param room side of the square there is for one, px */
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
    // An exercise that no code can name leads to all of them.
    codes: (exercise) => all.get(exercise) ?? all.get(undefined),
    side: Math.max(0, ...[...all.values()].map((qr) => qr.side)),
  };
}
