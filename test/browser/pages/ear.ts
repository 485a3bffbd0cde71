/**
 * Runs in the page of the built app and listens. It notes every sound that starts and the true media time by
 * the video's frames, how loud the sound is, the drawn captions, and the text for screen readers.
 */
import type { Heard } from '../../../src/playback/narrator/narrator';

interface Started {
  /** Time on the page's clock, seconds. */
  at: number;
  stopped: number;
  /** Frequency of a tone when it began; 0 for a clip. */
  hz: number;
  /** True when it was handed over together with the clip before it: the rest of one line. */
  isNext: boolean;
}

export interface EarRecord {
  log: Heard[];
  /**
   * Sounds that began, with the media time on screen: by the two nearest frames, and by most frames near by.
   */
  starts: { media: number; steady: number; hz: number; isNext: boolean }[];
  captions: { media: number; cue: string; count: number; reading: string }[];
  /** Texts of the live region, with the media time on screen. */
  told: { media: number; text: string }[];
  /** Stretches in which the page itself got no turn on a busy machine, media seconds. */
  heldUp: { from: number; to: number }[];
  /** Loudest sample of the last moments, 0 to 1. */
  level: number;
  contexts: string[];
}

interface Drawn {
  ref?: string;
  children: Drawn[];
  value?: number;
  text?: { text: string };
  visible: boolean;
}

interface Handle {
  app: Drawn;
  services: {
    narrator: { log: Heard[]; settings: object; change(settings: object): void };
  };
  state(): { view?: unknown };
}

const handle = () => (window as unknown as { beweegMee: Handle }).beweegMee;
const contexts: AudioContext[] = [];
const analysers: AnalyserNode[] = [];
const sources: Started[] = [];
/** Frames: page clock and media time, seconds. */
let frames: { clock: number; media: number }[] = [];
let captions: EarRecord['captions'] = [];
let told: EarRecord['told'] = [];
let logged = 0;
let media = 0;

const clock = () => performance.now() / 1000;

/** The page looks at the clock this often, and takes a gap of at least this length for a machine's doing, seconds. */
const LOOK = 0.02;
const HELD_UP = 0.08;
let heldUp: { from: number; to: number }[] = [];
let looked = clock();
window.setInterval(() => {
  const now = clock();
  if (now - looked >= HELD_UP) heldUp.push({ from: looked, to: now });
  looked = now;
}, LOOK * 1000);

const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
  if (to[0] instanceof AudioDestinationNode) {
    const context = this.context as AudioContext;
    contexts.push(context);
    const analyser = context.createAnalyser();
    connect.call(this, analyser);
    analysers.push(analyser);
  }
  return connect.call(this, ...to);
} as typeof AudioNode.prototype.connect;

/** First frequency of each tone. */
const hertz = new WeakMap<AudioScheduledSourceNode, number>();
const { createOscillator } = BaseAudioContext.prototype;
BaseAudioContext.prototype.createOscillator = function (this: BaseAudioContext) {
  const oscillator = createOscillator.call(this);
  const { setValueAtTime } = oscillator.frequency;
  oscillator.frequency.setValueAtTime = (hz: number, at: number) => {
    hertz.set(oscillator, hz);
    return setValueAtTime.call(oscillator.frequency, hz, at);
  };
  return oscillator;
};
let lastClip = 0;

/** Wraps start and stop of one kind of source. */
function listen(prototype: AudioScheduledSourceNode) {
  const { start, stop } = prototype;
  const known = new WeakMap<AudioScheduledSourceNode, Started>();
  prototype.start = function (this: AudioScheduledSourceNode, when = 0, ...more: number[]) {
    const ahead = Math.max(0, when - this.context.currentTime);
    const isClip = this instanceof AudioBufferSourceNode;
    const called = clock();
    const entry = {
      at: called + ahead,
      stopped: Number.POSITIVE_INFINITY,
      hz: hertz.get(this) ?? 0,
      isNext: isClip && called - lastClip < 0.001,
    };
    if (isClip) lastClip = called;
    known.set(this, entry);
    sources.push(entry);
    (start as (...all: number[]) => void).call(this, when, ...more);
  };
  prototype.stop = function (this: AudioScheduledSourceNode, when = 0) {
    const entry = known.get(this);
    const ahead = Math.max(0, when - this.context.currentTime);
    if (entry) entry.stopped = Math.min(entry.stopped, clock() + ahead);
    stop.call(this, when);
  };
}
listen(OscillatorNode.prototype);
listen(AudioBufferSourceNode.prototype);

