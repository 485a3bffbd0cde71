/** Signals and voice against a player whose true media time the test knows. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Exercise } from '../../../src/catalogue/types';
import {
  type NarratorDeps,
  PlaybackNarrator,
} from '../../../src/playback/narrator/playbackNarrator';
import type { Launched } from '../../../src/playback/narrator/sound/lookahead';
import { SLEEP_AFTER, SoundOutput } from '../../../src/playback/narrator/sound/output';
import { notesOf } from '../../../src/playback/narrator/sound/synth';
import type { Line, Speaker } from '../../../src/playback/narrator/voice/speaker';
import { DEFAULT_SOUND, type SoundSettings } from '../../../src/session/preferences/sound';
import { compileTimeline } from '../../../src/timeline/compile';
import { sameMoment } from '../../../src/timeline/position';
import { type SoundKind, soundsOf } from '../../../src/timeline/sounds';
import { FPS, type Timeline } from '../../../src/timeline/types';
import nl from '../../../static/texts/nl.json';
import { FakeAudio } from '../../support/audio';
import { bridge, cycling, inTurns, sidePlank } from '../../support/exercises';

/** None may be later, seconds. */
const LATE = 0.1;

/** Says everything at once, and notes what was said when. */
class FakeSpeaker implements Speaker {
  readonly said: { text: string; at: number; stopped?: number }[] = [];
  volume = 1;
  canSpeak = true;
  /** What is ordered sounds. */
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
  /** What was not taken back before it began. */
  get heard() {
    return this.said.filter(
      ({ at, stopped = Number.POSITIVE_INFINITY }) => stopped > at && at <= this.now(),
    );
  }
}

const clock = { now: 0 };
let audio: FakeAudio;
let settings: SoundSettings;
let speaker: FakeSpeaker;
let narrator: PlaybackNarrator;
let watch: () => void;
/** Where the media truly was: pairs of clock and media time, of what played on. */
let truth: { clock: number; media: number }[];

const set = { exercise: bridge(), timeline: compileTimeline(bridge()), media: 0 };

