/** Tests the table of phases against compiled timelines, and against all code that must know each phase. */
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withFilm } from '../../src/catalogue/filmed';
import {
  caseOf,
  isWait,
  isWork,
  PHASES,
  type PhaseCase,
  phases,
  rowOf,
  SPOKEN_PHASES,
} from '../../src/catalogue/phases';
import { markSchema } from '../../src/catalogue/recorded';
import { stepSchema } from '../../src/catalogue/schema';
import type { Exercise } from '../../src/catalogue/types';
import { CODES } from '../../src/texts/languages';
import { compileTimeline } from '../../src/timeline/compile';
import { startsRepetition } from '../../src/timeline/cues';
import { overlayAt } from '../../src/timeline/overlay';
import { FPS, type Segment, type Timeline } from '../../src/timeline/types';
import { phaseLooks } from '../../src/ui/pages/player/overlay/phaseLooks';
import { staticFile } from '../support/catalogue';
import { anyExercise, anyPace } from '../support/exercises';
import { filmOf } from '../support/filmOf';
import { textsIn } from '../ui/fakes';

const CASES = Object.keys(phases) as PhaseCase[];

/** An exercise of clips, or the same exercise as a film. */
const anyFilmed = anyExercise.chain((exercise) =>
  filmOf(exercise).map((recorded) => withFilm(exercise, recorded)),
);

describe.each(CASES)('%s', (name) => {
  it('has a word in every language', () => {
    for (const language of CODES) expect(textsIn(language)[`phase.${name}`], language).toBeTruthy();
  });

  it('has a look, with a shape that can be drawn', () => {
    const { colour, shape, thickness } = phaseLooks[name];
    expect(colour).not.toBe('');
    expect(existsSync(staticFile(`pictograms/phase-${shape}.svg`))).toBe(true);
    // The ring is thin during a wait or a rest; the end is neither.
    if (name !== 'done') expect(thickness >= 20).toBe(phases[name].kind === 'work');
  });
});

it('nothing else has a look, and no language has a word for what is no phase', () => {
  expect(Object.keys(phaseLooks).sort()).toEqual([...CASES].sort());
  for (const language of CODES) {
    const words = Object.keys(textsIn(language)).filter((key) => key.startsWith('phase.'));
    expect(words.sort(), language).toEqual(CASES.map((one) => `phase.${one}`).sort());
  }
});

it('the voice says every word but that of the preparation, where it says the exercise, and of ease', () => {
  expect(CASES.filter((one) => !SPOKEN_PHASES.some((spoken) => spoken === one))).toEqual([
    'prepare',
    'ease',
  ]);
});

describe('a catalogue', () => {
  it('can name every phase in the marks of a film', () => {
    const unknown = PHASES.filter((phase) => !v.is(markSchema, { time: 1, phase }));
    expect(unknown).toEqual([]);
    expect(v.is(markSchema, { time: 1, phase: 'ease' })).toBe(false);
  });

  it('can have all work, rest and no other wait as steps of a movement', () => {
    const from = 'brochure';
    const isStep = (phase: string) =>
      [{}, { seconds: { value: 2, from } }].some((length) =>
        v.is(stepSchema, { phase, clip: 'clip', ...length }),
      );
    expect(PHASES.filter(isStep)).toEqual(
      PHASES.filter((phase) => isWork({ phase }) || phase === 'rest'),
    );
  });

  it('gives a paced step its seconds; the others have the dose’s', () => {
    const steps = PHASES.filter((phase) => v.is(stepSchema, { phase, clip: 'clip' }));
    expect(steps).toEqual(PHASES.filter((phase) => isWork({ phase }) && !phases[phase].isPaced));
  });
});

/** One pass through a set, of one side where each side has its own pass. */
const roundOf = ({ parts }: Exercise, { part, set, side }: Segment): string => {
  const sides = parts.find(({ id }) => id === part)?.dose.sides;
  return `${part} ${set} ${sides === 'each' ? side : ''}`;
};

/** True for a clip of the movement, by its name. Ease and waits show the waiting pose. */
const showsMovement = ({ parts }: Exercise, { clip, part }: Segment): boolean =>
  parts
    .filter(({ id }) => id === part)
    .flatMap(({ movement }) => movement.filter((step) => step.phase !== 'rest'))
    .some((step) => clip === step.clip || clip.startsWith(`${step.clip}-`));

/** The kind of each segment, derived without its phase: from its clip and its neighbours. */
function kindsOf(exercise: Exercise, { segments }: Timeline): string[] {
  const works = segments.map((one) => showsMovement(exercise, one));
  return segments.map((_, at) => {
    if (works[at]) return 'work';
    const before = segments[works.lastIndexOf(true, at)];
    const after = segments[works.indexOf(true, at)];
    const isWithin = before && after && roundOf(exercise, before) === roundOf(exercise, after);
    return isWithin ? 'ease' : 'wait';
  });
}

