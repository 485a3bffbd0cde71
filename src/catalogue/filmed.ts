/** An exercise that shows a centre's own film. The film decides its dose. Pure. */
import { type Stretch, stretchesOf } from './marks';
import { isWork, type Phase } from './phases';
import type { Recorded } from './recorded';
import type { Dose, Exercise, Part } from './types';

/** The length of the middle one of some stretches, rounded to whole seconds; undefined for none. */
function middleSeconds(stretches: readonly Stretch[], fps: number): number | undefined {
  const lengths = stretches.map(({ frames }) => frames).sort((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)];
  return middle === undefined ? undefined : Math.max(1, Math.round(middle / fps));
}

/** Joins the stretches of each timed effort into one. */
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

/** The part's dose, in which the film's numbers replace ours. The brochure's numbers remain. */
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
 * The exercise as the film shows it. Optional parts that the film leaves out are gone. Numbers that
 * are ours and that a film shows (holds, efforts, rests) come from the film.
 * @param recorded a film whose marks agree with the exercise (`checkMarks`)
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
