/**
 * Simulates hls.js and a video element for the ladder, on the test's timers: it loads clips ahead of the
 * picture, requests them again as hls.js 1.7 does, and plays what it has.
 */
import { FPS } from '../../src/timeline/types';

interface FakeFragment {
  url: string;
  start: number;
  duration: number;
}

/** The answer to a request: a status (0: no answer) and the contents. */
export interface Answer {
  status: number;
  /** `noise`: no boxes; `undecodable`: boxes that no decoder takes. */
  bytes?: 'good' | 'noise' | 'undecodable';
  /** Delay of the answer, ms. */
  after?: number;
}

/** A request that left the set. Times are ms. */
export interface Sent {
  url: string;
  /** Where in the playlist, seconds; absent for the playlist itself. */
  start: number | undefined;
  at: number;
  /** True when a browser would have it in its cache. */
  isKept: boolean;
}

/** The world of a set; a test changes it. */
export class FakeWorld {
  sent: Sent[] = [];
  fragments: FakeFragment[] = [];
  answer: (url: string) => Answer = () => ({ status: 200 });
  /** Seconds of video that fit into a source buffer. */
  room = Number.POSITIVE_INFINITY;
  /** Whether the set allows `play()`. */
  mayPlay = () => true;
  /** True for a decoder that shows no more frames. */
  isStuck = () => false;
  private readonly kept = new Set<string>();

  send(url: string, start: number | undefined): Answer {
    const answer = this.answer(url);
    this.sent.push({ url, start, at: performance.now(), isKept: this.kept.has(url) });
    if (answer.status === 200 && (answer.bytes ?? 'good') === 'good') this.kept.add(url);
    return answer;
  }
}

type Range = [number, number];

/** A video element without a picture. */
export class FakeElement extends EventTarget {
  muted = false;
  paused = true;
  ended = false;
  error: MediaError | null = null;
  playbackRate = 1;
  ranges: Range[] = [];
  plays = 0;
  private time = 0;
  private isNew = false;
  private isWaiting = false;
  private callbacks = new Map<number, (now: number, about: object) => void>();
  private handle = 0;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly world: FakeWorld) {
    super();
    this.timer = setInterval(() => this.tick(), 1000 / FPS);
  }
  end() {
    clearInterval(this.timer);
  }
  get currentTime() {
    return this.time;
  }
  set currentTime(to: number) {
    this.time = to;
    this.isNew = true;
    this.ended = false;
  }
  get buffered() {
    const { ranges } = this;
    return {
      length: ranges.length,
      start: (n: number) => (ranges[n] as Range)[0],
      end: (n: number) => (ranges[n] as Range)[1],
    };
  }
  /** Media time at which the loaded video ends. */
  get readyUntil() {
    const at = this.time + 1e-6;
    return this.ranges.find(([from, to]) => from <= at && to > at)?.[1] ?? this.time;
  }
  play() {
    this.plays += 1;
    if (!this.world.mayPlay()) {
      return Promise.reject(Object.assign(new Error('no gesture'), { name: 'NotAllowedError' }));
    }
    this.paused = false;
    this.isWaiting = true;
    return Promise.resolve();
  }
  pause() {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
  load() {}
  removeAttribute() {
    this.ranges = [];
    this.isNew = true;
    this.paused = true;
  }
  requestVideoFrameCallback(callback: (now: number, about: object) => void) {
    this.handle += 1;
    this.callbacks.set(this.handle, callback);
    return this.handle;
  }
  cancelVideoFrameCallback(handle: number) {
    this.callbacks.delete(handle);
  }
  private tick() {
    if (this.world.isStuck()) return;
    const isReady = this.readyUntil - this.time > 1 / FPS;
    if (!this.paused && isReady) {
      if (this.isWaiting) {
        this.isWaiting = false;
        this.dispatchEvent(new Event('playing'));
      }
      this.time += 1 / FPS;
      this.isNew = true;
    } else if (!this.paused && !this.isWaiting) {
      this.isWaiting = true;
      this.dispatchEvent(new Event('waiting'));
    }
    if (!this.isNew || !isReady) return;
    this.isNew = false;
    const told = [...this.callbacks.values()];
    this.callbacks.clear();
    for (const one of told) one(0, { mediaTime: this.time, presentationTime: performance.now() });
  }
}

interface Context {
  url: string;
  frag?: FakeFragment;
}

type Told = (event: string, data: Record<string, unknown>) => void;

