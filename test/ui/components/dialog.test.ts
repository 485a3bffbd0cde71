/** Tests a dialog by itself: focus, keys, long texts, many choices. */
import { expect, it } from 'vitest';
import { Dialog, type DialogSpec } from '../../../src/ui/components/Dialog';
import { renderComponent } from '../renderComponent';

function render(more: Partial<DialogSpec> = {}) {
  const pressed: string[] = [];
  const button = (id: string) => ({ id, label: `Knop ${id}`, press: () => pressed.push(id) });
  const one = renderComponent<Dialog>(Dialog);
  one.component.show({
    id: 'asks',
    title: 'Wil je stoppen?',
    buttons: [button('go'), button('stay')],
    ...more,
  });
  one.draw();
  return { ...one, pressed, button };
}

it('has the focus on the button it says, and OK closes it before the button acts', () => {
  const { component, focused, press, pressed, shown } = render({ focus: 'stay' });
  expect(shown('Wil je stoppen?')).toBe(true);
  expect(focused()).toBe('button:stay');
  press('Left', 'OK');
  expect(pressed).toEqual(['go']);
  expect(component.open).toBeUndefined();
  expect(shown('Wil je stoppen?')).toBe(false);
});

it('Back closes it without pressing anything, and tells so once', () => {
  let backs = 0;
  const { component, press, pressed } = render({
    back: () => {
      backs += 1;
    },
  });
  press('Back');
  expect([component.open, pressed, backs]).toEqual([undefined, [], 1]);
});

it('no arrow reaches what is behind it, where none of its own takes it', () => {
  const { press, unhandled } = render();
  press('Up', 'Down', 'Left', 'Left', 'Right', 'Right');
  expect(unhandled).toEqual([]);
});

it('a button that stays leaves it open', () => {
  const { button, component, draw, press, pressed } = render();
  component.show({
    id: 'asks',
    title: 'Tellen',
    buttons: [{ ...button('more'), stays: true }],
  });
  draw();
  press('OK', 'OK');
  expect(pressed).toEqual(['more', 'more']);
  expect(component.open).toBe('asks');
});

it('a text too long for it is read page by page with Down and Up', () => {
  const words = Array.from({ length: 300 }, (_, n) => `woord${n}`);
  const { press, shown, texts } = render({
    text: words.join(' '),
    footer: (page, pages) => `${page} van ${pages}`,
  });
  const read: string[] = [];
  let pages = 0;
  for (let isNew = true; isNew; pages += 1) {
    const before = texts().join(' ');
    read.push(...(before.match(/woord\d+/g) ?? []));
    press('Down');
    isNew = texts().join(' ') !== before;
  }
  expect(read).toEqual(words);
  expect(shown(`${pages} van ${pages}`)).toBe(true);
  for (let page = 1; page < pages; page += 1) press('Up');
  expect(shown(`1 van ${pages}`)).toBe(true);
});

it('of more choices than fit the focused one is always whole in sight', () => {
  const { button, component, draw, focused, press, stage } = render();
  const ids = Array.from({ length: 14 }, (_, n) => `${n}`);
  component.show({
    id: 'which',
    title: 'Welke?',
    direction: 'column',
    buttons: ids.map(button),
  });
  draw();
  const clip = component.getByRef('Card')?.getByRef('Choices');
  if (!clip) throw new Error('a dialog without choices');
  const edges = (of: object) => {
    const { core } = of as { core: { getCornerPoints(): number[] } };
    const [, top = 0, , , , bottom = 0] = core.getCornerPoints();
    return { top, bottom };
  };
  for (const id of ids) {
    expect(focused()).toBe(`button:${id}`);
    const { focusPath } = stage.application as unknown as { focusPath: object[] };
    const own = edges(focusPath[focusPath.length - 1] as object);
    expect(own.top).toBeGreaterThanOrEqual(edges(clip).top);
    expect(own.bottom).toBeLessThanOrEqual(edges(clip).bottom);
    press('Down');
  }
  expect(edges(clip).bottom).toBeLessThan(1080);
});
