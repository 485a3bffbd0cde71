/** Tests the overlay's panel by itself: its words and drawings in a state. */
import { describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/texts/translate';
import type { OverlayState } from '../../src/timeline/overlay';
import { numberText } from '../../src/ui/pages/player/overlay/Digits';
import { PhasePanel } from '../../src/ui/pages/player/overlay/PhasePanel';
import { signOf } from '../../src/ui/pages/player/overlay/phaseStyle';
import type { PanelState } from '../../src/ui/pages/player/playerContent';
import { overlay, textsIn } from './fakes';
import { renderComponent } from './renderComponent';

const t = translator(textsIn('nl'));

function render() {
  const one = renderComponent<PhasePanel>(PhasePanel);
  return {
    ...one,
    show(more: Partial<PanelState> = {}) {
      const { press, sideWord } = more;
      one.component.show(
        { ...overlay(more), ...(press ? { press } : {}), ...(sideWord ? { sideWord } : {}) },
        t,
      );
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

  it.each([
    ['seconds', 99, '99'],
    ['seconds', 100, '1:40'],
    ['seconds', 109, '1:49'],
    ['seconds', 600, '10:00'],
    ['repetition', 100, '100'],
  ] as const)('draws %s: %i as %s, within the ring', (numberKind, number, drawn) => {
    const panel = render();
    panel.show({ number, numberKind, phase: 'move', timed: numberKind === 'seconds' });
    const digits = panel.component.getByRef('Number');
    expect(numberText(number, numberKind === 'seconds')).toBe(drawn);
    const seen = digits?.children.filter(({ visible }) => visible) ?? [];
    expect(seen).toHaveLength(drawn.length);
    expect(digits?.w).toBeLessThanOrEqual(184);
  });

  it('names the key that it waits for in place of a number', () => {
    const { component, show, shown } = render();
    show({ phase: 'prepare', word: 'Druk op OK', press: 'OK' });
    expect([shown('OK'), shown('Druk op OK')]).toEqual([true, true]);
    expect(component.getByRef('Number')?.visible).toBe(false);
    show({ phase: 'move' });
    expect([shown('OK'), component.getByRef('Number')?.visible]).toEqual([false, true]);
  });

  it('names leg and arm where the exercise knows them', () => {
    const { show, shown } = render();
    show({ side: 'left', sets: 1, sideWord: 'Linkerbeen, rechterarm' });
    expect(shown('Linkerbeen, rechterarm')).toBe(true);
  });

  it('shows an arrow up only beside a movement without a word of its own', () => {
    expect(signOf('move', false)).toBe('move');
    expect(signOf('move', true)).toBe('effort');
    expect(signOf('hold', true)).toBe('hold');
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
