/** The output of `catalogue -- timeline ID` for a reader. */
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';
import { table } from './table';

const seconds = (frames: number): string => (frames / FPS).toFixed(2);

const row = (segment: Segment): string[] => [
  seconds(segment.startFrame),
  seconds(segment.frames),
  segment.phase,
  segment.part,
  String(segment.set),
  String(segment.repetition),
  segment.side ?? '-',
  String(segment.count),
  segment.clip,
  segment.word ?? '',
];

/** A table with one segment per line and times in seconds. */
export const timelineTable = (timeline: Timeline): string =>
  [
    `${timeline.exercise}: ${seconds(timeline.frames)} s, ${timeline.segments.length} segments, pace ${timeline.pace}`,
    '',
    table(
      ['start', 'duration', 'phase', 'part', 'set', 'rep', 'side', 'count', 'clip', 'word'],
      timeline.segments.map(row),
    ),
  ].join('\n');
