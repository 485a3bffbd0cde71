/**
 * The utterances of an exercise: what is worth a word or a caption, and when. They follow from the
 * timeline and the exercise. `voicePlan.ts` decides which of them the voice has time for. Captions
 * show all (`captions.ts`).
 */
import { caseOf, isWork, type PacedPhase, phases, type SpokenPhase } from '../catalogue/phases';
import { cueKey, HALFWAY_FROM, startsRepetition } from './cues';
import { type Phrase, phrase, plain } from './phrases';
import { PRIORITY, Script, startOf, type Utterance } from './script';
import { FPS, type PartPlan, type Segment, type Timeline } from './types';
import { countdown, duration, type UtteranceContext, waitWords } from './waitWords';

/**
 * Seconds by which the word of a hold may precede it, so that the word is over at the first count.
 */
const HOLD_LEAD = 1.6;
/** Seconds after which "up" or "down" is too late to help. */
const WORD_LATENESS = 0.8;
/** Least length, seconds, of a step with room for its word and a number. */
const ROOMY_STEP = 2;

/** Phases whose words a repetition says. */
type StepPhase = Extract<SpokenPhase, PacedPhase>;

/** The movement's own word where it has one, else the phase's. */
const wordOf = ({ word }: Segment, name: SpokenPhase): Phrase =>
  word ? plain(word) : phrase(`phase.${name}`);

/** A timed effort: its word and length, halfway, the side, its last three seconds. */
function effort(script: Script, run: Segment, turns: readonly Segment[]): void {
  const now = startOf(run);
  script.cue(now, [wordOf(run, 'effort')], PRIORITY.word, { latest: now + 1.5 });
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
      script.cue(at, [wordOf(turn, 'return')], PRIORITY.turn, slot);
    }
  });
  countdown(script, run);
}

/** The beginning of a repetition: its number, its side, and what to do. */
function repetition(
  script: Script,
  segment: Segment,
  before: Segment | undefined,
  plan: PartPlan,
  about: { name: StepPhase; isHeld: boolean; hasSteps: boolean },
): void {
  const now = segment.startFrame / FPS;
  const earliest = before?.atEase ? before.runStart / FPS : now;
  const mark = cueKey(segment.repetition, plan.repetitions);
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
      // The number follows the step's word, where the step is long enough for both.
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
  // A movement without hold or steps says its word once a set. After that the numbers mark the
  // pace.
  if (about.isHeld || about.hasSteps || segment.repetition === 1) step(script, segment, about.name);
}

/** Says what to do in a step. */
function step(script: Script, segment: Segment, name: StepPhase): void {
  const now = segment.startFrame / FPS;
  const word = wordOf(segment, name);
  const latest = now + Math.min(WORD_LATENESS, segment.frames / FPS / 2);
  script.cue(now, [word], PRIORITY.word, { latest });
}

function hold(script: Script, run: Segment): void {
  const now = startOf(run);
  const word = wordOf(run, 'hold');
  const earliest = Math.max(0, now - HOLD_LEAD);
  script.cue(now, [word], PRIORITY.hold, { earliest, latest: now, endBy: now, late: true });
}

/** All utterances of a timeline, in order of the moments that they announce. */
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
    const name = caseOf(segment);
    switch (name) {
      case 'prepare':
      case 'rest':
      case 'switch':
      case 'done':
        if (isFirst) waitWords(script, segment, name, before, plan, context);
        break;
      case 'effort': {
        if (!isFirst) return;
        const last = segment.runStart + segment.runFrames;
        effort(
          script,
          segment,
          segments.filter((one) => one.startFrame >= segment.runStart && one.startFrame < last),
        );
        break;
      }
      case 'hold':
        if (isFirst) hold(script, segment);
        script.exact(segment.startFrame / FPS, 'count', segment.count, PRIORITY.count);
        break;
      case 'move':
      case 'return': {
        if (!startsRepetition(segment, before)) {
          step(script, segment, name);
          break;
        }
        const movement = parts.get(segment.part)?.movement ?? [];
        const isHeld = movement.some(({ phase }) => phases[phase].number === 'counts');
        const hasSteps = movement.filter(isWork).length > 1;
        repetition(script, segment, before, plan, { name, isHeld, hasSteps });
        break;
      }
      case 'ease':
        break;
      default:
        name satisfies never;
    }
  });
  return script.utterances.sort((a, b) => a.time - b.time);
}
