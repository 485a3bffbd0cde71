/** An audio context that makes no sound: it notes what was started and stopped, and when. */

/** One source: an oscillator or a clip. Times are the context's, seconds. */
interface Source {
  kind: 'tone' | 'clip';
  /** First frequency of a tone, Hz. */
  hz: number;
  at: number;
  /** Where in a clip it begins, seconds. */
  offset: number;
  until: number;
}

/** What a test's clock is to the context: seconds, and it never runs backwards. */
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

/** Between our clock and the context's, seconds: they never agree. */
const SHIFT = 7.25;

export class FakeAudio {
  readonly sources: Source[] = [];
  readonly destination = new Node();
  state: 'suspended' | 'running' | 'interrupted' = 'suspended';
  onstatechange: (() => void) | null = null;
  /** Its own time while it stands still, seconds. */
  private standsAt: number | undefined;
  /** Lets it run when it is asked to, as a browser does after a key. */
  mayResume = true;

  constructor(private readonly clock: Clock) {}

  get currentTime() {
    return this.standsAt ?? this.clock.now - SHIFT;
  }

  /** Another app takes the loudspeaker, or the set lets it go without a word (`running`). */
  standStill(state: 'interrupted' | 'running' = 'interrupted') {
    this.standsAt = this.currentTime;
    this.state = state;
    this.onstatechange?.();
  }

  /** Those that began (or would), in the test's time; stopped before they began, they never did. */
  get heard() {
    return this.sources
      .filter(({ at, until }) => until > at && at <= this.currentTime)
      .map((source) => ({ ...source, at: source.at + SHIFT, until: source.until + SHIFT }));
  }

  /** Sources that sound now, or will. */
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

  /** Bytes are taken as samples at 1000 Hz. */
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
