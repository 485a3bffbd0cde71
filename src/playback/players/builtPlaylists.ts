/**
 * Playlists laid out beforehand, as files beside the clips, for sets that play HLS only by
 * themselves: those can't be trusted with a playlist from memory. A file is named by its content, so
 * that a playlist found by name is that of the timeline.
 */
import { fingerprint } from '../../timeline/fingerprint';
import { buildPlaylist } from '../../timeline/playlist';
import type { Timeline } from '../../timeline/types';
import { type ExerciseMedia, missingClips } from '../media';

/** A playlist as a file. */
export interface ReadyMade {
  /** What the media index lists: the file's name without its ending. */
  name: string;
  /** Below static/. */
  path: string;
  text: string;
}

/** Short names that differ when the texts do. */
const nameOf = (text: string): string => fingerprint(text).toString(16).padStart(8, '0');

/**
 * The timeline's playlist as a file beside its clips. Undefined where it can't be one: a clip is
 * missing, or is shown slower or faster, which takes an init segment made on the spot.
 */
export function readyMade(timeline: Timeline, media: ExerciseMedia): ReadyMade | undefined {
  const { init } = media;
  const { segments } = timeline;
  if (!init || segments.some((one) => one.frames !== one.clipFrames)) return undefined;
  const wanted = segments.map((segment) => segment.clip);
  if (missingClips(media, wanted).length) return undefined;
  const folder = init.slice(0, init.lastIndexOf('/') + 1);
  const up = '../'.repeat(folder.split('/').length - 1);
  const text = buildPlaylist(timeline, {
    clip: (name) => up + media.clips[name]?.file,
    init: () => up + init,
  });
  const name = nameOf(text);
  return { name, path: `${folder}${name}.m3u8`, text };
}

/** Where that file lies, if it was built: below static/. */
export function builtPlaylist(timeline: Timeline, media: ExerciseMedia): string | undefined {
  const wanted = readyMade(timeline, media);
  return wanted && media.playlists?.includes(wanted.name) ? wanted.path : undefined;
}
