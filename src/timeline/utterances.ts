/**
 * What is worth saying and captioning, and when: derived from the timeline and the exercise. Which
 * of it the voice finds time for is decided in `voicePlan.ts`; captions show it all (`captions.ts`).
 */
import type { Exercise, Position } from '../catalogue/types';
import { HALFWAY_FROM, markOf, startsRepetition } from './cues';
import { counted, type Phrase, phrase, plain, sentencesOf } from './phrases';
import { FPS, isWait, type PartPlan, type Segment, type Timeline } from './types';

/**
 * - `count`: a number on its exact second; `countdown`: the last three before a change
 * - `number`: which repetition it is, said where there is room
 * - `cue`: what to do now, which side, halfway, what comes next
 * - `instruction`: a sentence of the exercise's instruction
 */
export type UtteranceKind = 'count' | 'countdown' | 'number' | 'cue' | 'instruction';

export interface Utterance {
  /** Media time, seconds: the first frame of what it is about. */
  time: number;
  kind: UtteranceKind;
  says: Phrase[];
  /** Higher ones keep their place; lower ones move within their slot, or are left out. */
  priority: number;
  /** When the voice may begin, media seconds; the same number twice is an exact moment. */
  earliest: number;
  latest: number;
  /** The voice must be done by then, media seconds. */
  endBy?: number;
  /** As late in its slot as it goes, instead of as early. */
  late?: boolean;
}

export interface UtteranceContext {
  exercise: Exercise;
  /** The exercise after this one. */
  next?: Exercise;
}

const PRIORITY = {
  count: 90,
  repetitionCount: 85,
  wait: 80,
  position: 79,
  side: 78,
  next: 72,
  mark: 70,
  turnSide: 66,
  hold: 65,
  word: 60,
  /** Which repetition, where the movement's words come first. */
  number: 40,
  duration: 50,
  turn: 35,
  dose: 30,
  instruction: 10,
} as const;

/** Seconds that a hold's word may begin before the hold, to be over when its first count comes. */
const HOLD_LEAD = 1.6;
/** Seconds after which "up" or "down" is too late to be of use. */
const WORD_LATENESS = 0.8;
/** Seconds of a step that has room for its word and a number. */
const ROOMY_STEP = 2;
/** Seconds kept free before a countdown's "three". */
const BEFORE_COUNTDOWN = 0.2;
const COUNTDOWN_FROM_SECONDS = 5;
const COUNTDOWN = [3, 2, 1];
const COUNTDOWN_SECONDS = 3;

/** Positions from which the screen can't be seen: what comes is said before one gets there. */
const FACE_DOWN: readonly Position[] = ['prone', 'handsAndKnees', 'kneeling', 'onBall'];

const start = (segment: Segment): number => segment.runStart / FPS;
const end = (segment: Segment): number => (segment.runStart + segment.runFrames) / FPS;

/** Collects what is to be said; `now` is the moment it is about. */
class Script {
  readonly utterances: Utterance[] = [];

  exact(now: number, kind: 'count' | 'countdown', n: number, priority: number): void {
    this.add(now, kind, [phrase('voice.count', { n })], priority, { latest: now });
  }

  cue(now: number, says: Phrase[], priority: number, slot: Partial<Utterance>): void {
    this.add(now, 'cue', says, priority, slot);
  }

  add(
    now: number,
    kind: UtteranceKind,
    says: Phrase[],
    priority: number,
    slot: Partial<Utterance>,
  ): void {
    this.utterances.push({
      time: now,
      kind,
      says,
      priority,
      earliest: now,
      latest: now,
      ...slot,
    });
  }
}

/** Where a wait's own words must be over: before its countdown, where it has one. */
function talkUntil(run: Segment): number {
  const isCounted = run.phase !== 'done' && run.runFrames >= COUNTDOWN_FROM_SECONDS * FPS;
  return isCounted ? end(run) - COUNTDOWN_SECONDS - BEFORE_COUNTDOWN : end(run);
}

function countdown(script: Script, run: Segment): void {
  if (run.phase === 'done' || run.runFrames < COUNTDOWN_FROM_SECONDS * FPS) return;
  for (const left of COUNTDOWN) {
    script.exact(end(run) - left, 'countdown', left, PRIORITY.count);
  }
}

