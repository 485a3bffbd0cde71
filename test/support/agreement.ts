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

/** Seconds from where a picture's frame belongs to a media time; infinite when it's no neighbour. */
function away(
  timeline: Timeline,
  at: number,
  bars: Bars | undefined,
  names: string[],
  time: number,
) {
  const name = bars && names[bars.clip];
  const frame = bars?.frame ?? 0;
  const places = timeline.segments
    .slice(Math.max(0, at - 1), at + 2)
    .filter((one) => `${timeline.exercise}/${one.clip}` === name && frame < one.clipFrames)
    .map((one) => (one.startFrame + (frame * one.frames) / one.clipFrames) / FPS);
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

/** Joints between two segments that the records span. */
export const jointsIn = (records: Recorded[], timeline: Timeline): number =>
  new Set(records.map((one) => segmentAt(timeline, frameAt(timeline, one.mediaTime)))).size - 1;

/** Of the frames between two media times the share that was recorded: a test that saw nothing proves nothing. */
export const shareSeen = (records: Recorded[], from: number, to: number): number =>
  new Set(records.map((one) => one.mediaTime)).size / ((to - from) * FPS);
