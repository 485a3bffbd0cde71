/** The signals of a timeline and their times. They follow from the timeline alone. */
import { type PhaseSignal, phases, rowOf } from '../catalogue/phases';
import { COUNTDOWN, isCountedDown } from './countdown';
import { startsRepetition } from './cues';
import { FPS, type Segment, type Side, type Timeline } from './types';

/**
 * Signals that one can distinguish with eyes closed (`playback/narrator/sound/synth.ts` makes
 * them).
 * - `tick`: a count of a hold; the last three seconds of a wait or timed effort
 * - `repetition`: a repetition or turn begins; it sounds twice for the right side
 * - `turn`: the movement changes direction within a repetition, without a hold before it
 * - `holdStart`, `holdEnd`: a hold or timed effort begins and ends
 * - `rest`, `switch`, `end`: rest begins, sides change, the exercise is over
 */
export type SoundKind = 'tick' | 'repetition' | 'turn' | PhaseSignal;

/** Signals that differ by side. */
const SIDED: readonly SoundKind[] = ['repetition', 'switch'];

export interface Sound {
  /** Media time, seconds: the first frame of the event that it signals. */
  time: number;
  kind: SoundKind;
  side?: Side;
}

const sound = (frame: number, kind: SoundKind, { side }: Segment): Sound => ({
  time: frame / FPS,
  kind,
  ...(side && SIDED.includes(kind) ? { side } : {}),
});

/** Ticks for the last three seconds. A hold ticks at each count anyway. */
function lastTicks(run: Segment): Sound[] {
  if (!isCountedDown(run) || rowOf(run).number === 'counts') return [];
  const end = run.runStart + run.runFrames;
  return COUNTDOWN.map((left) => sound(end - left * FPS, 'tick', run));
}

/** The signals at the beginning and the end of a run. */
function runSounds(run: Segment): Sound[] {
  const { begins, ends } = rowOf(run);
  const sounds = lastTicks(run);
  if (begins) sounds.unshift(sound(run.runStart, begins, run));
  if (ends) sounds.push(sound(run.runStart + run.runFrames, ends, run));
  return sounds;
}

function segmentSounds(segment: Segment, before: Segment | undefined): Sound[] {
  // Within an effort each movement sounds as its own phase does.
  const { each } = phases[segment.phase];
  if (each === 'tick') return [sound(segment.startFrame, 'tick', segment)];
  if (startsRepetition(segment, before)) return [sound(segment.startFrame, 'repetition', segment)];
  // After a hold, the signal of its end already announces the return.
  const isTold = before !== undefined && phases[before.phase].ends !== undefined;
  return each && !isTold ? [sound(segment.startFrame, each, segment)] : [];
}

/** All signals of a timeline, in order of time. At one moment any other signal replaces a tick. */
export function soundsOf(timeline: Timeline): Sound[] {
  const sounds: Sound[] = [];
  timeline.segments.forEach((segment, index) => {
    sounds.push(...segmentSounds(segment, timeline.segments[index - 1]));
    if (segment.startFrame === segment.runStart) sounds.push(...runSounds(segment));
  });
  const signalled = new Set(sounds.filter(({ kind }) => kind !== 'tick').map(({ time }) => time));
  return sounds
    .filter(({ kind, time }) => kind !== 'tick' || !signalled.has(time))
    .sort((a, b) => a.time - b.time);
}
