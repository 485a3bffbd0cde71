/** The timeline as JSON for other programs (`catalogue -- timeline ID --json`). */
import type { Phase } from '../catalogue/phases';
import { FPS, type Side, type Timeline } from './types';

export interface TimelineJson {
  segments: {
    /** Seconds. */
    start: number;
    /** Seconds. */
    duration: number;
    clip: string;
    phase: Phase;
    part: string;
    set: number;
    repetition: number;
    side?: Side;
    count: number;
  }[];
}

export const timelineJson = (timeline: Timeline): TimelineJson => ({
  segments: timeline.segments.map((segment) => ({
    start: segment.startFrame / FPS,
    duration: segment.frames / FPS,
    clip: segment.clip,
    phase: segment.phase,
    part: segment.part,
    set: segment.set,
    repetition: segment.repetition,
    ...(segment.side ? { side: segment.side } : {}),
    count: segment.count,
  })),
});
