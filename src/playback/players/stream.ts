/** One HLS stream to be played: what a player is given. */

/** Nobody answered: a network may be to blame, which comes back. */
export class Unreachable extends Error {}

/** What to play. */
export interface Stream {
  /** Of the playlist. */
  address: string;
  /** Whether it may be heard. */
  sound: boolean;
  /** Seconds it lasts. */
  length: number;
  /**
   * Holds what hls.js made of the playlist against what was planned.
   * @param starts fragments' starts, seconds; @param end the last one's end
   * @returns what is wrong, and where by plan the fragment ends that is to blame; or undefined
   */
  check(starts: number[], end: number): { wrong: string; until?: number } | undefined;
  /** Lets go what was made for it. */
  free?(): void;
}
