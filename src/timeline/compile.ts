/** Movement × dose → timeline. Pure: pace and preparation are arguments. */
import { type PacedPhase, phases, type WaitPhase } from '../catalogue/phases';
import type { Dose, Exercise, MovementStep, Part } from '../catalogue/types';
import { breathingClips, sidedClip, transitionClips } from './clips';
import { recordedTimeline } from './recorded';
import { FPS, type PartPlan, type Segment, type Side, type Timeline } from './types';

export interface CompileOptions {
  /** Stretches moves and returns: 0.75 takes a third longer. From 0.25 to 4; default 1. */
  pace?: number;
  /** Whole seconds before the first count; default 5 (ours: `docs/decisions/002`). */
  preparationSeconds?: number;
  /** One per part, in order; null leaves that part out. Default: the exercise's own. */
  doses?: readonly (Dose | null)[];
}

/** Whole seconds at the end in which the instructor comes to rest (ours). */
const DONE_SECONDS = 2;

/** A step that pace stretches. */
type PacedStep = Extract<MovementStep, { phase: PacedPhase }>;

/** Where in the exercise a segment is. */
interface Place {
  part: Part;
  set: number;
  repetition: number;
  side?: Side;
}

/** Sides in the order they take their whole dose; one round without a side where that's one go. */
const rounds = (dose: Dose): (Side | undefined)[] =>
  dose.sides === 'each' ? ['left', 'right'] : [undefined];

/** Whose turn a repetition is: left first, then in turns. */
const turn = (dose: Dose, round: Side | undefined, repetition: number): Side | undefined => {
  if (dose.sides !== 'alternate') return round;
  return repetition % 2 === 1 ? 'left' : 'right';
};

/** At `each` the waiting pose differs per side too. */
const readyClip = (part: Part, dose: Dose, side?: Side): string =>
  sidedClip(part.ready, dose.sides === 'each' ? side : undefined);

/** @param seconds seconds of a step at normal pace; whole frames by the schema's half seconds */
const stepFrames = (seconds: number): number => Math.round(seconds * FPS);

/**
 * Lays segments end to end. A run is a group that counts as one: a hold, a wait, a timed effort.
 */
class Layout {
  readonly segments: Segment[] = [];
  frames = 0;
  /** Name of the waiting pose last shown: another one wants a second to get there. */
  private pose: string | undefined;

  constructor(private readonly pace: number) {}

  private push(
    place: Place,
    segment: Pick<Segment, 'frames' | 'clipFrames' | 'clip' | 'phase' | 'count'> & Partial<Segment>,
  ) {
    this.segments.push({
      startFrame: this.frames,
      runStart: this.frames,
      runFrames: segment.frames,
      part: place.part.id,
      set: place.set,
      repetition: place.repetition,
      ...(place.side ? { side: place.side } : {}),
      ...segment,
    });
    this.frames += segment.frames;
  }

  /** Makes everything since a segment one run. */
  private join(first: number) {
    const runStart = this.segments[first]?.startFrame ?? this.frames;
    for (const segment of this.segments.slice(first)) {
      segment.runStart = runStart;
      segment.runFrames = this.frames - runStart;
    }
  }

  /**
   * A wait: out of the working pose just left, at rest, and into the one that comes. The movements
   * in and out take from the wait, so that it lasts its seconds; where they don't fit they are cut.
   */
  wait(
    phase: WaitPhase,
    seconds: number,
    place: Place,
    dose: Dose,
    leaving?: Part,
    entering?: Part,
  ) {
    if (seconds <= 0) return;
    const pose = readyClip(place.part, dose, place.side);
    const clips: string[] = [];
    const last = this.segments[this.segments.length - 1];
    let enter = entering?.enter
      ? transitionClips(
          sidedClip(entering.enter.clip, dose.sides === 'each' ? place.side : undefined),
          entering.enter.seconds,
        )
      : [];
    const leave = leaving?.leave
      ? transitionClips(
          sidedClip(leaving.leave.clip, leaving.dose.sides === 'each' ? last?.side : undefined),
          leaving.leave.seconds,
        )
      : [];
    if (leave.length + enter.length <= seconds) clips.push(...leave);
    else enter = enter.slice(0, 0);
    if (this.pose !== undefined && this.pose !== pose && clips.length + enter.length < seconds) {
      clips.push(`to-${pose}`);
    }
    this.pose = pose;
    clips.push(...breathingClips(pose, seconds - clips.length - enter.length), ...enter);
    const first = this.segments.length;
    clips.forEach((clip, index) => {
      this.push(place, { frames: FPS, clipFrames: FPS, clip, phase, count: seconds - index });
    });
    this.join(first);
  }

