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
  /**
   * Media times, seconds, between which the picture that was read must lie. Until: what the browser
   * told once it was read. Since: the frame's own, or what it told at the end of the last look, where
   * there are no frame callbacks.
   */
  look?: { since: number; until: number };
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

/** Seconds from where a picture's frame belongs to a stretch of media time; infinite when it's no neighbour. */
function away(
  timeline: Timeline,
  at: number,
  bars: Bars | undefined,
  names: string[],
  { since, until }: { since: number; until: number },
) {
  const places = placesOf(timeline, at, bars, names);
  const aside = places.map((place) => Math.max(0, since - place, place - until));
  return Math.min(Number.POSITIVE_INFINITY, ...aside);
}

/**
 * One sentence for each record in which the overlay is not of the frame the browser shows, or the
 * picture is more than one frame from it.
 * @param names clip numbers in the bars → `exercise/clip`
 */
export function disagreements(records: Recorded[], timeline: Timeline, names: string[]): string[] {
  const wrong: string[] = [];
  for (const { mediaTime, bars, late, look, segment, number } of records) {
    const at = segmentAt(timeline, frameAt(timeline, mediaTime));
    const plays = timeline.segments[at] as Segment;
    const wanted = String(overlayAt(timeline, mediaTime).number);
    const oneFrame = Math.max(1, plays.frames / plays.clipFrames) / FPS + 0.001;
    const allowed = oneFrame + Math.max(0, late - REFRESH_SECONDS);
    const isOverlayRight = segment === at && (number === undefined || number === wanted);
    // By the time it was read the browser may have gone on, and says so.
    const read = { since: mediaTime, until: look?.until ?? mediaTime };
    if (isOverlayRight && away(timeline, at, bars, names, read) <= allowed) continue;
    const picture = bars ? `${names[bars.clip]} ${bars.frame}` : 'unreadable';
    wrong.push(
      `${mediaTime} s is segment ${at} (${plays.clip}, ${wanted}); drawn ${segment} (${number ?? ''}); picture ${picture}, ${Math.round(late * 1000)} ms late`,
    );
  }
  return wrong;
}

/**
 * One sentence for each record whose overlay isn't that of its media time; where there are no frame
 * callbacks, of none that the browser told since the last look.
 */
export const overlaysAside = (records: Recorded[], timeline: Timeline): string[] =>
  records.flatMap(({ look, mediaTime, segment, number }) => {
    const last = frameAt(timeline, mediaTime);
    for (let frame = frameAt(timeline, look?.since ?? mediaTime); frame <= last; frame += 1) {
      const wanted = overlayAt(timeline, frame / FPS);
      const isNumber = number === undefined || number === String(wanted.number);
      if (segment === wanted.segment && isNumber) return [];
    }
    const { segment: at, number: wanted } = overlayAt(timeline, mediaTime);
    return [`${mediaTime} s is segment ${at} (${wanted}); drawn ${segment} (${number})`];
  });

/** Those whose picture is another than the one before. */
export const newPictures = <T extends Recorded>(records: T[]): T[] =>
  records.filter(({ bars }, at) => {
    const before = records[at - 1]?.bars;
    return !bars || bars.clip !== before?.clip || bars.frame !== before.frame;
  });

/** Frames from a picture to the media times that the browser told in its look; infinite where it is none of there. */
export function framesAside(record: Recorded, timeline: Timeline, names: string[]): number {
  const { bars, look, mediaTime } = record;
  const at = segmentAt(timeline, frameAt(timeline, mediaTime));
  const { clipFrames, frames } = timeline.segments[at] as Segment;
  const read = look ?? { since: mediaTime, until: mediaTime };
  return (away(timeline, at, bars, names, read) * FPS) / Math.max(1, frames / clipFrames);
}

/**
 * One sentence for each picture further than some frames from those times. Only a picture that is new
 * is judged: it came since the last look, so by that much the machine was late and by no more. One
 * that stays is a browser that gets no further; it was judged when it came, and the next will be.
 */
export const picturesAside = (
  records: Recorded[],
  timeline: Timeline,
  names: string[],
  frames: number,
): string[] =>
  newPictures(records).flatMap((record) => {
    const aside = framesAside(record, timeline, names);
    if (aside <= frames + 0.05) return [];
    const { bars, late, look, mediaTime } = record;
    const picture = bars ? `${names[bars.clip]} ${bars.frame}` : 'unreadable';
    return [
      `${mediaTime} s: picture ${picture} is ${aside.toFixed(1)} frames from ${look?.since} to ${look?.until} s, ${Math.round(late * 1000)} ms late`,
    ];
  });

/** Joints between two segments that the records span. */
export const jointsIn = (records: Recorded[], timeline: Timeline): number =>
  new Set(records.map((one) => segmentAt(timeline, frameAt(timeline, one.mediaTime)))).size - 1;

/** Of the frames between two media times the share that was recorded: a test that saw nothing proves nothing. */
export const shareSeen = (records: Recorded[], from: number, to: number): number =>
  new Set(records.map((one) => one.mediaTime)).size / ((to - from) * FPS);
