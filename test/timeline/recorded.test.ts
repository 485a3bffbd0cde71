import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMarks } from '../../src/catalogue/filmCheck';
import { withFilm } from '../../src/catalogue/filmed';
import { isWork } from '../../src/catalogue/phases';
import type { Mark, Recorded } from '../../src/catalogue/recorded';
import type { Exercise } from '../../src/catalogue/types';
import { compileTimeline } from '../../src/timeline/compile';
import { hasFixedDose, withDose } from '../../src/timeline/dose';
import { overlayAt } from '../../src/timeline/overlay';
import { afterWait, repetitionAt, sameMoment, timeOfRepetition } from '../../src/timeline/position';
import { soundsOf } from '../../src/timeline/sounds';
import { FPS, type Timeline } from '../../src/timeline/types';
import { utterancesOf } from '../../src/timeline/utterances';
import { anyExercise, bridge, cycling, sidePlank } from '../support/exercises';
import { filmOf } from '../support/filmOf';

const film = (frames: number, marks: Mark[]): Recorded => ({
  playlist: 'media/film.m3u8',
  poster: 'media/poster.jpg',
  tile: 'media/tile.jpg',
  fps: 30,
  frames,
  sound: false,
  marks,
});

/** The exercise with a checked film, as the catalogue reads it. */
function filmed(exercise: Exercise, recorded: Recorded): Exercise {
  expect(checkMarks(recorded, exercise.parts)).toBeUndefined();
  return withFilm(exercise, recorded);
}

const anyFilmed = fc
  .tuple(anyExercise, fc.integer({ min: 0, max: 30 }))
  .chain(([exercise, preparation]) =>
    filmOf(exercise).map((recorded) => ({ exercise, recorded, preparation })),
  );

const any = (check: (exercise: Exercise, recorded: Recorded, timeline: Timeline) => void) =>
  fc.assert(
    fc.property(anyFilmed, ({ exercise, recorded, preparation }) => {
      const own = filmed(exercise, recorded);
      check(own, recorded, compileTimeline(own, { preparationSeconds: preparation }));
    }),
    { numRuns: 60 },
  );

/** Frames of the film at which its marks lie. */
const startsOf = ({ marks }: Recorded) => marks.map(({ time }) => Math.round(time * FPS));

