/** An exercise that shows a centre's own film: its dose is what the film shows. Pure. */
import { type Stretch, stretchesOf } from './marks';
import { isWork, type Phase } from './phases';
import type { Recorded } from './recorded';
import type { Dose, Exercise, Part } from './types';

/** Whole seconds that most of some stretches come nearest to: the middle one; undefined for none. */
function middleSeconds(stretches: readonly Stretch[], fps: number): number | undefined {
  const lengths = stretches.map(({ frames }) => frames).sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)];
  return middle === undefined ? undefined : Math.max(1, Math.round(middle / fps));
}

/** The stretches of each timed effort as one. */
function efforts(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const before = whole[whole.length - 1];
    if (before && before.startFrame + before.frames === stretch.startFrame) {
      before.frames += stretch.frames;
    } else whole.push({ ...stretch });
  }
  return whole;
}

/** A part's dose with the film's numbers in place of ours; the brochure's stay. */
function doseOf(part: Part, stretches: readonly Stretch[], fps: number): Dose {
  const own = stretches.filter((stretch) => stretch.part === part.id);
  const of = (phase: Phase) => own.filter((one) => one.phase === phase && !one.atEase);
  // A rest before the part's first set belongs to the part before it.
  const rests = of('rest').filter(({ set }) => set > 1);
  const shown = {
    holdCounts: of('hold'),
    holdSeconds: of('hold'),
    durationSeconds: efforts(own.filter(isWork)),
    restSeconds: rests,
    switchSeconds: of('switch'),
  };
  const dose: Dose = { ...part.dose };
  for (const field of Object.keys(shown) as (keyof typeof shown)[]) {
    const seconds = middleSeconds(shown[field], fps);
    if (seconds !== undefined && dose[field] !== undefined && part.assumed.includes(field)) {
      dose[field] = seconds;
    }
  }
  return dose;
}

/**
 * The exercise as the film shows it: optional parts that it leaves out are gone, and numbers of
 * ours that only a film can settle (holds, efforts, rests) are the film's.
 * @param recorded whose marks agree with the exercise (`checkMarks`)
 */
export function withFilm(exercise: Exercise, recorded: Recorded): Exercise {
  const stretches = stretchesOf(recorded, exercise.parts);
  const shown = new Set(stretches.filter(isWork).map(({ part }) => part));
  const [main, ...others] = exercise.parts;
  const asShown = (part: Part): Part => ({
    ...part,
    dose: doseOf(part, stretches, recorded.fps),
  });
  return {
    ...exercise,
    parts: [asShown(main), ...others.filter(({ id }) => shown.has(id)).map(asShown)],
    recorded,
  };
}
