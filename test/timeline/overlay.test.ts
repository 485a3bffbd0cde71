import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../src/timeline/compile';
import { frameAt, overlayAfter, overlayAt } from '../../src/timeline/overlay';
import { buildPlaylist, fragmentStarts } from '../../src/timeline/playlist';
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';
import { anyExercise, anyPace, bridge, cycling, sidePlank } from '../support/exercises';

/** Media time of the nth segment of a phase. */
const timeOf = (timeline: Timeline, phase: Segment['phase'], nth = 0) =>
  (timeline.segments.filter((one) => one.phase === phase)[nth] as Segment).startFrame / FPS;

describe('the overlay', () => {
  const timeline = compileTimeline(bridge());

  it('shows the repetition while moving, the counts left while holding', () => {
    expect(overlayAt(timeline, timeOf(timeline, 'move', 6))).toMatchObject({
      phase: 'move',
      number: 7,
      numberKind: 'repetition',
      repetitions: 15,
      set: 1,
      sets: 2,
    });
    expect(overlayAt(timeline, timeOf(timeline, 'hold', 1))).toMatchObject({
      number: 2,
      numberKind: 'counts',
    });
  });

  it('keeps the repetition in a pause at ease', () => {
    expect(overlayAt(timeline, timeOf(timeline, 'rest'))).toMatchObject({
      atEase: true,
      number: 1,
      numberKind: 'repetition',
    });
  });

  it('shows seconds and what comes next while resting', () => {
    const rest = timeOf(timeline, 'rest', 14);
    expect(overlayAt(timeline, rest)).toMatchObject({
      atEase: false,
      number: 20,
      numberKind: 'seconds',
      next: { set: 2 },
    });
    expect(overlayAt(timeline, rest).countdown).toBeUndefined();
    expect(overlayAt(timeline, rest + 17).countdown).toBe(3);
    expect(overlayAt(timeline, rest + 19.9).countdown).toBe(1);
  });

  it('counts a timed effort down in seconds over all its turns', () => {
    const ride = compileTimeline(cycling());
    const start = timeOf(ride, 'move');
    expect(overlayAt(ride, start)).toMatchObject({
      number: 30,
      numberKind: 'seconds',
      progress: 1,
    });
    expect(overlayAt(ride, start + 15)).toMatchObject({ number: 15, progress: 0.5 });
    expect(overlayAt(ride, start + 27.5).countdown).toBe(3);
  });

  it('names the coming side while changing sides', () => {
    const plank = compileTimeline(sidePlank());
    expect(overlayAt(plank, timeOf(plank, 'switch')).next).toMatchObject({ side: 'right' });
  });

  it('stays inside the timeline', () => {
    expect(overlayAt(timeline, -1).segment).toBe(0);
    expect(overlayAt(timeline, 1e6).phase).toBe('done');
  });

  it('is known before the next segment begins, and not after the last', () => {
    timeline.segments.forEach(({ startFrame }, at) => {
      if (at > 0)
        expect(overlayAfter(timeline, at - 1)).toEqual(overlayAt(timeline, startFrame / FPS));
    });
    expect(overlayAfter(timeline, timeline.segments.length - 1)).toBeUndefined();
  });

  it('forgives a clock that reads a hair before the frame', () => {
    expect(frameAt(timeline, 2 / FPS - 1e-6)).toBe(2);
  });
});

it('at every frame, for any dose and pace, is of the segment that the playlist plays there', () => {
  fc.assert(
    fc.property(anyExercise, anyPace, (exercise, pace) => {
      const timeline = compileTimeline(exercise, { pace });
      const addresses = {
        clip: (name: string) => name,
        init: (a: number, b: number) => `${a}/${b}`,
      };
      // Reads the playlist as a player does: it adds up the durations, with one address each.
      const lines = buildPlaylist(timeline, addresses).split('\n');
      const wrong: string[] = [];
      let at = 0;
      let index = -1;
      for (const [n, line] of lines.entries()) {
        if (!line.startsWith('#EXTINF:')) continue;
        index += 1;
        const duration = Number.parseFloat(line.slice(8));
        const segment = timeline.segments[index] as Segment;
        if (lines[n + 1] !== segment.clip) wrong.push(`${index}: clip ${lines[n + 1]}`);
        const start = fragmentStarts(timeline)[index] as number;
        if (Math.abs(at - start) > 1e-5) wrong.push(`${index}: starts at ${at}, not ${start}`);
        for (let frame = 0; frame < Math.round(duration * FPS); frame += 1) {
          const state = overlayAt(timeline, at + frame / FPS);
          if (state.segment !== index || state.phase !== segment.phase) {
            wrong.push(`${index} frame ${frame}: overlay of segment ${state.segment}`);
          }
        }
        at += duration;
      }
      expect(wrong).toEqual([]);
      expect(index).toBe(timeline.segments.length - 1);
    }),
    { numRuns: 40 },
  );
});
