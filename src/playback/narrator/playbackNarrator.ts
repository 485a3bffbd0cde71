/**
 * Plays signals, voice and captions from the current timeline. The session controller reports the media time;
 * the narrator changes nothing in the session.
 */
import { isSilent, type SoundSettings, showsCaptions } from '../../session/preferences/sound';
import {
  allCaptions,
  type CaptionState,
  type CaptionTracks,
  captionAt,
  captionsOf,
} from '../../timeline/captions';
import type { Phrase, Template } from '../../timeline/phrases';
import type { Utterance } from '../../timeline/script';
import { type Sound, soundsOf } from '../../timeline/sounds';
import type { Timeline } from '../../timeline/types';
import { utterancesOf } from '../../timeline/utterances';
import { planVoice } from '../../timeline/voicePlan';
import type { Heard, Narrator, PlaybackMoment } from './narrator';
import { Lookahead, type Timed } from './sound/lookahead';
import { MediaClock } from './sound/mediaClock';
import type { SoundOutput } from './sound/output';
import { playSignal } from './sound/synth';
import { type Line, makeLine, type Speaker } from './voice/speaker';

/** Interval between two checks for new frames, ms. */
const WATCH_MS = 100;
/** Number of entries that the log keeps. */
const LOG_ENTRIES = 600;

/** The narrator's dependencies. */
export interface NarratorDeps {
  /** A steady clock, seconds since the page began. */
  now(): number;
  output: SoundOutput;
  /** The speaker for a language; undefined where there is none. `changed` is called when the speaker changes. */
  speaker(language: string, changed: () => void): Speaker | undefined;
  language(): string;
  /** The texts of the language. */
  template: Template;
  settings: { get(): SoundSettings; set(settings: SoundSettings): void };
  every?(ms: number, then: () => void): () => void;
  /** Runs a function in a task of its own, after the current drawing; absent: at once. */
  after?(then: () => void): void;
}

/** A line with the media time at which it is due. */
interface SpokenLine extends Timed {
  line: Line;
  utterance: Utterance;
}

const interval = (ms: number, then: () => void): (() => void) => {
  const timer = setInterval(then, ms);
  return () => clearInterval(timer);
};

export class PlaybackNarrator implements Narrator {
  readonly log: Heard[] = [];
  private readonly clock: MediaClock;
  private readonly signals: Lookahead<Sound>;
  private readonly voice: Lookahead<SpokenLine>;
  private speaker: Speaker | undefined;
  private timeline: Timeline | undefined;
  private exercise = '';
  private utterances: Utterance[] = [];
  /** The utterances that have been said. */
  private said = new Set<Utterance>();
  /** A line could not be said when it was due. */
  private hasMissed = false;
  private captions: CaptionTracks | undefined;
  private mediaTime = 0;
  private isRunning = false;
  /** This session has shown a moving frame. */
  private hasRun = false;
  /** The last line that was due was not heard. */
  private isUnheard = false;
  private isHandingOver = false;
  private stopWatching: (() => void) | undefined;

  constructor(private readonly deps: NarratorDeps) {
    const { now, output } = deps;
    this.clock = new MediaClock(now);
    this.signals = new Lookahead<Sound>(
      this.clock,
      now,
      ({ kind, side }, at) => {
        const { context, input } = output;
        if (!context || !input || !output.canSound) return undefined;
        const when = output.toContext(at);
        const { stop } = playSignal(context, input, kind, side, when);
        return { stop, heardAt: () => output.heardAt(when, at) };
      },
      {
        started: (sound, late) => this.note(this.signalHeard(sound), 'started', late),
        dropped: (sound) => this.note(this.signalHeard(sound), 'dropped', 0),
      },
    );
    this.voice = new Lookahead<SpokenLine>(
      this.clock,
      now,
      ({ line }, at) => this.speaker?.say(line, at),
      {
        started: (spoken, late) => {
          this.isUnheard = false;
          this.said.add(spoken.utterance);
          this.note(this.voiceHeard(spoken), 'started', late);
        },
        dropped: (spoken, why) => {
          this.hasMissed = true;
          if (why === 'mute') this.isUnheard = true;
          this.note(this.voiceHeard(spoken), 'dropped', 0);
        },
      },
    );
    output.setVolume(this.volume);
  }

  get settings(): SoundSettings {
    return this.deps.settings.get();
  }

  /** True once there is a voice for the language. A set may find it some time after the start. */
  get hasVoice(): boolean {
    return this.speaker !== undefined;
  }

  change(settings: SoundSettings): void {
    const before = this.settings;
    this.deps.settings.set(settings);
    this.deps.output.setVolume(this.volume);
    this.speaker?.setVolume(this.volume);
    if (before.voice !== settings.voice || isSilent(before) !== isSilent(settings))
      this.planVoice();
  }

  counted(): void {
    this.sample();
  }

  sample(): void {
    const { now, output } = this.deps;
    if (this.isOpen) {
      if (!output.context || !output.input || !output.canSound) return;
      playSignal(output.context, output.input, 'repetition', undefined, output.toContext(now()));
      return;
    }
    // Between sessions the output sleeps: it wakes for this one signal.
    output.wake();
    const { context, input } = output;
    if (!context || !input) return;
    context.resume().then(
      () => {
        playSignal(context, input, 'repetition', undefined, context.currentTime);
        if (!this.isOpen) output.sleep();
      },
      () => undefined,
    );
  }