function make(more: Partial<NarratorDeps> = {}, context?: (() => AudioContext) | null) {
  const now = () => clock.now;
  const create = context ?? (() => audio);
  // What `new` calls must be a function of the old kind.
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

const tell = (running: boolean, shownAt?: number) =>
  narrator.moment({
    timeline: set.timeline,
    exercise: set.exercise,
    mediaTime: set.media,
    running,
    ...(shownAt === undefined ? {} : { shownAt: shownAt * 1000 }),
  });

function wait(seconds: number) {
  const end = clock.now + seconds;
  for (; clock.now < end; clock.now += 0.02) watch?.();
  clock.now = end;
}

interface Playing {
  /** Frames a second that are told. */
  fps?: number;
  /** Longest by which a callback comes late, seconds; in turns. */
  late?: number;
}

/** The media plays on; frames are told as a browser does. */
function play(seconds: number, { fps = 30, late = 0 }: Playing = {}) {
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

function open(exercise: Exercise, from = 0, pace = 1) {
  set.exercise = exercise;
  set.timeline = compileTimeline(exercise, { pace });
  set.media = from;
  tell(false);
}

/** Media time at a clock time, as it truly was; the clock stood still in between. */
function mediaAt(time: number): number {
  const after = truth.findIndex((one) => one.clock >= time);
  const next = truth[after];
  const last = truth[after - 1];
  if (!next || !last || next.clock - last.clock > 0.3) return Number.NaN;
  return last.media + ((next.media - last.media) * (time - last.clock)) / (next.clock - last.clock);
}

/** First notes of signals that were heard, by the media time they were truly heard at. */
const signals = () =>
  audio.heard
    .filter(({ kind }) => kind === 'tone')
    .map(({ at, hz }) => ({ media: mediaAt(at), hz }));

const firstHz = (kind: SoundKind) => notesOf(kind)[0]?.hz;

/** What should have been heard from one media time to another and wasn't, or was late; and too much. */
function wrong(timeline: Timeline, from: number, to: number): string[] {
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

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  clock.now = 100;
  audio = new FakeAudio(clock);
  settings = { ...DEFAULT_SOUND, voice: 'off' };
  truth = [];
  watch = () => {};
  make();
});

describe('signals', () => {
  it.each([
    ['held repetitions', bridge({ sets: 1, reps: 4 })],
    ['both sides', sidePlank()],
    ['sides in turns', inTurns(4)],
    ['two timed parts', cycling()],
  ])('are all heard on their moment: %s', (_, exercise) => {
    open(exercise);
    const seconds = set.timeline.frames / FPS;
    play(seconds - 0.1);
    expect(wrong(set.timeline, 0, seconds - 0.5)).toEqual([]);
    expect(narrator.log.filter(({ outcome }) => outcome === 'dropped')).toEqual([]);
    expect(Math.max(...narrator.log.map(({ late }) => Math.abs(late)))).toBeLessThan(LATE);
  });

  it.each([
    ['few frames', { fps: 6 }],
    ['callbacks that come up to 150 ms late', { late: 0.15 }],
  ])('are on their moment with %s', (_, how) => {
    open(bridge({ sets: 1, reps: 4 }));
    play(30, how);
    expect(wrong(set.timeline, 0.5, 29)).toEqual([]);
  });

  it('stop with a pause, and go on where it stood', () => {
    open(bridge());
    play(7.8);
    tell(false);
    const before = audio.heard.length;
    // Nothing that was handed over sounds while it stands.
    wait(3);
    expect(audio.heard).toHaveLength(before);
    expect(audio.alive).toEqual([]);
    play(8);
    expect(wrong(set.timeline, 0.5, 15.5)).toEqual([]);
    expect(signals().filter(({ media }) => Math.abs(media - 8) < LATE)).toHaveLength(1);
  });

  it('wait for the picture when the network stalls, told or not', () => {
    for (const isTold of [true, false]) {
      clock.now = 100;
      truth = [];
      audio = new FakeAudio(clock);
      make();
      open(bridge());
      // A tick is due at 8 s; the picture stops at 7.2.
      play(7.2);
      if (isTold) tell(false);
      const before = audio.heard.length;
      wait(2);
      expect(audio.heard, String(isTold)).toHaveLength(before);
      play(8);
      expect(wrong(set.timeline, 0.5, 14.5), String(isTold)).toEqual([]);
    }
  });

  it('follow a short stall that only the frames show', () => {
    open(bridge());
    play(7.2);
    wait(0.3);
    play(8);
    // One tick that was already due may be early by the stall; from the next frame on all are right.
    expect(wrong(set.timeline, 7.3, 14.5)).toEqual([]);
  });

  it('follow another pace, without one of the old timeline', () => {
    open(bridge());
    play(13.5);
    const old = set.timeline;
    const slow = compileTimeline(bridge(), { pace: 0.75 });
    const from = sameMoment(old, slow, set.media);
    expect(wrong(old, 0.5, 13.4)).toEqual([]);
    set.timeline = slow;
    set.media = from;
    truth = [];
    const before = audio.heard.length;
    tell(false);
    wait(0.4);
    expect(audio.heard).toHaveLength(before);
    const fresh = clock.now;
    play(12);
    expect(wrong(slow, from + 0.2, from + 11.5)).toEqual([]);
    expect(audio.heard.filter(({ at }) => at > fresh).length).toBeGreaterThan(5);
  });

  it('follow a jump, and say nothing of what was skipped', () => {
    open(bridge());
    play(2.4);
    // The preparation is cut short: the player is told, and shows the next frame a while later.
    set.media = 5;
    tell(true);
    truth = [];
    wait(0.4);
    play(8);
    expect(wrong(set.timeline, 5.05, 12.5)).toEqual([]);
    expect(narrator.log.filter(({ mediaTime }) => mediaTime === 3 || mediaTime === 4)).toEqual([]);
  });

  it('are silent after Back: nothing sounds, nothing is waiting, the context sleeps', () => {
    vi.useFakeTimers();
    for (const at of [6.98, 7.02, 7.2, 9.7]) {
      clock.now = 100;
      audio = new FakeAudio(clock);
      make();
      open(bridge());
      play(at);
      narrator.stopped();
      expect(audio.alive, String(at)).toEqual([]);
      // Awake until it has let go of what was stopped.
      expect(audio.state).toBe('running');
      vi.advanceTimersByTime(SLEEP_AFTER);
      expect(audio.state).toBe('suspended');
      const heard = audio.heard.length;
      wait(5);
      expect(audio.heard).toHaveLength(heard);
    }
    // The next session begins before it has fallen asleep.
    open(bridge());
    narrator.stopped();
    open(bridge());
    vi.advanceTimersByTime(SLEEP_AFTER * 2);
    expect(audio.state).toBe('running');
    vi.useRealTimers();
  });

  it('do without Web Audio, and without permission; the first key gives it', () => {
    make({}, null);
    open(bridge());
    play(8);
    expect(narrator.log.every(({ outcome }) => outcome === 'dropped')).toBe(true);

    audio.mayResume = false;
    make();
    open(bridge());
    play(8);
    expect(audio.sources).toEqual([]);
    audio.mayResume = true;
    window.dispatchEvent(new Event('keydown'));
    play(4);
    expect(signals().map(({ media }) => Math.round(media))).toEqual(
      expect.arrayContaining([9, 10]),
    );
  });

  it('survive a set that hands out no context', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    make({}, () => {
      throw new Error('no more contexts');
    });
    open(bridge());
    play(8);
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('keep a bounded log', () => {
    open(cycling());
    for (let n = 0; n < 30; n++) {
      set.media = 0;
      tell(true);
      play(40, { fps: 8 });
    }
    expect(narrator.log.length).toBeLessThanOrEqual(600);
    expect(narrator.log.length).toBeGreaterThan(400);
  });
});

describe('the voice', () => {
  beforeEach(() => {
    settings = { ...DEFAULT_SOUND, voice: 'cues' };
    make();
  });

  it('counts on the second, and leads through the repetition', () => {
    open(bridge());
    play(20);
    const heard = speaker.heard.map(({ at, text }) => [text, Math.round(mediaAt(at) * 100) / 100]);
    expect(heard.filter(([text]) => text === '3')).toEqual([
      ['3', 2],
      ['3', 7],
      ['3', 15],
    ]);
    const second = heard.filter(([, at]) => Number(at) > 9.9 && Number(at) < 18.5);
    expect(second.map(([text]) => text)).toEqual([
      'Terug',
      'Nummer 2',
      'Omhoog',
      'Hou aan',
      '3',
      '2',
      '1',
      'Terug',
    ]);
  });

  it('stops speaking with a pause and with Back', () => {
    open(bridge());
    play(7.3);
    tell(false);
    expect(
      speaker.said.every(({ at, stopped }) => stopped !== undefined || at < clock.now - 1),
    ).toBe(true);
    play(1);
    narrator.stopped();
    const before = speaker.said.length;
    wait(3);
    expect(speaker.said).toHaveLength(before);
  });

  it('takes another mode and another speaker at once', () => {
    open(bridge());
    play(6);
    narrator.change({ ...settings, voice: 'off' });
    const before = speaker.heard.length;
    play(6);
    expect(speaker.heard.filter(({ at }) => mediaAt(at) > 6.1)).toEqual([]);
    expect(before).toBeGreaterThan(3);
    narrator.change({ ...settings, voice: 'counts' });
    play(8);
    const words = speaker.heard.filter(({ at }) => mediaAt(at) > 12.2).map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['3', '2', '1']));
    expect(words).not.toContain('Hou aan');
  });

  it('says nothing muted, and captions stand in for it', () => {
    narrator.change({ ...settings, muted: true });
    open(bridge());
    play(7.5);
    expect(speaker.said).toEqual([]);
    expect(narrator.caption?.cue?.says).toEqual([{ key: 'phase.hold' }]);
    narrator.change({ ...settings, muted: false });
    expect(narrator.caption).toBeUndefined();
    narrator.change({ ...settings, captions: true });
    expect(narrator.caption?.count).toBe(3);
    narrator.stopped();
    expect(narrator.caption).toBeUndefined();
  });
});