describe('for any film that agrees with its exercise', () => {
  it('segments are contiguous, whole frames long, and end with the film', () => {
    any((_, recorded, timeline) => {
      let frame = 0;
      for (const segment of timeline.segments) {
        expect(segment.startFrame).toBe(frame);
        expect(Number.isInteger(segment.frames) && segment.frames > 0).toBe(true);
        expect(segment.runStart).toBeLessThanOrEqual(frame);
        frame += segment.frames;
        expect(segment.runStart + segment.runFrames).toBeGreaterThanOrEqual(frame);
      }
      expect(frame).toBe(timeline.frames);
      expect(timeline.frames).toBe((timeline.filmStart ?? Number.NaN) + recorded.frames);
    });
  });

  it('the overlay is what the marks say, at each mark and a frame before the next', () => {
    any((exercise, recorded, timeline) => {
      const starts = startsOf(recorded);
      recorded.marks.forEach((mark, at) => {
        const end = (starts[at + 1] ?? recorded.frames) - 1;
        for (const frame of [starts[at] as number, end]) {
          const time = (frame + (timeline.filmStart ?? 0)) / FPS;
          const overlay = overlayAt(timeline, time);
          expect(overlay.phase).toBe(mark.phase);
          if (!isWork(mark)) continue;
          expect(overlay).toMatchObject({
            part: mark.part,
            set: mark.set,
            repetition: mark.repetition,
          });
          expect(overlay.side).toBe(mark.side);
          expect(overlay.word).toBe(mark.word);
          const dose = exercise.parts.find(({ id }) => id === mark.part)?.dose;
          expect(overlay.sets).toBe(dose?.sets);
          if (dose?.reps) expect(overlay.repetitions).toBe(dose.reps);
        }
      });
    });
  });

  it('a hold counts down from its dose to one, the last counts a second each', () => {
    any((exercise, recorded, timeline) => {
      const starts = startsOf(recorded);
      recorded.marks.forEach((mark, at) => {
        if (mark.phase !== 'hold') return;
        const dose = exercise.parts.find(({ id }) => id === mark.part)?.dose;
        const counts = dose?.holdCounts ?? dose?.holdSeconds ?? 0;
        const start = (starts[at] as number) + (timeline.filmStart ?? 0);
        const end = (starts[at + 1] ?? recorded.frames) + (timeline.filmStart ?? 0);
        expect(overlayAt(timeline, start / FPS).number).toBe(counts);
        expect(overlayAt(timeline, (end - 1) / FPS).number).toBe(1);
        if (counts < 2) return;
        expect(overlayAt(timeline, (end - FPS - 1) / FPS).number).toBe(2);
        expect(overlayAt(timeline, (end - FPS) / FPS).number).toBe(1);
      });
    });
  });

  it('one has at least the preparation asked for, and OK leads past all of it', () => {
    any((_, recorded, timeline) => {
      const first = recorded.marks.findIndex(isWork);
      const moves = (startsOf(recorded)[first] as number) + (timeline.filmStart ?? 0);
      if (moves === 0) return;
      expect(overlayAt(timeline, 0).phase).toBe('prepare');
      expect(overlayAt(timeline, 0).number).toBe(Math.ceil(moves / FPS));
      expect(Math.round(afterWait(timeline, 0) * FPS)).toBe(moves);
    });
  });

  it('words and signals are in order and inside the timeline', () => {
    any((exercise, _, timeline) => {
      const end = timeline.frames / FPS;
      const words = utterancesOf(timeline, { exercise }).map(({ time }) => time);
      const signals = soundsOf(timeline).map(({ time }) => time);
      for (const times of [words, signals]) {
        expect(times.length).toBeGreaterThan(0);
        expect([...times].sort((a, b) => a - b)).toEqual(times);
        expect(times[0]).toBeGreaterThanOrEqual(0);
      }
      expect(words[words.length - 1]).toBeLessThan(end);
      // The signal that closes a hold falls on its end, which may be the end of the film.
      expect(signals[signals.length - 1]).toBeLessThanOrEqual(end);
    });
  });

  it('a checkpoint leads back to its repetition', () => {
    any((_, recorded, timeline) => {
      startsOf(recorded).forEach((start) => {
        const time = (start + (timeline.filmStart ?? 0)) / FPS;
        const wanted = repetitionAt(timeline, time);
        const back = timeOfRepetition(timeline, wanted);
        expect(repetitionAt(timeline, back)).toEqual(wanted);
        expect(back).toBeLessThanOrEqual(time + 1e-9);
      });
    });
  });

  it('ten seconds more of preparation move the film by as much', () => {
    fc.assert(
      fc.property(anyFilmed, ({ exercise, recorded, preparation }) => {
        // Without a preparation there is nothing to lengthen.
        const own = filmed(exercise, recorded);
        const from = compileTimeline(own, { preparationSeconds: preparation + 1 });
        const to = compileTimeline(own, { preparationSeconds: preparation + 11 });
        const shift = ((to.filmStart ?? 0) - (from.filmStart ?? 0)) / FPS;
        expect(shift).toBeLessThanOrEqual(10);
        const first = recorded.marks.findIndex(isWork);
        for (const start of startsOf(recorded).slice(first)) {
          const time = (start + (from.filmStart ?? 0)) / FPS;
          expect(sameMoment(from, to, time)).toBeCloseTo(time + shift, 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the preparation', () => {
  const marks: Mark[] = [
    { time: 4, phase: 'move', side: 'left' },
    { time: 5, phase: 'hold', side: 'left' },
    { time: 15, phase: 'switch' },
    { time: 18, phase: 'move', side: 'right' },
    { time: 19, phase: 'hold', side: 'right' },
  ];
  const recorded = film(29 * FPS, marks);
  const own = filmed(sidePlank(), recorded);

  it('is the still first frame, then the film lead-in, as one run', () => {
    const timeline = compileTimeline(own, { preparationSeconds: 12 });
    expect(timeline.filmStart).toBe(8 * FPS);
    expect(overlayAt(timeline, 0)).toMatchObject({ phase: 'prepare', number: 12, side: 'left' });
    expect(overlayAt(timeline, 8).number).toBe(4);
    expect(overlayAt(timeline, 12).phase).toBe('move');
  });

  it('is the lead-in alone where that is longer', () => {
    const timeline = compileTimeline(own, { preparationSeconds: 3 });
    expect(timeline.filmStart).toBe(0);
    expect(overlayAt(timeline, 0)).toMatchObject({ phase: 'prepare', number: 4 });
  });

  it('is the same with a mark for it, wherever that is', () => {
    for (const time of [0, 2.5]) {
      const marked = film(29 * FPS, [{ time, phase: 'prepare' }, ...marks]);
      const timeline = compileTimeline(filmed(sidePlank(), marked), { preparationSeconds: 12 });
      expect(timeline).toEqual(compileTimeline(own, { preparationSeconds: 12 }));
    }
  });
});

describe('a film in its own order', () => {
  it('may begin on the right: a checkpoint finds either side', () => {
    const recorded = film(24 * FPS, [
      { time: 0, phase: 'move', side: 'right' },
      { time: 1, phase: 'hold', side: 'right' },
      { time: 11, phase: 'switch' },
      { time: 13, phase: 'move', side: 'left' },
      { time: 14, phase: 'hold', side: 'left' },
    ]);
    const timeline = compileTimeline(filmed(sidePlank(), recorded), { preparationSeconds: 5 });
    const place = { part: 'main', set: 1, repetition: 1 } as const;
    expect(timeOfRepetition(timeline, { ...place, side: 'right' })).toBe(0);
    expect(timeOfRepetition(timeline, { ...place, side: 'left' })).toBe(16);
  });

  it('may leave an optional part out', () => {
    const exercise = filmed(cycling(), film(31 * FPS, [{ time: 1, phase: 'move' }]));
    expect(exercise.parts.map(({ id }) => id)).toEqual(['main']);
    const timeline = compileTimeline(exercise, { preparationSeconds: 5 });
    expect(timeline.parts).toMatchObject([{ part: 'main', effortSeconds: 30 }]);
    expect(overlayAt(timeline, 5)).toMatchObject({ number: 30, numberKind: 'seconds' });
    expect(overlayAt(timeline, 20)).toMatchObject({ number: 15, numberKind: 'seconds' });
    expect(overlayAt(timeline, 20).countdown).toBeUndefined();
    expect(overlayAt(timeline, 32.5)).toMatchObject({ number: 3, countdown: 3 });
  });
});

describe('the dose', () => {
  const marks: Mark[] = [1, 2].flatMap((repetition): Mark[] => [
    { time: repetition * 10, phase: 'move', repetition },
    { time: repetition * 10 + 1, phase: 'hold', repetition },
    { time: repetition * 10 + 5.9, phase: 'return', repetition },
  ]);
  const exercise = bridge({ sets: 1, reps: 2 });
  exercise.parts[0].assumed = ['holdCounts'];

  it('has the film’s number where ours was open: the text and the overlay agree', () => {
    const own = filmed(exercise, film(27 * FPS, marks));
    expect(own.parts[0].dose.holdCounts).toBe(5);
    const timeline = compileTimeline(own);
    expect(overlayAt(timeline, 11).number).toBe(5);
  });

  it('is fixed, and pace means nothing', () => {
    const own = filmed(exercise, film(27 * FPS, marks));
    expect(hasFixedDose(own)).toBe(true);
    expect(hasFixedDose(exercise)).toBe(false);
    expect(() => withDose(own, { reps: 3 })).toThrow(
      "brug: shows its own film, so its dose can't be changed",
    );
    const wished = compileTimeline(own, { pace: 0.5, doses: [null] });
    expect(wished).toEqual(compileTimeline(own));
  });
});