/** The library as `loadHls` returns it, in a world. */
export function fakeHlsLibrary(world: FakeWorld) {
  class FakeLoader {
    stats = { loaded: 0 };
    load(
      context: Context,
      _: object,
      callbacks: {
        onSuccess(response: { bytes: string }, stats: { loaded: number }, ...rest: unknown[]): void;
        onError(error: { code: number; text: string }, ...rest: unknown[]): void;
      },
    ) {
      const { after = 20, bytes = 'good', status } = world.send(context.url, context.frag?.start);
      setTimeout(() => {
        if (status !== 200) callbacks.onError({ code: status, text: '' }, context, null);
        else {
          this.stats.loaded = 60_000;
          callbacks.onSuccess({ bytes }, this.stats, context, null);
        }
      }, after);
    }
  }
  return class FakeHls {
    static Events = {
      ERROR: 'error',
      LEVEL_LOADED: 'levelLoaded',
      LEVEL_PTS_UPDATED: 'levelPtsUpdated',
    };
    static DefaultConfig = { loader: FakeLoader };
    private readonly heard = new Map<string, Told[]>();
    private video: FakeElement | undefined;
    private isLoading = false;
    private isBusy = false;
    private isStopped = false;
    private notBefore = 0;
    private errors = 0;
    private readonly timer: ReturnType<typeof setInterval>;

    constructor(
      readonly config: {
        startPosition: number;
        maxBufferLength: number;
        backBufferLength: number;
        loader: typeof FakeLoader;
        fragLoadPolicy: { default: { errorRetry: { maxNumRetry: number } } };
      },
    ) {
      this.timer = setInterval(() => this.tick(), 10);
    }
    on(event: string, then: Told) {
      this.heard.set(event, [...(this.heard.get(event) ?? []), then]);
    }
    destroy() {
      clearInterval(this.timer);
      this.isStopped = true;
    }
    stopLoad() {
      this.isStopped = true;
    }
    recoverMediaError() {
      if (this.video) this.video.ranges = [];
    }
    attachMedia(video: FakeElement) {
      this.video = video;
      video.currentTime = this.config.startPosition;
    }
    loadSource(url: string) {
      new this.config.loader().load(
        { url },
        {},
        {
          onSuccess: () => {
            const fragments = world.fragments.map((one) => ({
              ...one,
              end: one.start + one.duration,
            }));
            this.trigger('levelLoaded', { details: { fragments } });
            this.isLoading = true;
          },
          onError: ({ code }) => this.fail('networkError', 'manifestLoadError', true, code),
        },
      );
    }
    private trigger(event: string, data: Record<string, unknown>) {
      if (this.isStopped && event !== 'error') return;
      for (const one of this.heard.get(event) ?? []) one(event, data);
    }
    private fail(
      type: string,
      details: string,
      fatal: boolean,
      code?: number,
      frag?: FakeFragment,
    ) {
      const response = code === undefined ? undefined : { code };
      this.trigger('error', { type, details, fatal, response, frag });
      if (fatal) this.isStopped = true;
    }
    private tick() {
      const { video } = this;
      if (!video || this.isStopped || !this.isLoading || this.isBusy) return;
      if (performance.now() < this.notBefore) return;
      const end = video.readyUntil;
      if (end - video.currentTime >= this.config.maxBufferLength) return;
      const frag = world.fragments.find((one) => one.start + one.duration > end + 0.01);
      if (frag) this.ask(frag, video);
    }
    private ask(frag: FakeFragment, video: FakeElement) {
      this.isBusy = true;
      new this.config.loader().load(
        { url: frag.url, frag },
        {},
        {
          onSuccess: ({ bytes }) => {
            this.isBusy = false;
            if (!this.isStopped) this.append(frag, bytes, video);
          },
          onError: ({ code }) => {
            this.isBusy = false;
            if (this.isStopped) return;
            this.errors += 1;
            const most = this.config.fragLoadPolicy.default.errorRetry.maxNumRetry;
            this.notBefore = performance.now() + 500;
            this.fail('networkError', 'fragLoadError', this.errors > most, code, frag);
          },
        },
      );
    }
    private append(frag: FakeFragment, bytes: string, video: FakeElement) {
      if (bytes === 'noise') this.fail('mediaError', 'fragParsingError', false, undefined, frag);
      else if (bytes === 'undecodable') {
        this.fail('mediaError', 'bufferAppendError', false, undefined, frag);
      } else if (!this.fits(frag, video)) {
        // Drops video behind the picture, and requests again at once.
        if (video.readyUntil - video.currentTime < 0.5) video.ranges = [];
        this.fail('mediaError', 'bufferFullError', false, undefined, frag);
      } else {
        this.errors = 0;
        video.ranges = joined([...video.ranges, [frag.start, frag.start + frag.duration]]);
      }
    }
    private fits({ duration }: FakeFragment, video: FakeElement) {
      const held = () => video.ranges.reduce((sum, [from, to]) => sum + to - from, 0);
      if (held() + duration <= world.room) return true;
      const back = video.currentTime - 0.5;
      video.ranges = video.ranges
        .map(([from, to]): Range => [Math.max(from, Math.min(back, to)), to])
        .filter(([from, to]) => to - from > 0.01);
      return held() + duration <= world.room;
    }
  };
}

function joined(ranges: Range[]): Range[] {
  const all: Range[] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = all[all.length - 1];
    if (last && from <= last[1] + 0.01) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}