function find(from: Drawn, ref: string): Drawn | undefined {
  if (!from.visible) return undefined;
  if (from.ref === ref) return from;
  for (const child of from.children) {
    const found = find(child, ref);
    if (found) return found;
  }
  return undefined;
}

const video = document.querySelector('video') as HTMLVideoElement;
let readsCaptions = false;
const next = () => {
  video.requestVideoFrameCallback((_, metadata) => {
    next();
    media = metadata.mediaTime;
    frames.push({ clock: metadata.presentationTime / 1000, media });
    if (!readsCaptions) return;
    const seen = media;
    // The app draws in its own frame callback and in the animation frames of the same step.
    requestAnimationFrame(() => {
      if (media !== seen || !handle().state().view) return;
      const box = find(handle().app, 'Captions');
      const count = box && find(box, 'Count');
      captions.push({
        media: seen,
        cue: ((box && find(box, 'Cue')?.text?.text) ?? '').replace(/\n/g, ' '),
        count: count?.value ?? -1,
        reading: ((box && find(box, 'Reading')?.text?.text) ?? '').replace(/\n/g, ' '),
      });
    });
  });
};
next();

const region = document.querySelector('[role=status]');
if (region) {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) told.push({ media, text: node.textContent ?? '' });
    }
  }).observe(region, { childList: true });
}

/** Frames this near to a moment tell the media time then, seconds. */
const NEAR = 0.4;

/** Media time on screen at a page time, from the frames just before and after it; undefined without them. */
function mediaAt(at: number): number | undefined {
  const after = frames.findIndex((frame) => frame.clock >= at);
  const late = frames[after];
  const soon = frames[after - 1];
  if (!late || !soon) return undefined;
  const share = (at - soon.clock) / (late.clock - soon.clock);
  return soon.media + (late.media - soon.media) * share;
}

/** Media time from most frames near by. A busy machine shows single frames late, while the media goes on. */
function steadyAt(at: number): number {
  const behind = frames
    .filter(({ clock: shown }) => Math.abs(shown - at) <= NEAR)
    .map((frame) => frame.clock - frame.media)
    .sort((one, other) => one - other);
  return at - (behind[behind.length >> 1] ?? Number.NEGATIVE_INFINITY);
}

const ear = {
  mediaTime: () => media,
  /** Switches captions on and notes them. */
  caption() {
    const { narrator } = handle().services;
    narrator.change({ ...narrator.settings, captions: true });
    readsCaptions = true;
  },
  /** The records since the last call. */
  take(): EarRecord {
    const now = clock();
    const begun = sources.filter(({ at, stopped }) => at <= now && stopped > at);
    const starts = begun.flatMap(({ at, hz, isNext }) => {
      const where = mediaAt(at);
      return where === undefined ? [] : [{ media: where, steady: steadyAt(at), hz, isNext }];
    });
    const { log } = handle().services.narrator;
    const record: EarRecord = {
      log: log.slice(logged),
      starts,
      captions,
      told,
      heldUp: heldUp.map(({ from, to }) => ({
        from: mediaAt(from) ?? steadyAt(from),
        to: mediaAt(to) ?? steadyAt(to),
      })),
      level: Math.max(
        0,
        ...analysers.map((analyser) => {
          const samples = new Float32Array(analyser.fftSize);
          if (analyser.context.state === 'running') analyser.getFloatTimeDomainData(samples);
          return samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
        }),
      ),
      contexts: contexts.map(({ state }) => state),
    };
    logged = log.length;
    // Keeps the sources that have not begun.
    for (const one of begun) sources.splice(sources.indexOf(one), 1);
    frames = frames.slice(-30);
    captions = [];
    told = [];
    heldUp = [];
    return record;
  },
  async decode(files: string[]) {
    const context = new OfflineAudioContext(1, 1, 44_100);
    const found: { voice: number; onset: number; peak: number }[] = [];
    for (const file of files) {
      const bytes = await (await fetch(file)).arrayBuffer();
      const buffer = await context.decodeAudioData(bytes);
      const samples = buffer.getChannelData(0);
      const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
      const first = samples.findIndex((one) => Math.abs(one) > 0.01);
      let last = samples.length - 1;
      while (last > first && Math.abs(samples[last] as number) <= 0.01) last -= 1;
      const rate = buffer.sampleRate;
      found.push({ voice: (last - first) / rate, onset: first / rate, peak });
    }
    return found;
  },
};

declare global {
  interface Window {
    ear: typeof ear;
  }
}
window.ear = ear;