/** "2 reeksen. 15 keer." */
function doseWords(plan: PartPlan): Phrase[] {
  const says: Phrase[] = [];
  if (plan.sets > 1) says.push(phrase('voice.sets', { n: plan.sets }));
  if (plan.effortSeconds !== undefined) says.push(duration(plan.effortSeconds));
  else if (plan.repetitions > 1) says.push(counted('times', plan.repetitions));
  return says;
}

const duration = (seconds: number): Phrase =>
  seconds > 60 && seconds % 60 === 0
    ? counted('minutes', seconds / 60)
    : counted('seconds', seconds);

function prepare(script: Script, run: Segment, plan: PartPlan, exercise: Exercise): void {
  const now = start(run);
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
  const now = start(run);
  const endBy = talkUntil(run);
  script.cue(now, [phrase('phase.rest')], PRIORITY.wait, { latest: now + 1, endBy: end(run) });
  const slot = { latest: endBy, endBy };
  if (isNewPart) {
    if (plan.title)
      script.cue(now, [phrase('voice.next', { text: plan.title })], PRIORITY.next, slot);
  } else if (plan.sets > 1) {
    const values = { n: run.set, all: plan.sets };
    script.cue(now, [phrase('voice.nextSet', values)], PRIORITY.next, slot);
  }
  if (plan.sides === 'each' && run.side) {
    // After the other side's sets this side begins anew.
    const key = isNewPart || run.set === 1 ? 'voice.first' : 'voice.now';
    script.cue(now, [phrase(`${key}.${run.side}`)], PRIORITY.side, slot);
  }
}

function change(script: Script, run: Segment): void {
  const now = start(run);
  const endBy = talkUntil(run);
  script.cue(now, [phrase('phase.switch')], PRIORITY.wait, { latest: now + 1, endBy: end(run) });
  if (run.side) {
    const slot = { latest: endBy, endBy };
    script.cue(now, [phrase(`voice.now.${run.side}`)], PRIORITY.side, slot);
  }
}

function done(script: Script, run: Segment, { exercise, next }: UtteranceContext): void {
  const now = start(run);
  const slot = { latest: end(run), endBy: end(run) };
  script.cue(now, [phrase('phase.done')], PRIORITY.wait, slot);
  if (!next) return;
  const liesDown = next.position !== exercise.position && FACE_DOWN.includes(next.position);
  const says = liesDown
    ? phrase(`voice.next.${next.position}`)
    : phrase('voice.next', { text: next.shortTitle });
  script.cue(now, [says], PRIORITY.next, slot);
}

/** A timed effort: its word and length, halfway, whose turn it is, its last three seconds. */
function effort(script: Script, run: Segment, turns: readonly Segment[]): void {
  const now = start(run);
  const word = run.word ? plain(run.word) : phrase('phase.effort');
  script.cue(now, [word], PRIORITY.word, { latest: now + 1.5 });
  const seconds = run.runFrames / FPS;
  script.cue(now, [duration(seconds)], PRIORITY.duration, { latest: now + 4 });
  if (seconds >= HALFWAY_FROM.seconds) {
    const half = (run.runStart + Math.round(run.runFrames / 2)) / FPS;
    script.cue(half, [phrase('voice.halfway')], PRIORITY.mark, { latest: half + 2 });
  }
  turns.forEach((turn, index) => {
    const at = turn.startFrame / FPS;
    const slot = { latest: at + 0.5 };
    if (startsRepetition(turn, turns[index - 1])) {
      if (turn.side && turns[index - 1]?.side !== turn.side) {
        script.cue(at, [phrase(`side.${turn.side}`)], PRIORITY.turnSide, slot);
      }
    } else if (turn.phase === 'return') {
      const back = turn.word ? plain(turn.word) : phrase('phase.return');
      script.cue(at, [back], PRIORITY.turn, slot);
    }
  });
  countdown(script, run);
}

