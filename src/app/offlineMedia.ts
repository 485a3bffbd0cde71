/** Lists the media that a set keeps for use without a network, the most needed first. */
import type { Exercise } from '../catalogue/types';
import { mediaKey } from '../catalogue/variant';
import { readClipIndex } from '../playback/narrator/voice/clipIndex';
import type { Wanted } from '../tv/offline/mediaStore';
import { fetchText } from './loading/fetchText';
import type { AppServices } from './services';

const file = (path: string): Wanted => ({ path: `static/${path}` });

/** All media of one exercise: clips for every length of a wait, since the patient may change it. */
function mediaOf(exercise: Exercise, { media }: AppServices): Wanted[] {
  const { recorded } = exercise;
  if (recorded) {
    return [
      file(recorded.tile),
      file(recorded.poster),
      { ...file(recorded.playlist), isPlaylist: true },
    ];
  }
  const own = media.exercises[mediaKey(exercise)];
  if (!own) return [];
  return [
    file(own.tile),
    file(own.poster),
    ...(own.init ? [file(own.init)] : []),
    ...Object.values(own.clips).map((clip) => file(clip.file)),
  ];
}

/** The files of the recorded voice in the app's language; none where it has no recorded voice. */
async function voiceOf({ language }: AppServices): Promise<Wanted[]> {
  const index = `voice/${language}/index.json`;
  try {
    const { clips } = readClipIndex(await fetchText(index), index);
    return Object.values(clips).map((clip) => file(`voice/${language}/${clip.file}`));
  } catch {
    return [];
  }
}

/**
 * The media in order: today's routine, the voice, all pictures, the patient's own routines, then the rest,
 * since tomorrow's routine is known only tomorrow.
 */
export async function offlineMedia(services: AppServices): Promise<Wanted[]> {
  const { library, routines } = services;
  const voice = await voiceOf(services);
  const inRoutine = (routine: (typeof routines.own)[number]) =>
    routines.shown(routine).flatMap(({ exercise }) => mediaOf(exercise, services));
  const all = library.exercises.map((exercise) => mediaOf(exercise, services));
  return [
    ...inRoutine(routines.today),
    ...voice,
    // Tile and poster come first.
    ...all.flatMap((media) => media.slice(0, 2)),
    ...routines.own.flatMap(inRoutine),
    ...all.flat(),
  ];
}
