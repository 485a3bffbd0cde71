/** Tests the overlay's panel by itself: its words and drawings in a state. */
import { describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/texts/translate';
import type { OverlayState } from '../../src/timeline/overlay';
import { PhasePanel } from '../../src/ui/pages/player/overlay/PhasePanel';
import { overlay, textsIn } from './fakes';
import { renderComponent } from './renderComponent';

const t = translator(textsIn('nl'));

function render() {
  const one = renderComponent<PhasePanel>(PhasePanel);
  return {
    ...one,
    show(more: Partial<OverlayState> = {}) {
      one.component.show(overlay(more), t);
      one.draw();
    },
  };
}

/** The number in the ring. */
const numberIn = ({ component }: Pick<ReturnType<typeof render>, 'component'>) =>
  component.getByRef('Number')?.value;

describe('the panel', () => {
  it.each<[string, Partial<OverlayState>, string[]]>([
    ['prepare', { phase: 'prepare', number: 12 }, ['Maak je klaar']],
    ['move', { phase: 'move', number: 7, repetition: 7 }, ['Omhoog', 'van 15', 'Reeks 1 van 2']],
    ['a move with a word of its own', { phase: 'move', word: 'Strek uit' }, ['Strek uit']],
    ['a timed effort', { phase: 'move', timed: true, number: 28, word: 'Fiets' }, ['Fiets']],
    ['a timed effort without a word', { phase: 'move', timed: true }, ['Ga door']],
    ['hold', { phase: 'hold', number: 3, numberKind: 'counts' }, ['Hou aan', 'van 15']],
    ['return', { phase: 'return' }, ['Terug']],
    ['a pause at ease', { phase: 'rest', atEase: true }, ['Ontspan', 'van 15']],
    ['rest', { phase: 'rest', number: 20 }, ['Rust']],
    ['switch', { phase: 'switch', side: 'right' }, ['Wissel van kant', 'Rechts']],
    ['done', { phase: 'done' }, ['Klaar']],
  ])('says in %s what to do', (_, more, words) => {
    const panel = render();
    panel.show(more);
    for (const word of words) expect(panel.shown(word), word).toBe(true);
    expect(numberIn(panel)).toBe(more.number ?? 1);
  });

  it('draws a side beside its word', () => {
    const { show, shown, withId } = render();
    const sides = () => [withId('side:left'), withId('side:right')];
    show({ side: 'left' });
    expect(shown('Links')).toBe(true);
    expect(sides()).toEqual([1, 0]);
    show({ side: 'right' });
    expect(sides()).toEqual([0, 1]);
    show();
    expect(sides()).toEqual([0, 0]);
  });

  it('warns of a change with a word and as many dots as seconds', () => {
    const { show, shown, withId } = render();
    for (const countdown of [3, 2, 1] as const) {
      show({ phase: 'hold', number: countdown, countdown });
      expect(withId('countdown')).toBe(countdown);
      expect(shown('nog')).toBe(true);
    }
    show({ phase: 'hold', number: 4 });
    expect(withId('countdown')).toBe(0);
    expect(shown('nog')).toBe(false);
  });

  it('shows a number of any length with ten digits that are drawn once', () => {
    const panel = render();
    panel.show({ phase: 'hold', number: 10, repetition: 3 });
    const { textureManager } = panel.stage as unknown as {
      textureManager: { getTextureSource(): object };
    };
    const drawn = vi.spyOn(textureManager, 'getTextureSource');
    const digits = () => panel.component.getByRef('Number')?.children ?? [];
    for (const [number, places] of [
      [9, 1],
      [12, 2],
      [120, 3],
      [7, 1],
    ] as const) {
      panel.show({ phase: 'hold', number, repetition: 3 });
      expect(numberIn(panel)).toBe(number);
      expect(digits().filter(({ visible }) => visible)).toHaveLength(places);
    }
    expect(drawn).not.toHaveBeenCalled();
  });
});
