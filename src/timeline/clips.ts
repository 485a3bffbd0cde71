/**
 * Names of clips: `base[-side][-detail]`. The timeline, the instructor and the import use the same
 * names.
 */
import type { Side } from './types';

/**
 * Lengths of the breaths that the instructor films, seconds. Each is a group of one-second clips.
 */
export const BREATHS = [1, 2, 3, 4, 5] as const;

/** `lift`, or `lift-left` where the sides are filmed apart. */
export const sidedClip = (base: string, side?: Side): string => (side ? `${base}-${side}` : base);

/**
 * Splits a wait or hold into calm breaths of three or four seconds. It begins and ends with the
 * chest at rest, so no joint between clips shows. One, two and five seconds are not sums of threes
 * and fours; each is one breath.
 * @param seconds whole seconds, 0 or more
 * @returns lengths of the breaths, seconds
 */
function breaths(seconds: number): number[] {
  if (seconds <= 0) return [];
  if (seconds <= 5) return [seconds];
  // As many fours as possible, so that a multiple of three remains: 6 = 3+3, 7 = 4+3, 8 = 4+4,
  // 9 = 3+3+3, 10 = 4+3+3.
  let fours = Math.floor(seconds / 4);
  while ((seconds - 4 * fours) % 3 !== 0) fours -= 1;
  const threes = (seconds - 4 * fours) / 3;
  return [...Array<number>(fours).fill(4), ...Array<number>(threes).fill(3)];
}

/** The one-second clips of a breathing pose: `hold-4-1` is the first second of a four-second breath. */
export const breathingClips = (base: string, seconds: number): string[] =>
  breaths(seconds).flatMap((length) =>
    Array.from({ length }, (_, second) => `${base}-${length}-${second + 1}`),
  );

/** The one-second clips of a transition: `enter-1`, `enter-2`. `seconds` is whole. */
export const transitionClips = (base: string, seconds: number): string[] =>
  Array.from({ length: seconds }, (_, second) => `${base}-${second + 1}`);