  get caption(): CaptionState | undefined {
    return showsCaptions(this.settings) || !this.isHeard ? this.saying : undefined;
  }

  /**
   * True as far as is known that sound and voice can be heard. Before the first frame nothing is due, so it is
   * true.
   */
  private get isHeard(): boolean {
    if (!this.hasRun) return true;
    if (this.settings.voice === 'off') return this.deps.output.canSound;
    return this.speaker?.canSpeak === true && !this.isUnheard;
  }

  get saying(): CaptionState | undefined {
    return this.captions && captionAt(this.captions, this.mediaTime);
  }

  get allCaptions(): readonly CaptionState[] {
    return this.captions ? allCaptions(this.captions) : [];
  }

  moment(moment: PlaybackMoment): void {
    this.mediaTime = moment.mediaTime;
    if (moment.timeline !== this.timeline) this.open(moment);
    if (!moment.running) {
      this.hush();
      return;
    }
    this.isRunning = true;
    this.hasRun = true;
    const step = this.clock.note(
      moment.mediaTime,
      moment.shownAt === undefined ? undefined : moment.shownAt / 1000,
    );
    if (step === 'jumped') {
      this.signals.seek(moment.mediaTime);
      this.voice.seek(moment.mediaTime);
    } else if (step === 'advanced') {
      this.handOverSoon();
    }
  }

  /** Starts the sounds of the next second after the current task, so that the picture is drawn first. */
  private handOverSoon(): void {
    if (this.isHandingOver) return;
    this.isHandingOver = true;
    const handOver = () => {
      this.isHandingOver = false;
      this.signals.update();
      this.voice.update();
    };
    if (this.deps.after) this.deps.after(handOver);
    else handOver();
  }

  stopped(): void {
    this.hush();
    this.stopWatching?.();
    this.stopWatching = undefined;
    this.timeline = undefined;
    this.hasRun = false;
    this.isUnheard = false;
    this.captions = undefined;
    this.utterances = [];
    this.signals.load([], 0);
    this.voice.load([], 0);
    this.clock.reset();
    this.deps.output.sleep();
  }

  /** True while a session plays. */
  private get isOpen(): boolean {
    return this.timeline !== undefined;
  }

  private get volume(): number {
    return isSilent(this.settings) ? 0 : this.settings.volume;
  }

  private open({ exercise, mediaTime, next, timeline }: PlaybackMoment): void {
    this.timeline = timeline;
    this.exercise = exercise.id;
    this.clock.reset();
    this.deps.output.wake();
    this.stopWatching ??= (this.deps.every ?? interval)(WATCH_MS, () => this.watch());
    this.utterances = utterancesOf(timeline, next ? { exercise, next } : { exercise });
    this.said.clear();
    this.captions = captionsOf(this.utterances);
    this.signals.load(soundsOf(timeline), mediaTime);
    this.planVoice();
  }

  /** Plans the voice again for another timeline, mode or speaker. */
  private planVoice(): void {
    const { deps, settings } = this;
    const speaker = deps.speaker(deps.language(), () => this.speakerChanged());
    this.speaker = speaker;
    this.hasMissed = false;
    if (!speaker || isSilent(settings)) {
      this.voice.load([], 0);
      return;
    }
    speaker.setVolume(this.volume);
    const lines = new Map<readonly Phrase[], Line>();
    const lineOf = (says: readonly Phrase[]): Line => {
      const line = lines.get(says) ?? makeLine(deps.template, says);
      lines.set(says, line);
      return line;
    };
    const plan = planVoice(
      this.utterances.filter((one) => !this.said.has(one)),
      settings.voice,
      (says) => speaker.secondsOf(lineOf(says)),
      this.mediaTime,
    );
    const spoken = plan.map(({ latest, says, time, utterance }) => ({
      time,
      latest,
      line: lineOf(says),
      utterance,
    }));
    speaker.prepare(spoken.map(({ line }) => line));
    this.voice.load(spoken, this.mediaTime);
  }

  /** Another speaker was chosen, or a line's clips have been loaded. */
  private speakerChanged(): void {
    if (!this.timeline) return;
    const { deps } = this;
    const isOther = deps.speaker(deps.language(), () => this.speakerChanged()) !== this.speaker;
    if (isOther || this.hasMissed) this.planVoice();
  }

  private hush(): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.signals.silence();
    this.voice.silence();
    this.clock.pause();
  }

  /** Detects a stall by the absence of new frames, since not every set reports one. */
  private watch(): void {
    if (!this.isRunning || this.clock.isRunning) return;
    this.signals.hold();
    this.voice.hold();
  }

  private signalHeard({ kind, side, time }: Sound) {
    return { what: kind, by: 'signal' as const, mediaTime: time, ...(side ? { side } : {}) };
  }

  private voiceHeard({ line, time }: SpokenLine) {
    return { what: line.text, by: 'voice' as const, mediaTime: time };
  }

  private note(
    heard: Pick<Heard, 'by' | 'mediaTime' | 'side' | 'what'>,
    outcome: Heard['outcome'],
    late: number,
  ): void {
    this.log.push({ ...heard, exercise: this.exercise, outcome, late });
    if (this.log.length > LOG_ENTRIES) this.log.splice(0, this.log.length - LOG_ENTRIES);
  }
}
