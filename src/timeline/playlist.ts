/** Makes one HLS playlist of short clips from a timeline (`docs/decisions/001`). Pure text. */
import { FPS, type Timeline } from './types';

/** Addresses for the playlist. They are absolute, since a Blob has no base address. */
export interface ClipAddresses {
  clip(name: string): string;
  /**
   * Address of the init segment that shows a clip of `clipFrames` in the time of `frames`. It is
   * the clip's own when they are equal, else one with another timescale.
   */
  init(clipFrames: number, frames: number): string;
}

/**
 * Where each fragment must start, seconds, in the order of the playlist. The player checks them.
 */
export type FragmentStarts = readonly number[];

/** The planned start of each fragment, seconds: segment i is fragment i. */
export const fragmentStarts = (timeline: Timeline): FragmentStarts =>
  timeline.segments.map((segment) => segment.startFrame / FPS);

/**
 * The text of the playlist. Every joint between clips is a discontinuity, and every clip names its
 * own map.
 */
export function buildPlaylist(timeline: Timeline, addresses: ClipAddresses): string {
  const longest = timeline.segments.reduce((max, segment) => Math.max(max, segment.frames), 1);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${Math.ceil(longest / FPS)}`,
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
  ];
  timeline.segments.forEach((segment, index) => {
    if (index > 0) lines.push('#EXT-X-DISCONTINUITY');
    lines.push(
      `#EXT-X-MAP:URI="${addresses.init(segment.clipFrames, segment.frames)}"`,
      // Nine decimals keep the error of thousands of thirds of a frame below a microsecond.
      `#EXTINF:${(segment.frames / FPS).toFixed(9)},`,
      addresses.clip(segment.clip),
    );
  });
  lines.push('#EXT-X-ENDLIST', '');
  return lines.join('\n');
}