describe('heard means heard', () => {
  const heard = (by: 'signal' | 'voice') =>
    narrator.log.filter((one) => one.by === by && one.outcome === 'started');

  beforeEach(() => {
    settings = { ...DEFAULT_SOUND, voice: 'cues' };
    make();
  });

  it('a voice that is heard needs no captions', () => {
    open(bridge());
    expect(narrator.caption).toBeUndefined();
    play(8);
    expect(narrator.caption).toBeUndefined();
    expect(heard('voice').length).toBeGreaterThan(2);
  });

  it('what was ordered and didn’t sound is captioned, and is not told to have been said', () => {
    open(bridge());
    speaker.isHeard = false;
    play(8);
    expect(heard('voice')).toEqual([]);
    expect(narrator.caption).toEqual(narrator.saying);
    expect(narrator.caption).toBeDefined();
    // Nothing is left to sound when nobody expects it any more.
    expect(speaker.said.filter(({ at, stopped }) => !stopped && at < clock.now - 1.2)).toEqual([]);
    speaker.isHeard = true;
    play(4);
    expect(heard('voice').length).toBeGreaterThan(1);
    expect(narrator.caption).toBeUndefined();
  });

  it('who says that nothing can be heard is captioned from the first frame on', () => {
    open(bridge());
    speaker.canSpeak = false;
    play(0.05);
    expect(narrator.caption).toEqual(narrator.saying);
    expect(narrator.caption).toBeDefined();
  });

  it('nobody speaks: captions from the first frame on', () => {
    make({ speaker: () => undefined });
    open(bridge());
    play(0.05);
    expect(narrator.caption).toBeDefined();
  });

  it('signals alone, and a context that stays suspended: captions until a key', () => {
    settings = { ...DEFAULT_SOUND, voice: 'off' };
    audio.mayResume = false;
    make();
    open(bridge());
    play(0.05);
    expect(narrator.caption).toBeDefined();
    for (const gesture of ['click', 'touchend']) {
      audio.mayResume = true;
      window.dispatchEvent(new Event(gesture));
      play(1);
      expect(audio.state, gesture).toBe('running');
      expect(narrator.caption, gesture).toBeUndefined();
      audio.mayResume = false;
      audio.standStill();
      expect(narrator.caption, gesture).toBeDefined();
    }
  });

  it.each([
    'interrupted',
    'running',
  ] as const)('a context that stands still (%s) started nothing; it is captioned, and heard again later', (state) => {
    settings = { ...DEFAULT_SOUND, voice: 'off' };
    make();
    open(bridge());
    play(7.5);
    const before = heard('signal').length;
    expect(before).toBeGreaterThan(2);
    audio.mayResume = false;
    audio.standStill(state);
    play(6);
    expect(heard('signal')).toHaveLength(before);
    expect(narrator.caption).toBeDefined();
    audio.mayResume = true;
    // What a set does by itself when the other app ends.
    if (state === 'interrupted') audio.onstatechange?.();
    else audio.resume();
    play(4);
    expect(narrator.caption).toBeUndefined();
    expect(heard('signal').length).toBeGreaterThan(before);
    expect(signals().filter(({ media }) => media > 8.1 && media < 12)).toEqual([]);
  });
});

describe('signals handed over after the frame', () => {
  it('sound when they should, though the frame never waits for them', () => {
    const later: (() => void)[] = [];
    make({ after: (then) => void later.push(then) });
    open(bridge());
    const from = set.media;
    for (let n = 0; n < 30 * 20; n += 1) {
      play(1 / 30);
      // One task for a frame, however many frames came before it.
      expect(later.length).toBeLessThanOrEqual(1);
      if (n % 3 === 0) later.shift()?.();
    }
    later.shift()?.();
    expect(signals().length).toBeGreaterThan(5);
    expect(wrong(set.timeline, from, set.media - 0.2)).toEqual([]);
  });

  it('hand over nothing where it was left or paused meanwhile', () => {
    const later: (() => void)[] = [];
    make({ after: (then) => void later.push(then) });
    open(bridge());
    play(0.5);
    tell(false);
    later.splice(0).forEach((then) => {
      then();
    });
    expect(audio.heard).toEqual([]);
    play(0.5);
    narrator.stopped();
    later.splice(0).forEach((then) => {
      then();
    });
    expect(audio.heard).toEqual([]);
  });
});
