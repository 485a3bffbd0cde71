/**
 * The utterances of a wait: where the patient goes, how much comes, which side, the last three
 * seconds.
 */
import type { WaitPhase } from '../catalogue/phases';
import type { Exercise, Position } from '../catalogue/types';
import { COUNTDOWN, COUNTDOWN_SECONDS, isCountedDown } from './countdown';
import { counted, type Phrase, phrase, plain, sentencesOf } from './phrases';
import { endOf, PRIORITY, type Script, startOf } from './script';
import type { PartPlan, Segment } from './types';

/** Seconds of silence before a countdown's "three". */
const BEFORE_COUNTDOWN = 0.2;

/**
 * Positions from which one cannot see the screen. The voice says what comes before the patient gets
 * there.
 */
const FACE_DOWN: readonly Position[] = ['prone', 'handsAndKnees', 'kneeling', 'onBall'];

export interface UtteranceContext {
  exercise: Exercise;
  /** The exercise that follows this one. */
  next?: Exercise;
}

/**
 * Media time, seconds, by which the words of a wait must end: before its countdown, if it has one.
 */
function talkUntil(run: Segment): number {
  return isCountedDown(run) ? endOf(run) - COUNTDOWN_SECONDS - BEFORE_COUNTDOWN : endOf(run);
}

export function countdown(script: Script, run: Segment): void {
  if (!isCountedDown(run)) return;
  for (const left of COUNTDOWN) {
    script.exact(endOf(run) - left, 'countdown', left, PRIORITY.count);
  }
}

/** The dose in words: "2 reeksen. 15 keer." */
function doseWords(plan: PartPlan): Phrase[] {
  const says: Phrase[] = [];
  if (plan.sets > 1) says.push(phrase('voice.sets', { n: plan.sets }));
  if (plan.effortSeconds !== undefined) says.push(duration(plan.effortSeconds));
  else if (plan.repetitions > 1) says.push(counted('times', plan.repetitions));
  return says;
}

export const duration = (seconds: number): Phrase =>
  seconds >= 60 && seconds % 60 === 0
    ? counted('minutes', seconds / 60)
    : counted('seconds', seconds);

function prepare(script: Script, run: Segment, plan: PartPlan, exercise: Exercise): void {
  const now = startOf(run);
  const endBy = talkUntil(run);
  const slot = { latest: endBy, endBy };
  script.cue(now, [plain(exercise.shortTitle)], PRIORITY.wait, slot);
  script.cue(now, [phrase(`position.${exercise.position}`)], PRIORITY.position, slot);
  if (plan.sides === 'each' && run.side) {
    script.cue(now, [phrase(`voice.first.${run.side}`)], PRIORITY.side, slot);
  }
  const dose = doseWords(plan);
  if (dose.length) script.cue(now, dose, PRIORITY.dose, slot);
  for (const sentence of exercise.instruction.flatMap(sentencesOf)) {
    script.add(now, 'instruction', [plain(sentence)], PRIORITY.instruction, slot);
  }
}

function rest(script: Script, run: Segment, plan: PartPlan, isNewPart: boolean): void {
  const now = startOf(run);
  const endBy = talkUntil(run);
  script.cue(now, [phrase('phase.rest')], PRIORITY.wait, { latest: now + 1, endBy: endOf(run) });
  const slot = { latest: endBy, endBy };
  if (isNewPart) {
    if (plan.title)
      script.cue(now, [phrase('voice.next', { text: plan.title })], PRIORITY.next, slot);
  } else if (plan.sets > 1) {
    const values = { n: run.set, all: plan.sets };
    script.cue(now, [phrase('voice.nextSet', values)], PRIORITY.next, slot);
  }
  if (plan.sides === 'each' && run.side) {
    // After the other side's sets, this side begins with its first one.
    const key = isNewPart || run.set === 1 ? 'voice.first' : 'voice.now';
    script.cue(now, [phrase(`${key}.${run.side}`)], PRIORITY.side, slot);
  }
}

function change(script: Script, run: Segment): void {
  const now = startOf(run);
  const endBy = talkUntil(run);
  script.cue(now, [phrase('phase.switch')], PRIORITY.wait, { latest: now + 1, endBy: endOf(run) });
  if (run.side) {
    const slot = { latest: endBy, endBy };
    script.cue(now, [phrase(`voice.now.${run.side}`)], PRIORITY.side, slot);
  }
}

function done(script: Script, run: Segment, { exercise, next }: UtteranceContext): void {
  const now = startOf(run);
  const slot = { latest: endOf(run), endBy: endOf(run) };
  script.cue(now, [phrase('phase.done')], PRIORITY.wait, slot);
  if (!next) return;
  const liesDown = next.position !== exercise.position && FACE_DOWN.includes(next.position);
  const says = liesDown
    ? phrase(`voice.next.${next.position}`)
    : phrase('voice.next', { text: next.shortTitle });
  script.cue(now, [says], PRIORITY.next, slot);
}

/**
 * All utterances of a wait.
 * @param before the segment before it
 */
export function waitWords(
  script: Script,
  run: Segment,
  phase: WaitPhase,
  before: Segment | undefined,
  plan: PartPlan,
  context: UtteranceContext,
): void {
  switch (phase) {
    case 'prepare':
      prepare(script, run, plan, context.exercise);
      break;
    case 'rest':
      rest(script, run, plan, before?.part !== run.part);
      break;
    case 'switch':
      change(script, run);
      break;
    case 'done':
      done(script, run, context);
      break;
    default:
      phase satisfies never;
  }
  countdown(script, run);
}
