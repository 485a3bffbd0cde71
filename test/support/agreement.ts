/** Compares what a page recorded beside each picture with the timeline. */
import { frameAt, overlayAt, segmentAt } from '../../src/timeline/overlay';
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';
import type { Bars } from './bars';

export interface Recorded {
  /** Media time of the shown frame by the browser's frame callback, seconds. */
  mediaTime: number;
  /** The clip and frame that the bars in the picture give. */
  bars: Bars | undefined;
  /**
   * Delay of the callback after its frame was shown, seconds. By that much the picture may have moved on
   * before it was read.
   */
  late: number;
  /**
   * Media times between which the picture must lie, seconds. Until: the browser's time after the reading.
   * Since: the frame's own time, or without frame callbacks the time at the end of the last look.
   */
  look?: { since: number; until: number };
  /** Segment of the overlay beside the picture. */
  segment: number;
  /** Number of the overlay, if the page drew one. */
  number?: string;
}

/** One refresh of a 60 Hz screen: every callback may be late by that. */
const REFRESH_SECONDS = 1 / 60;

/** Places of a picture in the timeline, seconds: by its clip, in the nearest segments. */
function placesOf(timeline: Timeline, at: number, bars: Bars | undefined, names: string[]) {
  const name = bars && names[bars.clip];
  const frame = bars?.frame ?? 0;
  return timeline.segments
    .slice(Math.max(0, at - 1), at + 2)
    .filter((one) => `${timeline.exercise}/${one.clip}` === name && frame < one.clipFrames)
    .map((one) => (one.startFrame + (frame * one.frames) / one.clipFrames) / FPS);
}

/**
 * Distance of a picture's frame from a stretch of media time, seconds; infinite when its clip is not near.
 */
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
 * One sentence for each record whose overlay differs from the frame that the browser shows, or whose picture
 * is more than one frame away from it.
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
    // The browser may have moved on before the reading; its time then is the limit.
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
 * One sentence for each record whose overlay differs from its media time, or without frame callbacks from
 * every time since the last look.
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

/** The records whose picture differs from the one before. */
export const newPictures = <T extends Recorded>(records: T[]): T[] =>
  records.filter(({ bars }, at) => {
    const before = records[at - 1]?.bars;
    return !bars || bars.clip !== before?.clip || bars.frame !== before.frame;
  });

/** Frames between a picture and the media times of its look; infinite when its clip is not near. */
export function framesAside(record: Recorded, timeline: Timeline, names: string[]): number {
  const { bars, look, mediaTime } = record;
  const at = segmentAt(timeline, frameAt(timeline, mediaTime));
  const { clipFrames, frames } = timeline.segments[at] as Segment;
  const read = look ?? { since: mediaTime, until: mediaTime };
  return (away(timeline, at, bars, names, read) * FPS) / Math.max(1, frames / clipFrames);
}

/**
 * One sentence for each picture that is more than some frames away from those times. It judges only new
 * pictures: they came since the last look, so the machine was late by at most that. An old picture was
 * judged when it came.
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

/** Joints between two segments within the records. */
export const jointsIn = (records: Recorded[], timeline: Timeline): number =>
  new Set(records.map((one) => segmentAt(timeline, frameAt(timeline, one.mediaTime)))).size - 1;

/**
 * The share of the frames between two media times that was recorded. A test that saw nothing proves nothing.
 */
export const shareSeen = (records: Recorded[], from: number, to: number): number =>
  new Set(records.map((one) => one.mediaTime)).size / ((to - from) * FPS);
