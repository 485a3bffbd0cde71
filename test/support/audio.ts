/** A silent audio context that notes what started and stopped, and when. */

/** One source: an oscillator or a clip. Times are the context's, seconds. */
interface Source {
  kind: 'tone' | 'clip';
  /** First frequency of a tone, Hz. */
  hz: number;
  at: number;
  /** The place in the clip where it begins, seconds. */
  offset: number;
  until: number;
}

/** The test's clock for the context, seconds. It never runs backwards. */
interface Clock {
  now: number;
}

class Param {
  value = 0;
  first: number | undefined;
  setValueAtTime(value: number) {
    this.first ??= value;
    this.value = value;
  }
  setTargetAtTime(value: number) {
    this.value = value;
  }
  exponentialRampToValueAtTime(value: number) {
    this.value = value;
  }
}

class Node {
  connect() {}
  disconnect() {}
}

/** Difference between the test's clock and the context's clock, seconds. */
const SHIFT = 7.25;

export class FakeAudio {
  readonly sources: Source[] = [];
  readonly destination = new Node();
  state: 'suspended' | 'running' | 'interrupted' = 'suspended';
  onstatechange: (() => void) | null = null;
  /** Its own time while it stands still, seconds. */
  private standsAt: number | undefined;
  /** False for a browser that allows sound only after a key. */
  mayResume = true;

  constructor(private readonly clock: Clock) {}

  get currentTime() {
    return this.standsAt ?? this.clock.now - SHIFT;
  }

  /**
   * Stops the context: another app takes the loudspeaker, or the set stops it without a new state
   * (`running`).
   */
  standStill(state: 'interrupted' | 'running' = 'interrupted') {
    this.standsAt = this.currentTime;
    this.state = state;
    this.onstatechange?.();
  }

  /** Sources that began, in the test's time, without those that were stopped before. */
  get heard() {
    return this.sources
      .filter(({ at, until }) => until > at && at <= this.currentTime)
      .map((source) => ({ ...source, at: source.at + SHIFT, until: source.until + SHIFT }));
  }

  /** Sources that sound now or will sound. */
  get alive() {
    return this.sources.filter(({ until }) => until > this.currentTime);
  }

  createGain() {
    return Object.assign(new Node(), { gain: new Param() });
  }

  createOscillator() {
    const source: Source = { kind: 'tone', hz: 0, at: 0, offset: 0, until: 0 };
    const frequency = new Param();
    return Object.assign(new Node(), {
      type: 'sine',
      frequency,
      onended: null,
      start: (at: number) => {
        Object.assign(source, { hz: frequency.first, at, until: Number.POSITIVE_INFINITY });
        this.sources.push(source);
      },
      stop: (at = this.currentTime) => {
        source.until = Math.min(source.until, at);
      },
    });
  }

  createBufferSource() {
    const source: Source = { kind: 'clip', hz: 0, at: 0, offset: 0, until: 0 };
    const node = Object.assign(new Node(), {
      buffer: undefined as { duration: number } | undefined,
      start: (at: number, offset = 0, seconds = (node.buffer?.duration ?? 0) - offset) => {
        Object.assign(source, { at, offset, until: at + seconds });
        this.sources.push(source);
      },
      stop: (at = this.currentTime) => {
        source.until = Math.min(source.until, at);
      },
    });
    return node;
  }

  /** Reads each byte as a sample at 1000 Hz. */
  decodeAudioData(bytes: ArrayBuffer, done: (buffer: object) => void) {
    const samples = new Float32Array(bytes);
    done({
      duration: samples.length / 1000,
      sampleRate: 1000,
      getChannelData: () => samples,
    });
  }

  resume() {
    if (!this.mayResume) return Promise.resolve();
    this.state = 'running';
    this.standsAt = undefined;
    return Promise.resolve();
  }

  suspend() {
    this.state = 'suspended';
    return Promise.resolve();
  }
}
