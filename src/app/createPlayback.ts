/**
 * Creates sessions, demonstrations, previews and the narrator from the set, the centre and the content. All of
 * it is in the second script, which must be loaded first.
 */
import type { Exercise } from '../catalogue/types';
import type { MediaIndex } from '../playback/media';
import type { Narrator, PlaybackListener } from '../playback/narrator/narrator';
import type { Centre } from '../session/centre/centre';
import { DEFAULT_SOUND } from '../session/preferences/sound';
import { routineSeconds } from '../session/routine/plan';
import { restingFor } from '../session/walk/group';
import type { Language } from '../texts/languages';
import type { Translate } from '../texts/translate';
import { compileTimeline } from '../timeline/compile';
import { briefDoses, PREVIEW_WAIT_SECONDS } from '../timeline/dose';
import type { MemoryStore } from '../tv/memoryStore';
import { fetchText } from './loading/fetchText';
import { secondScript } from './loading/secondScript';
import { staticAddress } from './loading/staticFolder';
import type { ScreenMode } from './screenMode';
import type { AppServices } from './services';
import type { VideoWindow } from './videoWindow';

/** Folder with a folder of recorded voices for each language (`tools/voice/README.md`). */
const VOICES = 'voice/';
/** Length of a group's count-in after OK, seconds (ours): the last three are announced and ticked. */
const COUNT_IN = 3;

/**
 * The narrator, with the sound settings from the memory.
 * @param spoken the current language of the app
 */
export const createAppNarrator = (
  memoryStore: MemoryStore,
  spoken: () => { language: Language; t: Translate },
  log: (sentence: string) => void,
): Narrator =>
  secondScript().createNarrator({
    language: () => spoken().language,
    template: (key) => spoken().t(key),
    settings: {
      get: () => memoryStore.memory.settings.sound ?? DEFAULT_SOUND,
      set: (sound) =>
        memoryStore.change((memory) => ({ ...memory, settings: { ...memory.settings, sound } })),
    },
    voices: staticAddress(VOICES),
    loadText: fetchText,
    log,
  });

export interface AppPlaybackDeps {
  centre: Centre;
  exercises: ReadonlyMap<string, Exercise>;
  /** The listener of a session: sounds, voice and captions. */
  listener(): PlaybackListener;
  media: MediaIndex;
  memoryStore: MemoryStore;
  mode: ScreenMode;
  video: VideoWindow;
  log(sentence: string): void;
}

/** Creates sessions, demonstrations and previews. */
export const createPlayback = ({
  centre,
  exercises,
  listener,
  log,
  media,
  memoryStore,
  mode,
  video,
}: AppPlaybackDeps): Pick<
  AppServices,
  'createController' | 'createDemonstration' | 'openPreview' | 'routineSeconds'
> => ({
  createController({ forGroup = false, from, isPaused, routine }, events) {
    const { pace, restSeconds } = centre.group;
    const { group, waitForMe } = memoryStore.memory.settings;
    return secondScript().createController(
      {
        video: video.element,
        media,
        routine:
          forGroup && restSeconds !== undefined
            ? restingFor(routine, exercises, restSeconds)
            : routine,
        exercises,
        ...(forGroup && pace ? { pace } : {}),
        ...(from ? { from } : {}),
        paused: isPaused === true,
        resumeCounts: COUNT_IN,
        listener: listener(),
        waitForMe: forGroup ? mode.groupMode(group) !== 'goesOn' : waitForMe,
        countIn: forGroup ? COUNT_IN : 0,
        log,
      },
      events,
    );
  },
  createDemonstration: (exercise, events) =>
    secondScript().createDemonstration({ video: video.element, media, log }, exercise, events),
  openPreview(exercise, events) {
    const timeline = compileTimeline(exercise, {
      preparationSeconds: PREVIEW_WAIT_SECONDS,
      doses: briefDoses(exercise),
    });
    const player = secondScript().createPreview(
      { video: video.element, media },
      exercise,
      timeline,
      events,
    );
    player?.open(timeline, { loop: true });
    return player;
  },
  routineSeconds: (routine) => routineSeconds(routine, exercises),
});