  /** A hold of so many counts (or seconds): one clip a second, counting down. */
  private hold(step: MovementStep, seconds: number, place: Place) {
    const first = this.segments.length;
    breathingClips(sidedClip(step.clip, place.side), seconds).forEach((clip, index) => {
      this.push(place, {
        frames: FPS,
        clipFrames: FPS,
        clip,
        phase: 'hold',
        count: seconds - index,
        ...(step.word ? { word: step.word } : {}),
      });
    });
    this.join(first);
  }

  /** One repetition. @param last the last of its set: no pause at ease after it */
  repetition(place: Place, dose: Dose, last: boolean) {
    for (const step of place.part.movement) {
      switch (step.phase) {
        case 'move':
        case 'return':
          this.movement(step, place);
          break;
        case 'hold':
          this.hold(step, dose.holdCounts ?? dose.holdSeconds ?? 0, place);
          break;
        case 'rest':
          if (!last) this.ease(step.seconds, place, dose);
          break;
        default:
          step satisfies never;
      }
    }
  }

  /** A step of its own length, which pace stretches. */
  private movement(step: PacedStep, place: Place) {
    const clipFrames = stepFrames(step.seconds);
    this.push(place, {
      frames: Math.max(1, Math.round(clipFrames / this.pace)),
      clipFrames,
      clip: sidedClip(step.clip, place.side),
      phase: step.phase,
      count: place.repetition,
      ...(step.word ? { word: step.word } : {}),
    });
  }

  /** A pause at ease between two repetitions: a rest, so it keeps its length at every pace. */
  private ease(seconds: number, place: Place, dose: Dose) {
    const first = this.segments.length;
    const pose = readyClip(place.part, dose, place.side);
    for (const clip of breathingClips(pose, Math.max(1, Math.round(seconds)))) {
      this.push(place, {
        frames: FPS,
        clipFrames: FPS,
        clip,
        phase: 'rest',
        count: place.repetition,
        atEase: true,
      });
    }
    this.join(first);
  }

  /**
   * A timed effort lasts its seconds at every pace: as many whole turns as come nearest, each
   * stretched or squeezed by the last few per cent, on whole frames.
   * @returns the number of turns
   */
  effort(place: Place, dose: Dose, seconds: number): number {
    const steps = place.part.movement.filter(
      (step): step is PacedStep => phases[step.phase].isPaced,
    );
    const total = seconds * FPS;
    const clipFrames = steps.map((step) => stepFrames(step.seconds));
    const cycle = clipFrames.reduce((sum, frames) => sum + frames, 0);
    // Both sides get the same number of turns.
    const unit = dose.sides === 'alternate' ? 2 : 1;
    const turns = unit * Math.max(1, Math.round((total * this.pace) / (cycle * unit)));
    const first = this.segments.length;
    const begin = this.frames;
    for (let n = 0; n < turns; n += 1) {
      const at = { ...place, repetition: n + 1, side: turn(dose, place.side, n + 1) };
      let gone = 0;
      steps.forEach((step, index) => {
        gone += clipFrames[index] as number;
        const end = begin + Math.round((total * (n + gone / cycle)) / turns);
        const frames = end - this.frames;
        this.push(at, {
          frames,
          clipFrames: clipFrames[index] as number,
          clip: sidedClip(step.clip, at.side),
          phase: step.phase,
          count: Math.ceil((begin + total - this.frames) / FPS),
          timed: true,
          ...(step.word ? { word: step.word } : {}),
        });
      });
    }
    this.join(first);
    return turns;
  }
}

