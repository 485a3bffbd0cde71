/** The signals, made with oscillators: no files to load or decode. */
import type { SoundKind } from '../../../timeline/sounds';
import type { Side } from '../../../timeline/types';
import type { Launched } from './lookahead';

/** One note of a signal; seconds and hertz. */
export interface Note {
  /** Start of the note after the signal's start, seconds. */
  at: number;
  hz: number;
  /** The frequency at which the note ends, if it glides, hertz. */
  to?: number;
  seconds: number;
  wave: OscillatorType;
  /** Amplitude, 0 to 1. */
  gain: number;
}

const C5 = 523;
const E5 = 659;
const G5 = 784;
const C6 = 1047;
/** Small loudspeakers play nothing below this, hertz. */
const KNOCK_HZ = 440;

const note = (at: number, hz: number, seconds: number, gain: number, more: Partial<Note> = {}) => ({
  at,
  hz,
  seconds,
  gain,
  wave: 'sine' as OscillatorType,
  ...more,
});

const knock = (at: number): Note =>
  note(at, KNOCK_HZ, 0.09, 0.5, { to: KNOCK_HZ / 1.6, wave: 'triangle' });

/**
 * Rhythm and direction distinguish the signals, not pitch alone: a tick is short and high, a repetition knocks
 * (twice for the right side), a hold rises at its start and falls at its end, a change of sides rises and
 * falls, the end rises in steps. All are in one key, since two may sound together.
 */
const SIGNALS: Record<SoundKind, readonly Note[]> = {
  tick: [note(0, 1568, 0.05, 0.16)],
  repetition: [knock(0)],
  turn: [note(0, 330, 0.11, 0.32, { to: 294, wave: 'triangle' })],
  holdStart: [note(0, C5, 0.14, 0.34), note(0.11, G5, 0.3, 0.34)],
  holdEnd: [note(0, G5, 0.14, 0.34), note(0.11, C5, 0.3, 0.34)],
  rest: [note(0, E5 / 2, 0.7, 0.3), note(0, C5 / 2, 0.9, 0.3)],
  switch: [note(0, E5, 0.13, 0.36), note(0.17, C5, 0.13, 0.36), note(0.34, E5, 0.26, 0.36)],
  end: [
    note(0, C5, 0.18, 0.34),
    note(0.15, E5, 0.18, 0.34),
    note(0.3, G5, 0.18, 0.34),
    note(0.45, C6, 0.5, 0.34),
  ],
};

/** The notes of a signal. */
export function notesOf(kind: SoundKind, side?: Side): readonly Note[] {
  return kind === 'repetition' && side === 'right' ? [knock(0), knock(0.13)] : SIGNALS[kind];
}

/** Lengths of fade-in and fade-out, seconds, so that a note does not click. */
const ATTACK = 0.006;
const RELEASE = 0.02;
/** The value at which an exponential ramp ends, since it can't reach 0. */
const NOTHING = 0.0001;

function playNote(
  context: BaseAudioContext,
  output: AudioNode,
  { gain, hz, seconds, to, wave }: Note,
  at: number,
): Launched {
  const oscillator = context.createOscillator();
  const envelope = context.createGain();
  oscillator.type = wave;
  oscillator.frequency.setValueAtTime(hz, at);
  if (to !== undefined) oscillator.frequency.exponentialRampToValueAtTime(to, at + seconds);
  envelope.gain.setValueAtTime(NOTHING, at);
  envelope.gain.exponentialRampToValueAtTime(gain, at + ATTACK);
  envelope.gain.exponentialRampToValueAtTime(NOTHING, at + seconds);
  oscillator.connect(envelope);
  envelope.connect(output);
  oscillator.start(at);
  oscillator.stop(at + seconds + RELEASE);
  oscillator.onended = () => envelope.disconnect();
  return {
    stop() {
      // Old engines throw when an ended source is stopped again.
      try {
        oscillator.stop();
      } catch {
        // The sound has ended already.
      }
      envelope.disconnect();
    },
  };
}

/** Plays a signal at a time of the context's clock, seconds. */
export function playSignal(
  context: BaseAudioContext,
  output: AudioNode,
  kind: SoundKind,
  side: Side | undefined,
  at: number,
): Launched {
  const notes = notesOf(kind, side).map((one) => playNote(context, output, one, at + one.at));
  return {
    stop() {
      for (const one of notes) one.stop();
    },
  };
}
