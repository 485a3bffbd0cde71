/** Tests a rail by itself: focus, ends, recycled cells, fade, and the keys that it leaves to others. */
import { Lightning } from '@lightningjs/sdk';
import { expect, it } from 'vitest';
import { Rail, type RailSpec } from '../../../src/ui/components/Rail';
import { settled } from '../../../src/ui/theme/motion';
import { renderComponent } from '../renderComponent';

interface Item {
  id: string;
}

/** Shows the id of its item. */
class Cell extends Lightning.Component {
  testId = '';
  private current: Item | undefined;
  get item() {
    return this.current;
  }
  set item(item: Item | undefined) {
    this.current = item;
    this.testId = item?.id ?? '';
    this.patch({ text: { text: this.testId } });
  }
}

const items = (count: number): Item[] => Array.from({ length: count }, (_, n) => ({ id: `${n}.` }));

const STEP = 100;

/** A rail with room for four and a half cells. */
function render(count: number, more: Partial<RailSpec<Item>> = {}) {
  const rail: RailSpec<Item> = {
    cell: Cell,
    direction: 'row',
    step: STEP,
    view: 4.5 * STEP,
    items: items(count),
    ...more,
  };
  return renderComponent<Rail<Item>>(Rail, { rail });
}

/** The final place of the strip, px. */
const scrolled = (rail: Rail<Item>, axis: 'x' | 'y' = 'x') =>
  settled(rail.getByRef('Strip') as Lightning.Element, axis);

it('moves within itself, and leaves keys at its ends and across to whoever holds it', () => {
  const { focused, press, unhandled } = render(2);
  expect(focused()).toBe('0.');
  press('Left');
  expect(focused()).toBe('0.');
  press('Right');
  expect(focused()).toBe('1.');
  press('Right', 'Up', 'Down', 'OK');
  expect(focused()).toBe('1.');
  expect(unhandled).toEqual(['Left', 'Right', 'Up', 'Down', 'OK']);
});

it('2,300 items cost no more elements than 23, and every one can be reached', () => {
  const few = render(23).countElements();
  const { component, countElements, focused, press, texts } = render(2300);
  expect(countElements()).toBe(few);
  for (let n = 1; n < 2300; n += 1) press('Right');
  expect(focused()).toBe('2299.');
  expect(texts()).toEqual(expect.arrayContaining(['2296.', '2297.', '2298.', '2299.']));
  // The last cells fill the view, so it scrolls no further.
  expect(scrolled(component)).toBe(-(2300 - 4) * STEP);
  for (let n = 1; n < 2300; n += 1) press('Left');
  expect(focused()).toBe('0.');
  expect(scrolled(component)).toBeCloseTo(0);
});

it('the focused item comes first, as long as there is more to fill the view with', () => {
  const { component, press } = render(6);
  const at: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    press('Right');
    at.push(scrolled(component));
  }
  expect(at).toEqual([-100, -200, -200, -200, -200]);
});

it('a column fades over its half cell while there are more, and not at its end', () => {
  const fade = { color: 0xff000000, w: 300 };
  const { component, press } = render(6, { direction: 'column', fade });
  const edge = () => component.getByRef('Fade') as Lightning.Element;
  expect(edge().visible).toBe(true);
  expect([edge().colorTop >>> 24, edge().colorBottom >>> 24]).toEqual([0, 255]);
  press('Down', 'Down');
  expect(edge().visible).toBe(false);
  press('Up');
  expect(edge().visible).toBe(true);
});

it('made anew, its focus keeps its place, or its item where that is asked', () => {
  const before = items(9);
  const after = [{ id: 'new' }, ...before];
  for (const [keepsItem, expected] of [
    [false, '3.'],
    [true, '4.'],
  ] as const) {
    const { component, draw, focused, press } = render(9, { keepsItem });
    press('Right', 'Right', 'Right', 'Right');
    expect(focused()).toBe('4.');
    const { index, kept } = component;
    component.items = after;
    component.select(kept, index);
    draw();
    expect(focused()).toBe(expected);
  }
});
