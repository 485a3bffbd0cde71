/** Tests that signals differ in rhythm, direction or length, not only in pitch. */
import { describe, expect, it } from 'vitest';
import { type Note, notesOf } from '../../../src/playback/narrator/sound/synth';
import type { SoundKind } from '../../../src/timeline/sounds';

const KINDS: [SoundKind, ('left' | 'right')?][] = [
  ['tick'],
  ['repetition', 'left'],
  ['repetition', 'right'],
  ['turn'],
  ['holdStart'],
  ['holdEnd'],
  ['rest'],
  ['switch'],
  ['end'],
];

/** What an ear distinguishes: number of onsets, direction and duration. */
function character(notes: readonly Note[]) {
  const onsets = [...new Set(notes.map(({ at }) => at))];
  const melody = [...notes].sort((a, b) => a.at - b.at).map(({ hz }) => hz);
  const steps = melody.slice(1).map((hz, n) => Math.sign(hz - (melody[n] ?? hz)));
  const seconds = Math.max(...notes.map((note) => note.at + note.seconds));
  return { onsets: onsets.length, steps: steps.join(' '), seconds, first: notes[0] };
}

describe.each(KINDS)('%s %s', (kind, side) => {
  const mine = notesOf(kind, side);

  it('begins at its moment, and is over soon', () => {
    expect(Math.min(...mine.map(({ at }) => at))).toBe(0);
    expect(character(mine).seconds).toBeLessThan(1.1);
  });

  it('stays within what small loudspeakers give, and does not overdrive', () => {
    for (const { gain, hz, to = hz } of mine) {
      expect(Math.min(hz, to)).toBeGreaterThan(250);
      expect(gain).toBeLessThanOrEqual(0.5);
    }
  });

  it('differs from every other', () => {
    const me = character(mine);
    for (const [other, otherSide] of KINDS) {
      if (other === kind && otherSide === side) continue;
      const it = character(notesOf(other, otherSide));
      const differs =
        it.onsets !== me.onsets ||
        it.steps !== me.steps ||
        Math.max(it.seconds, me.seconds) / Math.min(it.seconds, me.seconds) > 1.5 ||
        // Two single short sounds differ by an octave and by timbre.
        (it.first?.wave !== me.first?.wave && it.first && me.first
          ? Math.abs(Math.log2(it.first.hz / me.first.hz)) >= 1
          : Math.abs(Math.log2((it.first?.hz ?? 1) / (me.first?.hz ?? 1))) >= 0.4);
      expect(differs, `${kind} and ${other}`).toBe(true);
    }
  });
});
