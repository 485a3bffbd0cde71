/** Timeline → one HLS playlist out of short clips (`docs/decisions/001`). Pure text. */
import { FPS, type Timeline } from './types';

/** Where the playlist finds things; absolute addresses, since a Blob has no base. */
export interface ClipAddresses {
  clip(name: string): string;
  /**
   * The init segment that shows a clip of `clipFrames` in the time of `frames`: the original when
   * they are equal, else one with its timescale rewritten.
   */
  init(clipFrames: number, frames: number): string;
}

/** Where each fragment must start, seconds, in playlist order. What the player asserts. */
export type FragmentStarts = readonly number[];

/** Fragment starts by the plan: segment i is fragment i. */
export const fragmentStarts = (timeline: Timeline): FragmentStarts =>
  timeline.segments.map((segment) => segment.startFrame / FPS);

/** The playlist as text. Every joint is a discontinuity; every clip names its own map. */
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
      // Nine decimals: thousands of thirds of a frame sum to less than a microsecond.
      `#EXTINF:${(segment.frames / FPS).toFixed(9)},`,
      addresses.clip(segment.clip),
    );
  });
  lines.push('#EXT-X-ENDLIST', '');
  return lines.join('\n');
}
