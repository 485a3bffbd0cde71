/** The signals, drawn with oscillators: no files to load, nothing to decode. */
import type { SoundKind } from '../../../timeline/sounds';
import type { Side } from '../../../timeline/types';
import type { Launched } from './lookahead';

/** One note of a signal; seconds and hertz. */
export interface Note {
  /** After the signal's moment. */
  at: number;
  hz: number;
  /** Glides there. */
  to?: number;
  seconds: number;
  wave: OscillatorType;
  /** 0 to 1. */
  gain: number;
}

const C5 = 523;
const E5 = 659;
const G5 = 784;
const C6 = 1047;
/** Small loudspeakers give nothing below. */
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
 * Told apart by rhythm and direction, not by pitch alone: a tick is short and high, a repetition
 * knocks (twice for the right side), a hold opens upwards and closes downwards, a change of sides
 * goes to and fro, the end climbs. All in one key, since two may come together.
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

/** So that no edge clicks, seconds. */
const ATTACK = 0.006;
const RELEASE = 0.02;
/** What an exponential ramp can end in. */
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
      // A source that is over may refuse to be stopped again, on old engines.
      try {
        oscillator.stop();
      } catch {
        // It is silent, which is what was asked.
      }
      envelope.disconnect();
    },
  };
}

/** Plays a signal at a time of the context, seconds. */
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
