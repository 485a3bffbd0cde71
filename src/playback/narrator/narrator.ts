/** The interface between the session controller, the narrator (sounds, voice and captions) and the screens. */
import type { Exercise } from '../../catalogue/types';
import type { SoundSettings } from '../../session/preferences/sound';
import type { CaptionState } from '../../timeline/captions';
import type { Timeline } from '../../timeline/types';

/** The state of the session at one frame. It is sent at every frame and every change. */
export interface PlaybackMoment {
  timeline: Timeline;
  exercise: Exercise;
  /** The exercise after this one. */
  next?: Exercise;
  /** Media time of the frame on screen, seconds. */
  mediaTime: number;
  /** When that frame came on screen, ms since the page began; absent: at the time of the call. */
  shownAt?: number;
  /** The picture moves. */
  running: boolean;
}

/** Receives the state of the session. */
export interface PlaybackListener {
  moment(moment: PlaybackMoment): void;
  /** One count of the count-in after a pause. */
  counted?(): void;
  /** The session ended or was stopped: all sounds must end. */
  stopped(): void;
}

/** One sound or phrase that was due, for tests and for the log. */
export interface Heard {
  /** The kind of the signal, or the words of the voice. */
  what: string;
  by: 'signal' | 'voice';
  exercise: string;
  /** Media time at which it was due, seconds. */
  mediaTime: number;
  side?: 'left' | 'right';
  /** `dropped`: it was too late, there was no means to play it, or it was started but not heard. */
  outcome: 'started' | 'dropped';
  /** Delay of its beginning, media seconds, as measured by later frames. */
  late: number;
}

/** Sounds, voice and captions beside the picture. */
export interface Narrator extends PlaybackListener {
  /** The caption to show: where captions are switched on, or where the sound can't be heard. */
  readonly caption: CaptionState | undefined;
  /** The current phrase, whether voice and captions are on or off; undefined while nothing plays. */
  readonly saying: CaptionState | undefined;
  /** Every caption of the current exercise. */
  readonly allCaptions: readonly CaptionState[];
  readonly settings: SoundSettings;
  /** Changes the settings at once, and saves them. */
  change(settings: SoundSettings): void;
  /** Plays one tick, so that the patient hears the volume. */
  sample(): void;
  /** The last few hundred sounds and phrases. */
  readonly log: readonly Heard[];
}
