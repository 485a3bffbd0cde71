/** Holds what a page recorded beside each picture to the timeline. */
import { frameAt, overlayAt, segmentAt } from '../../src/timeline/overlay';
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';
import type { Bars } from './bars';

export interface Recorded {
  /** Seconds, of the frame shown, as the browser's frame callback says. */
  mediaTime: number;
  /** What the picture itself says it is. */
  bars: Bars | undefined;
  /**
   * Seconds that this very callback came after its frame was handed to the screen: by so much the
   * picture may have moved on before it could be read.
   */
  late: number;
  /** Segment of the overlay drawn beside it. */
  segment: number;
  /** Its number, where the page drew one. */
  number?: string;
}

/** One refresh of a 60 Hz screen, which a callback may always come late. */
const REFRESH_SECONDS = 1 / 60;

/** Where a picture may stand in the timeline, seconds: by its clip, in the segments around one. */
function placesOf(timeline: Timeline, at: number, bars: Bars | undefined, names: string[]) {
  const name = bars && names[bars.clip];
  const frame = bars?.frame ?? 0;
  return timeline.segments
    .slice(Math.max(0, at - 1), at + 2)
    .filter((one) => `${timeline.exercise}/${one.clip}` === name && frame < one.clipFrames)
    .map((one) => (one.startFrame + (frame * one.frames) / one.clipFrames) / FPS);
}

/** Seconds from where a picture's frame belongs to a media time; infinite when it's no neighbour. */
function away(
  timeline: Timeline,
  at: number,
  bars: Bars | undefined,
  names: string[],
  time: number,
) {
  const places = placesOf(timeline, at, bars, names);
  return Math.min(Number.POSITIVE_INFINITY, ...places.map((place) => Math.abs(place - time)));
}

/**
 * One sentence for each record in which the overlay is not of the frame the browser shows, or the
 * picture is more than one frame from it.
 * @param names clip numbers in the bars → `exercise/clip`
 */
export function disagreements(records: Recorded[], timeline: Timeline, names: string[]): string[] {
  const wrong: string[] = [];
  for (const { mediaTime, bars, late, segment, number } of records) {
    const at = segmentAt(timeline, frameAt(timeline, mediaTime));
    const plays = timeline.segments[at] as Segment;
    const wanted = String(overlayAt(timeline, mediaTime).number);
    const oneFrame = Math.max(1, plays.frames / plays.clipFrames) / FPS + 0.001;
    const allowed = oneFrame + Math.max(0, late - REFRESH_SECONDS);
    const isOverlayRight = segment === at && (number === undefined || number === wanted);
    if (isOverlayRight && away(timeline, at, bars, names, mediaTime) <= allowed) continue;
    const picture = bars ? `${names[bars.clip]} ${bars.frame}` : 'unreadable';
    wrong.push(
      `${mediaTime} s is segment ${at} (${plays.clip}, ${wanted}); drawn ${segment} (${number ?? ''}); picture ${picture}, ${Math.round(late * 1000)} ms late`,
    );
  }
  return wrong;
}

/** One sentence for each record whose overlay isn't that of its media time. */
export const overlaysAside = (records: Recorded[], timeline: Timeline): string[] =>
  records.flatMap(({ mediaTime, segment, number }) => {
    const { segment: at, number: wanted } = overlayAt(timeline, mediaTime);
    if (segment === at && (number === undefined || number === String(wanted))) return [];
    return [`${mediaTime} s is segment ${at} (${wanted}); drawn ${segment} (${number})`];
  });

/**
 * One sentence for each record in which picture, media time and overlay are further from each other
 * than some frames, and than the machine was late. Not one by one a defect: a browser that is out of
 * breath shows a picture longer than it says.
 */
export function furtherApart(
  records: Recorded[],
  timeline: Timeline,
  names: string[],
  frames: number,
): string[] {
  const wrong: string[] = [];
  for (const { mediaTime, bars, late, segment, number } of records) {
    const at = segmentAt(timeline, frameAt(timeline, mediaTime));
    const allowed = frames + Math.max(0, late - REFRESH_SECONDS) * FPS + 0.05;
    const [place] = placesOf(timeline, at, bars, names).sort(
      (one, other) => Math.abs(one - mediaTime) - Math.abs(other - mediaTime),
    );
    const apart = place === undefined ? Number.POSITIVE_INFINITY : place - mediaTime;
    const isDrawn = (frame: number) =>
      segmentAt(timeline, frame) === segment &&
      String(overlayAt(timeline, frame / FPS).number) === number;
    const first = Math.max(0, Math.ceil((place ?? 0) * FPS - allowed));
    const last = Math.min(timeline.frames - 1, Math.floor((place ?? 0) * FPS + allowed));
    const near = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
    if (Math.abs(apart) * FPS <= allowed && near.some(isDrawn)) continue;
    const picture = bars ? `${names[bars.clip]} ${bars.frame}` : 'unreadable';
    wrong.push(
      `${mediaTime} s is segment ${at}; drawn ${segment} (${number}); picture ${picture}, ${(apart * FPS).toFixed(1)} frames away, ${Math.round(late * 1000)} ms since the last`,
    );
  }
  return wrong;
}

/** Joints between two segments that the records span. */
export const jointsIn = (records: Recorded[], timeline: Timeline): number =>
  new Set(records.map((one) => segmentAt(timeline, frameAt(timeline, one.mediaTime)))).size - 1;

/** Of the frames between two media times the share that was recorded: a test that saw nothing proves nothing. */
export const shareSeen = (records: Recorded[], from: number, to: number): number =>
  new Set(records.map((one) => one.mediaTime)).size / ((to - from) * FPS);
