/**
 * Playlists built as files beside the clips, for sets that play HLS only by themselves: those do not play a
 * playlist from memory reliably. The file name depends on the content, so a playlist with the right name
 * belongs to the timeline.
 */
import { fingerprint } from '../../timeline/fingerprint';
import { buildPlaylist } from '../../timeline/playlist';
import type { Timeline } from '../../timeline/types';
import { type ExerciseMedia, missingClips } from '../media';

/** A playlist as a file. */
export interface ReadyMade {
  /** The name in the media index: the file's name without its ending. */
  name: string;
  /** The file's path, relative to `static/`. */
  path: string;
  text: string;
}

/** A short name that differs when the text differs. */
const nameOf = (text: string): string => fingerprint(text).toString(16).padStart(8, '0');

/**
 * The timeline's playlist as a file beside its clips. Undefined where a clip is missing, or plays slower or
 * faster, since that needs an init segment made in memory.
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

/** Path of the built playlist of a timeline, relative to `static/`; undefined where it was not built. */
export function builtPlaylist(timeline: Timeline, media: ExerciseMedia): string | undefined {
  const wanted = readyMade(timeline, media);
  return wanted && media.playlists?.includes(wanted.name) ? wanted.path : undefined;
}
