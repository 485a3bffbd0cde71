/**
 * A centre's own film → the same timeline as clips give, so that everything behind it is the same
 * code. Pure. The film is on the timeline's 30 fps grid (the import sees to that), so a mark lies on
 * a frame and nothing is rounded twice.
 */
import { isSameRound, type Stretch, stretchesOf } from '../catalogue/marks';
import { isWork, phases } from '../catalogue/phases';
import type { Recorded } from '../catalogue/recorded';
import type { Exercise } from '../catalogue/types';
import { FPS, type PartPlan, type Segment, type Timeline } from './types';

/** All segments show the one film. */
const FILM = 'film';

/** A hold within half a second of its counts has that many, however the rounding falls. */
const HALF = FPS / 2;

/** Lays the film's stretches on the timeline, `offset` frames after its beginning. */
class FilmLayout {
  readonly segments: Segment[] = [];

  constructor(
    private readonly exercise: Exercise,
    private readonly offset: number,
  ) {}

  private push(stretch: Stretch, frames: number, count: number, run: [number, number]) {
    const last = this.segments[this.segments.length - 1];
    const { phase, part, set, repetition, side, word, atEase } = stretch;
    this.segments.push({
      startFrame: last ? last.startFrame + last.frames : 0,
      frames,
      runStart: run[0],
      runFrames: run[1],
      clipFrames: frames,
      clip: FILM,
      phase,
      part,
      set,
      repetition,
      count,
      ...(side ? { side } : {}),
      ...(word ? { word } : {}),
      ...(atEase ? { atEase } : {}),
    });
  }

  /**
   * A run that counts down to its end, a second a count; the first takes what is over or lacking,
   * so that the last three fall on whole seconds before the change.
   * @param counts how many; the number shown may be fixed instead (`shown`)
   */
  private countDown(
    stretch: Stretch,
    start: number,
    frames: number,
    counts: number,
    shown?: number,
  ) {
    const run: [number, number] = [start, frames];
    const first = frames - (counts - 1) * FPS;
    for (let left = counts; left > 0; left -= 1) {
      this.push(stretch, left === counts ? first : FPS, shown ?? left, run);
    }
  }

  /** @param extra frames in which the film's first frame stands before it moves */
  wait(stretch: Stretch, extra = 0) {
    const frames = stretch.frames + extra;
    const start = stretch.startFrame + this.offset - extra;
    const shown = stretch.atEase ? stretch.repetition : undefined;
    this.countDown(stretch, start, frames, Math.ceil(frames / FPS), shown);
  }

  private hold(stretch: Stretch) {
    const { frames, part } = stretch;
    const dose = this.exercise.parts.find(({ id }) => id === part)?.dose;
    const wanted = dose?.holdCounts ?? dose?.holdSeconds ?? 0;
    const isAsDosed = Math.abs(frames - wanted * FPS) <= HALF + 1 && (wanted - 1) * FPS < frames;
    const counts = isAsDosed && wanted > 0 ? wanted : Math.max(1, Math.round(frames / FPS));
    this.countDown(stretch, stretch.startFrame + this.offset, frames, counts);
  }

  work(stretch: Stretch) {
    const { frames, phase, repetition } = stretch;
    if (phases[phase].number === 'counts') this.hold(stretch);
    else this.push(stretch, frames, repetition, [stretch.startFrame + this.offset, frames]);
  }

  /** A timed effort is one run, whatever marks are in it. */
  effort(round: readonly Stretch[]) {
    const start = (round[0]?.startFrame ?? 0) + this.offset;
    const frames = round.reduce((sum, one) => sum + one.frames, 0);
    const first = this.segments.length;
    for (const stretch of round) {
      const gone = stretch.startFrame + this.offset - start;
      this.push(stretch, stretch.frames, Math.ceil((frames - gone) / FPS), [start, frames]);
    }
    for (const segment of this.segments.slice(first)) segment.timed = true;
  }
}

/** What each part amounts to, in the film's order. */
function plansOf(exercise: Exercise, stretches: readonly Stretch[]): PartPlan[] {
  return exercise.parts.map((part): PartPlan => {
    const { dose, id, title } = part;
    const turns = stretches
      .filter((one) => one.part === id && isWork(one))
      .reduce((most, { repetition }) => Math.max(most, repetition), 1);
    return {
      part: id,
      ...(title ? { title } : {}),
      sets: dose.sets,
      repetitions: dose.reps ?? turns,
      sides: dose.sides,
      ...(dose.durationSeconds !== undefined ? { effortSeconds: dose.durationSeconds } : {}),
    };
  });
}

/** The stretches of work from `at` on that are one round. */
function roundFrom(stretches: readonly Stretch[], at: number, exercise: Exercise): Stretch[] {
  const first = stretches[at] as Stretch;
  const round: Stretch[] = [];
  for (const stretch of stretches.slice(at)) {
    if (!isWork(stretch) || !isSameRound(first, stretch, exercise.parts)) break;
    round.push(stretch);
  }
  return round;
}

/**
 * The timeline of a film, the app's own preparation before it: while that lasts the film's first
 * frame stands still. A film with a lead-in of its own prepares with it: only what it lacks of
 * `preparationSeconds` comes before.
 * @param exercise with the dose that the film shows (`withFilm`)
 * @param preparationSeconds whole seconds before the first movement, at least
 */
export function recordedTimeline(
  exercise: Exercise,
  recorded: Recorded,
  preparationSeconds: number,
): Timeline {
  const stretches = stretchesOf(recorded, exercise.parts);
  const [first] = stretches as [Stretch];
  const lead = first.phase === 'prepare' ? first.frames : 0;
  const offset = Math.max(0, preparationSeconds * FPS - lead);
  const layout = new FilmLayout(exercise, offset);
  if (lead === 0 && offset > 0) {
    const { word: _, ...place } = first;
    layout.wait({ ...place, mark: -1, phase: 'prepare', frames: 0 }, offset);
  }
  for (let at = 0; at < stretches.length; at += 1) {
    const stretch = stretches[at] as Stretch;
    const part = exercise.parts.find(({ id }) => id === stretch.part);
    if (isWork(stretch) && part?.dose.durationSeconds !== undefined) {
      const round = roundFrom(stretches, at, exercise);
      layout.effort(round);
      at += round.length - 1;
    } else if (isWork(stretch)) layout.work(stretch);
    else layout.wait(stretch, at === 0 ? offset : 0);
  }
  return {
    exercise: exercise.id,
    pace: 1,
    segments: layout.segments,
    parts: plansOf(exercise, stretches),
    frames: offset + recorded.frames,
    filmStart: offset,
  };
}
