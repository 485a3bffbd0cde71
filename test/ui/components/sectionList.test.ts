/** A list below headings alone: its focus, its ends, and that what has the focus is always in view. */
import { Lightning } from '@lightningjs/sdk';
import { expect, it } from 'vitest';
import { SectionList, type SectionListSpec } from '../../../src/ui/components/SectionList';
import { settled } from '../../../src/ui/theme/motion';
import { renderComponent } from '../renderComponent';

/** Shows its item. */
class Cell extends Lightning.Component {
  testId = '';
  get item() {
    return this.testId;
  }
  set item(item: string | undefined) {
    this.testId = item ?? '';
    this.patch({ text: { text: this.testId } });
  }
}

const ROW_H = 76;
const VIEW = 700;

const spec = (sections: SectionListSpec<string>['sections']): SectionListSpec<string> => ({
  cell: Cell,
  sections,
  rowH: ROW_H,
  step: 92,
  w: 1000,
  view: VIEW,
  ground: 0xff000000,
});

const letters = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${from}${n}`);
const LONG = [
  { heading: 'Een', items: letters('a', 6) },
  { heading: 'Twee', items: letters('b', 3) },
  { items: letters('c', 8) },
];

const render = (sections = LONG) =>
  renderComponent<SectionList<string>>(SectionList, { list: spec(sections) } as never);

/** Where the focused row stands in the view, px. */
function place(list: SectionList<string>): { top: number; bottom: number } {
  const cell = list._getFocused();
  const y = settled(list.getByRef('Strip') as Lightning.Element, 'y') + (cell?.y ?? 0);
  return { top: y, bottom: y + ROW_H };
}

it('goes from row to row past the headings, and leaves keys at its ends to others', () => {
  const { focused, press, texts, unhandled } = render();
  expect(texts()).toEqual(expect.arrayContaining(['EEN', 'TWEE']));
  press('Up');
  const seen = [focused()];
  for (let n = 1; n < 17; n += 1) {
    press('Down');
    seen.push(focused());
  }
  expect(seen).toEqual(LONG.flatMap(({ items }) => items));
  press('Down');
  expect(unhandled).toEqual(['Up', 'Down']);
});

it('the focused row is always whole in view, down and up', () => {
  const { component, press } = render();
  for (const key of ['Down', 'Up'] as const) {
    for (let n = 0; n < 17; n += 1) {
      press(key);
      const { bottom, top } = place(component);
      expect(top, `${key} ${n}`).toBeGreaterThanOrEqual(0);
      expect(bottom, `${key} ${n}`).toBeLessThanOrEqual(VIEW);
    }
  }
  expect(place(component).top).toBeLessThan(92);
});

it('other values keep the focus and the elements; another number of rows makes them anew', () => {
  const { component, countElements, draw, focused, press } = render();
  for (let n = 0; n < 7; n += 1) press('Down');
  expect(focused()).toBe('b1');
  const count = countElements();
  component.list = spec(
    LONG.map((one) => ({ ...one, items: one.items.map((item) => item.toUpperCase()) })),
  );
  draw();
  expect(focused()).toBe('B1');
  expect(countElements()).toBe(count);
  component.list = spec([{ items: ['x', 'y'] }]);
  draw();
  expect(focused()).toBe('y');
});

it('a wheel scrolls it within its ends, and the focus stays in view', () => {
  const { component, draw, focused } = render();
  expect(component.scroll(1, 'row')).toBe(false);
  for (let n = 0; n < 30; n += 1) expect(component.scroll(1, 'column')).toBe(true);
  draw();
  const { bottom, top } = place(component);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(VIEW);
  expect(focused()).not.toBe('a0');
  for (let n = 0; n < 30; n += 1) component.scroll(-1, 'column');
  draw();
  expect(place(component).bottom).toBeLessThanOrEqual(VIEW);
  const { component: short } = render([{ heading: 'Kort', items: ['a'] }]);
  expect(short.scroll(1, 'column')).toBe(false);
});

it('tells a reader which row of how many it is', () => {
  const { component } = render();
  expect(component.placeOf(component._getFocused() as object)).toEqual({ at: 1, of: 17 });
  expect(component.placeOf({})).toBeUndefined();
});
