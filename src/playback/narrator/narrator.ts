/** What the session controller tells whoever accompanies the picture, and what the screens ask of it. */
import type { Exercise } from '../../catalogue/types';
import type { SoundSettings } from '../../session/preferences/sound';
import type { CaptionState } from '../../timeline/captions';
import type { Timeline } from '../../timeline/types';

/** Where the session is, told at every frame and every change. */
export interface PlaybackMoment {
  timeline: Timeline;
  exercise: Exercise;
  /** The exercise after this one. */
  next?: Exercise;
  /** Of the frame on screen, seconds. */
  mediaTime: number;
  /** When that frame came on screen, ms since the page began; absent: now. */
  shownAt?: number;
  /** The picture moves. */
  running: boolean;
}

/** Hears where the session is. */
export interface PlaybackListener {
  moment(moment: PlaybackMoment): void;
  /** The session is over or left: nothing may sound on. */
  stopped(): void;
}

/** One thing that was to be heard; for tests and for whoever wonders. */
export interface Heard {
  /** A signal's kind, or the words. */
  what: string;
  by: 'signal' | 'voice';
  exercise: string;
  /** Media time it belongs to, seconds. */
  mediaTime: number;
  side?: 'left' | 'right';
  /** `dropped`: too late, nothing to say it with, or ordered and not heard. */
  outcome: 'started' | 'dropped';
  /** Media seconds by which it began after its moment, by the frames seen since. */
  late: number;
}

/** Sounds, voice and captions beside the picture. */
export interface Narrator extends PlaybackListener {
  /** What is captioned now: where captions are wanted, or what was to be heard isn't. */
  readonly caption: CaptionState | undefined;
  /** What voice and captions say now, whether or not either is on; undefined while nothing plays. */
  readonly saying: CaptionState | undefined;
  readonly settings: SoundSettings;
  /** Takes effect at once, and is kept. */
  change(settings: SoundSettings): void;
  /** A tick, to hear how loud it is. */
  sample(): void;
  /** The last few hundred things heard. */
  readonly log: readonly Heard[];
}
