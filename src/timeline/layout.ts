/** Lays the segments of an exercise end to end: waits, repetitions and timed efforts. */
import { type PacedPhase, phases, type WaitPhase } from '../catalogue/phases';
import type { Dose, MovementStep, Part } from '../catalogue/types';
import { breathingClips, sidedClip, transitionClips } from './clips';
import { FPS, type Segment, type Side } from './types';

/** A step whose length depends on pace. */
type PacedStep = Extract<MovementStep, { phase: PacedPhase }>;

/** Where in the exercise a segment lies. */
export interface Place {
  part: Part;
  set: number;
  repetition: number;
  side?: Side;
}

/** The side of a repetition: left first, then in turns. */
export const turn = (dose: Dose, round: Side | undefined, repetition: number): Side | undefined => {
  if (dose.sides !== 'alternate') return round;
  return repetition % 2 === 1 ? 'left' : 'right';
};

/** The waiting pose. With `each` every side has its own. */
const readyClip = (part: Part, dose: Dose, side?: Side): string =>
  sidedClip(part.ready, dose.sides === 'each' ? side : undefined);

/** @param seconds length of a step at normal pace; half seconds, so the frames are whole */
const stepFrames = (seconds: number): number => Math.round(seconds * FPS);

/**
 * Lays segments end to end. A run is a group of segments that counts as one: a hold, a wait or a
 * timed effort.
 */
export class Layout {
  readonly segments: Segment[] = [];
  frames = 0;
  /** Name of the last waiting pose. Getting into another one takes a second. */
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

  /** Joins all segments from `first` on into one run. */
  private join(first: number) {
    const runStart = this.segments[first]?.startFrame ?? this.frames;
    for (const segment of this.segments.slice(first)) {
      segment.runStart = runStart;
      segment.runFrames = this.frames - runStart;
    }
  }

  /**
   * A wait: out of the last working pose, at rest, and into the next one. The movements in and out
   * are part of the wait, so it keeps its seconds. Where they do not fit, they are cut.
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

  /** A hold of counts or seconds: one clip a second, and the count goes down. */
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

  /**
   * One repetition.
   * @param last whether it is the last of its set; then no pause at ease follows
   */
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

  /** A step with a length of its own, which pace stretches. */
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

  /**
   * A pause at ease between two repetitions. It is a rest, so it keeps its length at every pace.
   */
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
   * A timed effort. It lasts its seconds at every pace. It has the nearest whole number of turns,
   * and each turn is stretched or shortened by a few per cent, to whole frames.
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
