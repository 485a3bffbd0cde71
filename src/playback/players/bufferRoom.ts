/** How much video the set can buffer. The usual lengths apply until the set reports that it is full. */

/** Buffered video ahead of the frame on screen, seconds, on a set that has reported nothing. */
const USUAL_SECONDS = 20;
/** The most that hls.js may buffer ahead of a stream with few bytes, seconds. */
const USUAL_MOST_SECONDS = 50;
/**
 * Played video that stays buffered, seconds. By default hls.js keeps everything (measured: 728 of 735 s; with
 * 10 s it keeps 35 s).
 */
const USUAL_BACK_SECONDS = 10;
/** The shortest length that is worth a request, seconds. */
const LEAST_SECONDS = 1;

/** Seconds of buffered video after the frame on screen. */
export function aheadOf({
  buffered,
  currentTime,
}: Pick<HTMLVideoElement, 'buffered' | 'currentTime'>): number {
  for (let n = 0; n < buffered.length; n += 1) {
    const end = buffered.end(n);
    if (buffered.start(n) <= currentTime && end > currentTime) return end - currentTime;
  }
  return 0;
}

export class BufferRoom {
  private limit: number | undefined;

  /** The most video to request ahead, seconds; undefined while the set has reported no limit. */
  get most(): number | undefined {
    return this.limit;
  }

  /**
   * Notes that the set is full. Half of what fitted becomes the limit, which leaves room for played video and
   * the next clip.
   */
  shrink(fitted: number): void {
    this.limit = Math.max(LEAST_SECONDS, Math.min(this.limit ?? USUAL_SECONDS, fitted) / 2);
  }

  /** Buffer lengths for hls.js, which reads them again at every clip. */
  get lengths() {
    const { limit } = this;
    return {
      maxBufferLength: limit ?? USUAL_SECONDS,
      maxMaxBufferLength: limit ?? USUAL_MOST_SECONDS,
      backBufferLength: limit === undefined ? USUAL_BACK_SECONDS : 0,
    };
  }
}

/** The buffer room of this set, for as long as the app runs. */
export const bufferRoom = new BufferRoom();