/** @throws RangeError with one sentence */
function check(
  exercise: Exercise,
  pace: number,
  preparation: number,
  doses: readonly (Dose | null)[],
) {
  if (!(pace >= 0.25 && pace <= 4)) {
    throw new RangeError(`${exercise.id}: pace must be from 0.25 to 4, got ${pace}`);
  }
  if (!Number.isInteger(preparation) || preparation < 0 || preparation > 600) {
    throw new RangeError(
      `${exercise.id}: preparation must be whole seconds from 0 to 600, got ${preparation}`,
    );
  }
  if (doses.length !== exercise.parts.length) {
    throw new RangeError(
      `${exercise.id}: has ${exercise.parts.length} parts, got ${doses.length} doses`,
    );
  }
  if (!doses.some((dose) => dose !== null)) {
    throw new RangeError(`${exercise.id}: every part is left out`);
  }
}

/**
 * Lays out an exercise in media time. One that shows a centre's own film is as the film shows it:
 * pace and doses mean nothing to it.
 * @throws RangeError, one sentence that names the exercise and the argument, for a pace,
 *   preparation or list of doses out of bounds
 */
export function compileTimeline(exercise: Exercise, options: CompileOptions = {}): Timeline {
  const { pace = 1, preparationSeconds = 5 } = options;
  const own = exercise.parts.map((part) => part.dose);
  const doses = exercise.recorded ? own : (options.doses ?? own);
  check(exercise, pace, preparationSeconds, doses);
  if (exercise.recorded) {
    return recordedTimeline(exercise, exercise.recorded, preparationSeconds);
  }
  const layout = new Layout(pace);
  const plans: PartPlan[] = [];
  let previous: { part: Part; dose: Dose } | undefined;
  let place: Place | undefined;

  exercise.parts.forEach((part, index) => {
    const dose = doses[index];
    if (!dose) return;
    let turns = dose.reps ?? 0;
    rounds(dose).forEach((round, roundIndex) => {
      for (let set = 1; set <= dose.sets; set += 1) {
        const first: Place = { part, set, repetition: 1, side: turn(dose, round, 1) };
        if (set > 1) layout.wait('rest', dose.restSeconds, first, dose, part, part);
        else if (roundIndex > 0)
          layout.wait('switch', dose.switchSeconds ?? 5, first, dose, part, part);
        else if (previous)
          layout.wait('rest', previous.dose.restSeconds, first, dose, previous.part, part);
        else layout.wait('prepare', preparationSeconds, first, dose, undefined, part);

        if (dose.durationSeconds !== undefined) {
          turns = layout.effort(
            { part, set, repetition: 1, side: round },
            dose,
            dose.durationSeconds,
          );
        } else {
          for (let repetition = 1; repetition <= turns; repetition += 1) {
            const at: Place = { part, set, repetition, side: turn(dose, round, repetition) };
            layout.repetition(at, dose, repetition === turns);
          }
        }
        place = { part, set, repetition: turns, side: turn(dose, round, turns) };
      }
    });
    plans.push({
      part: part.id,
      ...(part.title ? { title: part.title } : {}),
      sets: dose.sets,
      repetitions: turns,
      sides: dose.sides,
      ...(dose.durationSeconds !== undefined ? { effortSeconds: dose.durationSeconds } : {}),
    });
    previous = { part, dose };
  });
  if (place && previous) layout.wait('done', DONE_SECONDS, place, previous.dose, previous.part);
  return {
    exercise: exercise.id,
    pace,
    segments: layout.segments,
    parts: plans,
    frames: layout.frames,
  };
}
