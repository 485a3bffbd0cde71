/** A narrator beside a player whose true media time the test knows. */
import { vi } from 'vitest';
import type { Exercise } from '../../../src/catalogue/types';
import {
  type NarratorDeps,
  PlaybackNarrator,
} from '../../../src/playback/narrator/playbackNarrator';
import type { Launched } from '../../../src/playback/narrator/sound/lookahead';
import { SoundOutput } from '../../../src/playback/narrator/sound/output';
import { notesOf } from '../../../src/playback/narrator/sound/synth';
import type { Line, Speaker } from '../../../src/playback/narrator/voice/speaker';
import { DEFAULT_SOUND, type SoundSettings } from '../../../src/session/preferences/sound';
import { compileTimeline } from '../../../src/timeline/compile';
import { type SoundKind, soundsOf } from '../../../src/timeline/sounds';
import type { Timeline } from '../../../src/timeline/types';
import nl from '../../../static/texts/nl.json';
import { FakeAudio } from '../../support/audio';
import { bridge } from '../../support/exercises';

/** Longest delay, seconds. */
export const LATE = 0.1;

/** Speaks at once, and notes the texts and times. */
class FakeSpeaker implements Speaker {
  readonly said: { text: string; at: number; stopped?: number }[] = [];
  volume = 1;
  canSpeak = true;
  /** False for a speaker that accepts texts but makes no sound. */
  isHeard = true;
  constructor(private readonly now: () => number) {}
  secondsOf({ text }: Line) {
    return 0.2 + text.length / 20;
  }
  prepare() {}
  setVolume(volume: number) {
    this.volume = volume;
  }
  say({ text }: Line, at: number): Launched {
    const entry: { text: string; at: number; stopped?: number } = { text, at };
    this.said.push(entry);
    return {
      heardAt: () => (this.isHeard && this.now() >= at ? at : undefined),
      stop: () => {
        entry.stopped = Math.min(entry.stopped ?? Number.POSITIVE_INFINITY, this.now());
      },
    };
  }
  /** Texts that were not stopped before they began. */
  get heard() {
    return this.said.filter(
      ({ at, stopped = Number.POSITIVE_INFINITY }) => stopped > at && at <= this.now(),
    );
  }
}

export const clock = { now: 0 };
export let audio: FakeAudio;
export let settings: SoundSettings;
export let speaker: FakeSpeaker;
export let narrator: PlaybackNarrator;
let watch: () => void;
/** The true media time: pairs of clock and media time, for what played. */
let truth: { clock: number; media: number }[];

export const set = { exercise: bridge(), timeline: compileTimeline(bridge()), media: 0 };

export function make(more: Partial<NarratorDeps> = {}, context?: (() => AudioContext) | null) {
  const now = () => clock.now;
  const create = context ?? (() => audio);
  // `new` needs a function that is not an arrow function.
  const Context = function AudioContext() {
    return create();
  } as unknown as new () => AudioContext;
  speaker = new FakeSpeaker(now);
  narrator = new PlaybackNarrator({
    now,
    output: new SoundOutput(now, context === null ? undefined : Context),
    speaker: () => speaker,
    language: () => 'nl',
    template: (key) => nl[key],
    settings: {
      get: () => settings,
      set: (to) => {
        settings = to;
      },
    },
    every: (_, then) => {
      watch = then;
      return () => {};
    },
    ...more,
  });
  return narrator;
}

export const tell = (running: boolean, shownAt?: number) =>
  narrator.moment({
    timeline: set.timeline,
    exercise: set.exercise,
    mediaTime: set.media,
    running,
    ...(shownAt === undefined ? {} : { shownAt: shownAt * 1000 }),
  });

export function wait(seconds: number) {
  const end = clock.now + seconds;
  for (; clock.now < end; clock.now += 0.02) watch?.();
  clock.now = end;
}

interface Playing {
  /** Frames a second that the narrator receives. */
  fps?: number;
  /** Longest delay of a callback, seconds; the delays vary up to it. */
  late?: number;
}

/** Plays on; the narrator receives the frames as from a browser. */
export function play(seconds: number, { fps = 30, late = 0 }: Playing = {}) {
  const begin = clock.now;
  const from = set.media;
  for (let n = 1; n <= Math.round(seconds * fps); n++) {
    const shown = begin + n / fps;
    const delay = late * ((n * 7) % 5) * 0.25;
    clock.now = Math.max(clock.now, shown + delay);
    set.media = from + n / fps;
    truth.push({ clock: shown, media: set.media });
    tell(true, delay ? shown : undefined);
    watch?.();
  }
  clock.now = Math.max(clock.now, begin + seconds);
}

export function open(exercise: Exercise, from = 0, pace = 1) {
  set.exercise = exercise;
  set.timeline = compileTimeline(exercise, { pace });
  set.media = from;
  tell(false);
}

/** The true media time at a clock time; NaN while the media stood still. */
export function mediaAt(time: number): number {
  const after = truth.findIndex((one) => one.clock >= time);
  const next = truth[after];
  const last = truth[after - 1];
  if (!next || !last || next.clock - last.clock > 0.3) return Number.NaN;
  return last.media + ((next.media - last.media) * (time - last.clock)) / (next.clock - last.clock);
}

/** First notes of the heard signals, by their true media time. */
export const signals = () =>
  audio.heard
    .filter(({ kind }) => kind === 'tone')
    .map(({ at, hz }) => ({ media: mediaAt(at), hz }));

const firstHz = (kind: SoundKind) => notesOf(kind)[0]?.hz;

/** Signals between two media times that are missing or late, and signals too many. */
export function wrong(timeline: Timeline, from: number, to: number): string[] {
  const wanted = soundsOf(timeline).filter(({ time }) => time > from && time < to);
  const heard = signals().filter(({ media }) => media > from && media < to);
  const missing = wanted.filter(
    ({ kind, time }) =>
      !heard.some(({ hz, media }) => hz === firstHz(kind) && Math.abs(media - time) < LATE),
  );
  const strays = heard.filter(
    ({ hz, media }) =>
      !wanted.some(({ kind, side, time }) =>
        notesOf(kind, side).some((one) => one.hz === hz && Math.abs(media - one.at - time) < LATE),
      ),
  );
  return [
    ...missing.map(({ kind, time }) => `no ${kind} at ${time}`),
    ...strays.map(({ hz, media }) => `${hz} Hz at ${media}`),
  ];
}

/** Sound settings for the next `make`. */
export function useSettings(to: SoundSettings) {
  settings = to;
}

export function useNewAudio() {
  audio = new FakeAudio(clock);
}

/** What played so far no longer counts for `mediaAt` and `wrong`. */
export function forgetTruth() {
  truth = [];
}

/** A new audio, and a narrator that speaks nothing. */
export function startFresh() {
  vi.stubGlobal('window', new EventTarget());
  clock.now = 100;
  audio = new FakeAudio(clock);
  settings = { ...DEFAULT_SOUND, voice: 'off' };
  truth = [];
  watch = () => {};
  make();
}
