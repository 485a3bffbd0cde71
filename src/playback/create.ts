/** Creates players that fit the set and the available media. */
import type { Exercise } from '../catalogue/types';
import { mediaKey } from '../catalogue/variant';
import type { SoundSettings } from '../session/preferences/sound';
import type { Routine } from '../session/routine/routine';
import type { Checkpoint } from '../session/walk/checkpoint';
import type { Template } from '../timeline/phrases';
import type { Timeline } from '../timeline/types';
import type { SessionControls, SessionEvents } from './controller/controller';
import { SessionController } from './controller/sessionController';
import { type Demonstration, type DemonstrationEvents, playDemonstration } from './demonstration';
import { type MediaIndex, missingClips } from './media';
import type { PlaybackListener } from './narrator/narrator';
import { PlaybackNarrator } from './narrator/playbackNarrator';
import { SoundOutput } from './narrator/sound/output';
import { SpeakerChooser } from './narrator/voice/speakerChooser';
import { builtPlaylist } from './players/builtPlaylists';
import { ClockPlayer } from './players/clockPlayer';
import { ComposedPlayer } from './players/composedPlayer';
import { isNativeOnly } from './players/nativeHls';
import type { Player, PlayerEvents } from './players/player';
import { RecordedPlayer } from './players/recordedPlayer';

/**
 * A player with video, where the set has MediaSource and the exercise has a film or every clip of the timeline.
 * A set that plays HLS only by itself gets the film, or a timeline whose playlist was built as a file.
 */
function videoPlayer(
  video: HTMLVideoElement,
  media: MediaIndex,
  exercise: Exercise,
  timeline: Timeline,
  events: PlayerEvents,
): Player | undefined {
  const isNative = isNativeOnly(video);
  if (typeof MediaSource === 'undefined' && !isNative) return undefined;
  if (exercise.recorded) return new RecordedPlayer(video, exercise.recorded, events);
  const own = media.exercises[mediaKey(exercise)];
  if (!own?.init || (isNative && !builtPlaylist(timeline, own))) return undefined;
  const missing = missingClips(
    own,
    timeline.segments.map((segment) => segment.clip),
  );
  return missing.length ? undefined : new ComposedPlayer(video, own, events);
}

export interface PlaybackDeps {
  video: HTMLVideoElement;
  media: MediaIndex;
}

/** @throws Error, one sentence, when the routine holds no exercise that exists */
export const createController = (
  deps: PlaybackDeps & {
    routine: Routine;
    exercises: ReadonlyMap<string, Exercise>;
    from?: Checkpoint;
    waitForMe?: boolean;
    countIn?: number;
    paused?: boolean;
    resumeCounts?: number;
    listener?: PlaybackListener;
    log?(sentence: string): void;
  },
  events: SessionEvents,
): SessionControls =>
  new SessionController(
    {
      ...deps,
      video: (exercise, timeline, playerEvents) =>
        videoPlayer(deps.video, deps.media, exercise, timeline, playerEvents),
      clock: (playerEvents) => new ClockPlayer(playerEvents),
    },
    events,
  );

/** Plays an exercise once, for a screen that nobody controls. */
export const createDemonstration = (
  { log, media, video }: PlaybackDeps & { log(sentence: string): void },
  exercise: Exercise,
  events: DemonstrationEvents,
): Demonstration =>
  playDemonstration(
    {
      video: (one, timeline, playerEvents) =>
        videoPlayer(video, media, one, timeline, playerEvents),
      clock: (playerEvents) => new ClockPlayer(playerEvents),
      log,
    },
    exercise,
    events,
  );

/** A player for the preview, or undefined where the exercise has no video for this timeline. */
export const createPreview = (
  deps: PlaybackDeps,
  exercise: Exercise,
  timeline: Timeline,
  events: PlayerEvents,
): Player | undefined => videoPlayer(deps.video, deps.media, exercise, timeline, events);

/** Sounds, voice and captions, as far as this set supports them. */
export function createNarrator(deps: {
  language(): string;
  template: Template;
  settings: { get(): SoundSettings; set(settings: SoundSettings): void };
  /** Address of the folder of recorded voices, with its closing slash. */
  voices: string;
  /** Reads a file below the static folder. */
  loadText(path: string): Promise<string>;
  log(sentence: string): void;
}): PlaybackNarrator {
  const now = () => performance.now() / 1000;
  const output = new SoundOutput(now);
  const chooser = new SpeakerChooser({
    output,
    now,
    engine: window.speechSynthesis as SpeechSynthesis | undefined,
    folder: deps.voices,
    loadText: deps.loadText,
    log: deps.log,
  });
  return new PlaybackNarrator({
    ...deps,
    now,
    output,
    speaker: (language, changed) => chooser.speaker(language, changed),
    after: (then) => void setTimeout(then),
  });
}
