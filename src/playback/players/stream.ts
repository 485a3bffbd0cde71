/** One HLS stream, as a player receives it. */

/** There was no answer. The network may be the cause, and it may return. */
export class Unreachable extends Error {}

/** One HLS stream. */
export interface Stream {
  /** Address of the playlist. */
  address: string;
  /** True if the sound may be heard. */
  sound: boolean;
  /** Length, seconds. */
  length: number;
  /**
   * Compares the playlist as hls.js read it with the plan.
   * @param starts starts of the fragments, seconds
   * @param end end of the last fragment, seconds
   * @returns what is wrong, and the planned end of the wrong fragment, seconds; undefined when all is right
   */
  check(starts: number[], end: number): { wrong: string; until?: number } | undefined;
  /** Releases what was made for the stream. */
  free?(): void;
}
