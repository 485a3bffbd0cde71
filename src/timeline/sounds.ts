/** Which signal sounds when: derived from the timeline alone. */
import { startsRepetition } from './cues';
import { FPS, type Segment, type Side, type Timeline } from './types';

/**
 * Told apart with eyes closed (`playback/narrator/sound/synth.ts` draws each).
 * - `tick`: a count of a hold; the last three seconds of a wait or timed effort
 * - `repetition`: a repetition or turn begins; twice where the right side's turn it is
 * - `turn`: within a repetition the movement goes the other way, with no hold before it
 * - `holdStart`, `holdEnd`: what must be kept up begins and ends: a hold, a timed effort
 * - `rest`, `switch`, `end`: rest begins, sides change, the exercise is over
 */
export type SoundKind =
  | 'tick'
  | 'repetition'
  | 'turn'
  | 'holdStart'
  | 'holdEnd'
  | 'rest'
  | 'switch'
  | 'end';

export interface Sound {
  /** Media time, seconds: the first frame of what it signals. */
  time: number;
  kind: SoundKind;
  side?: Side;
}

/** Waits and efforts of so many seconds have their last three ticked, as the overlay announces them. */
const TICKED_FROM_SECONDS = 5;
const TICKED = 3;

const sound = (frame: number, kind: SoundKind, segment?: Segment): Sound => ({
  time: frame / FPS,
  kind,
  ...(segment?.side ? { side: segment.side } : {}),
});

function lastTicks(run: Segment): Sound[] {
  if (run.phase === 'done' || run.runFrames < TICKED_FROM_SECONDS * FPS) return [];
  const end = run.runStart + run.runFrames;
  return Array.from({ length: TICKED }, (_, n) => sound(end - (TICKED - n) * FPS, 'tick'));
}

/** What a whole run begins and ends with. */
function runSounds(run: Segment): Sound[] {
  const end = run.runStart + run.runFrames;
  if (run.phase === 'done') return [sound(run.runStart, 'end')];
  if (run.atEase || run.phase === 'prepare') return run.atEase ? [] : lastTicks(run);
  if (run.phase === 'rest') return [sound(run.runStart, 'rest'), ...lastTicks(run)];
  if (run.phase === 'switch') return [sound(run.runStart, 'switch', run), ...lastTicks(run)];
  if (run.timed) {
    return [sound(run.runStart, 'holdStart'), ...lastTicks(run), sound(end, 'holdEnd')];
  }
  if (run.phase === 'hold') return [sound(run.runStart, 'holdStart'), sound(end, 'holdEnd')];
  return [];
}

function segmentSounds(segment: Segment, before: Segment | undefined): Sound[] {
  if (segment.phase === 'hold') return [sound(segment.startFrame, 'tick')];
  if (startsRepetition(segment, before)) return [sound(segment.startFrame, 'repetition', segment)];
  const isMovement = segment.phase === 'move' || segment.phase === 'return';
  // After a hold its end says so already.
  return isMovement && before?.phase !== 'hold' ? [sound(segment.startFrame, 'turn')] : [];
}

/** All signals of a timeline, in order of time. A tick gives way to any other at the same moment. */
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