it('work shows the movement, ease lies within a set, waits lie between: for any dose and pace', () => {
  fc.assert(
    fc.property(anyExercise, anyPace, (exercise, pace) => {
      const timeline = compileTimeline(exercise, { pace });
      const kinds = timeline.segments.map((one) => rowOf(one).kind);
      expect(kinds).toEqual(kindsOf(exercise, timeline));
    }),
    { numRuns: 150 },
  );
});

it('no repetition begins or is counted in a wait, and each begins with work: of clips and of films', () => {
  fc.assert(
    fc.property(fc.oneof(anyExercise, anyFilmed), (exercise) => {
      const { segments, ...timeline } = compileTimeline(exercise);
      const counted = new Set<string>();
      segments.forEach((segment, at) => {
        const { numberKind } = overlayAt({ segments, ...timeline }, segment.startFrame / FPS);
        if (isWait(segment)) expect(numberKind).toBe('seconds');
        const begins = startsRepetition(segment, segments[at - 1]);
        if (begins) expect(isWork(segment)).toBe(true);
        if (isWork(segment)) {
          const { repetition, side } = segment;
          const name = `${segment.part} ${segment.set} ${side} ${repetition}`;
          expect(begins).toBe(!counted.has(name));
          counted.add(name);
        }
      });
    }),
    { numRuns: 150 },
  );
});

/** Checks that every case occurs in some timelines, so that the tests above cover all cases. */
it('every phase and both special cases occur', () => {
  const seen = new Set<PhaseCase>();
  for (const exercise of fc.sample(anyExercise, { numRuns: 60, seed: 1 })) {
    for (const segment of compileTimeline(exercise).segments) seen.add(caseOf(segment));
  }
  expect([...seen].sort()).toEqual([...CASES].sort());
});

const runsOf = ({ segments }: Timeline): Segment[] =>
  segments.filter(({ runStart, startFrame }) => runStart === startFrame);

it('pace stretches what is paced, and nothing else', () => {
  fc.assert(
    fc.property(anyExercise, fc.constantFrom(0.5, 2), (exercise, pace) => {
      const normal = runsOf(compileTimeline(exercise));
      const paced = runsOf(compileTimeline(exercise, { pace }));
      expect(paced.map(caseOf)).toEqual(normal.map(caseOf));
      const lengths = paced.map(({ runFrames }) => runFrames);
      const wanted = normal.map((run) =>
        rowOf(run).isPaced ? Math.round(run.runFrames / pace) : run.runFrames,
      );
      expect(lengths).toEqual(wanted);
    }),
    { numRuns: 150 },
  );
});

it('counts and seconds run out to 1 while the ring empties; a repetition stands while it fills', () => {
  fc.assert(
    fc.property(fc.oneof(anyExercise, anyFilmed), (exercise) => {
      const timeline = compileTimeline(exercise);
      for (const run of runsOf(timeline)) {
        const at = (frame: number) => overlayAt(timeline, (run.runStart + frame) / FPS);
        const [first, last] = [at(0), at(run.runFrames - 1)];
        expect(first.numberKind).toBe(rowOf(run).number);
        expect(last.numberKind).toBe(first.numberKind);
        if (first.numberKind === 'repetition') {
          expect([first.number, last.number]).toEqual([run.repetition, run.repetition]);
          expect(first.progress).toBe(0);
        } else {
          expect(last.number).toBe(1);
          expect(first.progress).toBe(1);
          const seconds = run.runFrames / FPS;
          if (first.numberKind === 'seconds') expect(first.number).toBe(Math.ceil(seconds));
          else expect(Math.abs(first.number - seconds)).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 150 },
  );
});

/** Phases that count down their last seconds. The end needs no countdown. */
const ANNOUNCED: readonly PhaseCase[] = ['prepare', 'hold', 'rest', 'switch', 'effort'];

it('what lasts five seconds and comes to an end has a countdown, and nothing else has one', () => {
  fc.assert(
    fc.property(fc.oneof(anyExercise, anyFilmed), (exercise) => {
      const timeline = compileTimeline(exercise);
      for (const run of runsOf(timeline)) {
        const isAnnounced = ANNOUNCED.includes(caseOf(run));
        const end = (run.runStart + run.runFrames - 1) / FPS;
        const isLong = run.runFrames >= 5 * FPS;
        const expected = isLong && isAnnounced ? 1 : undefined;
        expect(overlayAt(timeline, end).countdown).toBe(expected);
      }
    }),
    { numRuns: 150 },
  );
});