/** What a repetition begins with: which it is, whose turn, and what to do. */
function repetition(
  script: Script,
  segment: Segment,
  before: Segment | undefined,
  plan: PartPlan,
  about: { isHeld: boolean; hasSteps: boolean },
): void {
  const now = segment.startFrame / FPS;
  const earliest = before?.atEase ? before.runStart / FPS : now;
  const mark = markOf(segment.repetition, plan.repetitions);
  if (mark) {
    const latest = now + segment.frames / FPS / 2;
    script.cue(now, [phrase(`voice.${mark}`)], PRIORITY.mark, { earliest, latest });
  }
  if (plan.repetitions > 1) {
    const n = segment.repetition;
    if (about.isHeld) {
      const says = [phrase('voice.repetition', { n })];
      script.add(now, 'number', says, PRIORITY.number, { earliest, latest: now, endBy: now });
    } else if (about.hasSteps) {
      // After the step's word, where the step leaves room for both.
      const seconds = segment.frames / FPS;
      const latest = seconds >= ROOMY_STEP ? now + seconds / 2 : now;
      script.add(now, 'number', [phrase('voice.repetition', { n })], PRIORITY.number, { latest });
    } else {
      script.exact(now, 'count', n, PRIORITY.repetitionCount);
    }
  }
  if (plan.sides === 'alternate' && segment.side) {
    const says = [phrase(`side.${segment.side}`)];
    script.cue(now, says, PRIORITY.turnSide, { latest: now + WORD_LATENESS });
  }
  // A movement without hold or steps says its word once a set; then the numbers do.
  if (about.isHeld || about.hasSteps || segment.repetition === 1) step(script, segment);
}

/** The movement's own word, or the phase's. */
function step(script: Script, segment: Segment): void {
  const now = segment.startFrame / FPS;
  const word = segment.word
    ? plain(segment.word)
    : phrase(segment.phase === 'return' ? 'phase.return' : 'phase.move');
  const latest = now + Math.min(WORD_LATENESS, segment.frames / FPS / 2);
  script.cue(now, [word], PRIORITY.word, { latest });
}

function hold(script: Script, run: Segment): void {
  const now = start(run);
  const word = run.word ? plain(run.word) : phrase('phase.hold');
  const earliest = Math.max(0, now - HOLD_LEAD);
  script.cue(now, [word], PRIORITY.hold, { earliest, latest: now, endBy: now, late: true });
}

/** Everything worth saying in a timeline, in order of the moments it is about. */
export function utterancesOf(timeline: Timeline, context: UtteranceContext): Utterance[] {
  const script = new Script();
  const { segments } = timeline;
  const plans = new Map(timeline.parts.map((plan) => [plan.part, plan]));
  const parts = new Map(context.exercise.parts.map((part) => [part.id, part]));
  segments.forEach((segment, index) => {
    const before = segments[index - 1];
    const plan = plans.get(segment.part);
    if (!plan) return;
    const isFirst = segment.startFrame === segment.runStart;
    if (isWait(segment)) {
      if (!isFirst) return;
      if (segment.phase === 'prepare') prepare(script, segment, plan, context.exercise);
      else if (segment.phase === 'rest') {
        rest(script, segment, plan, before !== undefined && before.part !== segment.part);
      } else if (segment.phase === 'switch') change(script, segment);
      else done(script, segment, context);
      countdown(script, segment);
    } else if (segment.timed) {
      if (!isFirst) return;
      const last = segment.runStart + segment.runFrames;
      effort(
        script,
        segment,
        segments.filter((one) => one.startFrame >= segment.runStart && one.startFrame < last),
      );
    } else if (segment.phase === 'hold') {
      if (isFirst) hold(script, segment);
      script.exact(segment.startFrame / FPS, 'count', segment.count, PRIORITY.count);
    } else if (startsRepetition(segment, before)) {
      const movement = parts.get(segment.part)?.movement ?? [];
      const isHeld = movement.some(({ phase }) => phase === 'hold');
      const hasSteps = movement.filter(({ phase }) => phase !== 'rest').length > 1;
      repetition(script, segment, before, plan, { isHeld, hasSteps });
    } else if (!segment.atEase) step(script, segment);
  });
  return script.utterances.sort((a, b) => a.time - b.time);
}
