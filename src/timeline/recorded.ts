/**
 * Makes the timeline of a centre's own film. It has the same shape as a timeline of clips, so all
 * that follows is the same code. Pure. The import converts the film to the timeline's 30 fps, so
 * every mark lies on a frame.
 */
import { isSameRound, type Stretch, stretchesOf } from '../catalogue/marks';
import { isWork, phases } from '../catalogue/phases';
import type { Recorded } from '../catalogue/recorded';
import type { Exercise } from '../catalogue/types';
import { FPS, type PartPlan, type Segment, type Timeline } from './types';

/** Name of the one clip that all segments show. */
const FILM = 'film';

/** A hold whose length differs from its counts by less than half a second has these counts. */
const HALF = FPS / 2;

/** Lays the stretches of the film on the timeline, `offset` frames after its beginning. */
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
   * A run that counts down to its end, one count a second. The first count takes the surplus or the
   * lack, so that the last three begin on whole seconds before the change.
   * @param counts how many
   * @param shown the number to show, if it is fixed
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

  /**
   * A wait.
   * @param extra frames for which the film's first frame shows before the film moves
   */
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

  /** A timed effort. It is one run, whatever marks it contains. */
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

/** The plan of each part, in the film's order. */
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

/** The stretches of work from place `at` on that belong to the same round. */
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
 * The timeline of a film. The app's own preparation comes first, and the film's first frame shows
 * while it lasts. If the film begins with a preparation, only the lacking part of
 * `preparationSeconds` comes before it.
 * @param exercise exercise with the dose that the film shows (`withFilm`)
 * @param preparationSeconds least whole seconds before the first movement
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
