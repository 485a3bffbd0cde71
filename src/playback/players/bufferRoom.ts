/** How much video the set can hold ready: believed to be enough until it says that it is full. */

/** Ahead of the frame on screen, seconds, where nobody complains. */
const USUAL_SECONDS = 20;
/** hls.js lets a light stream go further. */
const USUAL_MOST_SECONDS = 50;
/** hls.js's default back buffer keeps everything: 728 of 735 s; 10 s keeps 35 s. */
const USUAL_BACK_SECONDS = 10;
/** Less isn't worth a request. */
const LEAST_SECONDS = 1;

/** Seconds of video that lie ready after the frame on screen. */
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

  /** Seconds that may be asked for ahead at most; undefined while the set has room enough. */
  get most(): number | undefined {
    return this.limit;
  }

  /** It is full. Half of what fitted leaves room for what has been played and for the next clip. */
  shrink(fitted: number): void {
    this.limit = Math.max(LEAST_SECONDS, Math.min(this.limit ?? USUAL_SECONDS, fitted) / 2);
  }

  /** For hls.js, which reads them anew at every clip. */
  get lengths() {
    const { limit } = this;
    return {
      maxBufferLength: limit ?? USUAL_SECONDS,
      maxMaxBufferLength: limit ?? USUAL_MOST_SECONDS,
      backBufferLength: limit === undefined ? USUAL_BACK_SECONDS : 0,
    };
  }
}

/** The set's, for as long as the app runs. */
export const bufferRoom = new BufferRoom();
