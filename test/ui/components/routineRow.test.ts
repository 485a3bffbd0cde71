/** A row of a routine alone: the name of the focused action stands under its icon. */
import type { Lightning } from '@lightningjs/sdk';
import { expect, it } from 'vitest';
import { RoutineRow, type RowAction } from '../../../src/ui/components/RoutineRow';
import { screen } from '../../../src/ui/theme';
import { textWidth } from '../../../src/ui/theme/measure';
import { renderComponent } from '../renderComponent';

const ACTIONS: RowAction[] = [
  { id: 'up', label: 'Hoger', icon: 'arrow-up', press: () => {} },
  { id: 'down', label: 'Lager', icon: 'arrow-down', press: () => {} },
  { id: 'adjust', label: 'Pas aan', icon: 'sliders', press: () => {} },
  { id: 'remove', label: 'Haal weg', icon: 'trash-2', press: () => {} },
];

function render(actions: RowAction[]) {
  const item = {
    id: 'brug',
    title: 'Brug',
    dose: { text: '2 × 15', ours: false },
    level: undefined,
    picture: { src: undefined, position: 'supine' as const },
    open: () => {},
    actions,
  };
  return renderComponent<RoutineRow>(RoutineRow, { item });
}

/** The middles of the icons and of the name, px from the actions' left edge. */
function places(row: RoutineRow) {
  const actions = row.tag('Actions') as Lightning.Element;
  const buttons = (actions.tag('Buttons') as Lightning.Element).children;
  const label = actions.tag('Label') as Lightning.Element;
  return {
    icons: buttons.map((button) => {
      const { w, x } = button.tag('Icon') as Lightning.Element;
      return button.x + x + w / 2;
    }),
    name: label.x,
    style: label.text,
  };
}

it('the name of the focused action stands under its own icon', () => {
  const { component, press } = render(ACTIONS);
  for (const [at] of ACTIONS.entries()) {
    press('Right');
    const { icons, name } = places(component);
    expect(name, ACTIONS[at]?.id).toBe(icons[at]);
  }
});

it('a long name stays within the width of the actions', () => {
  const label = 'Uit deze routine weghalen';
  const { component, press } = render(
    ACTIONS.map((one) => (one.id === 'remove' || one.id === 'up' ? { ...one, label } : one)),
  );
  const edges = () => {
    const { icons, name, style } = places(component);
    const half = textWidth(label, style as never) / 2;
    const [first = 0] = icons;
    const last = icons[icons.length - 1] ?? 0;
    return { isIn: name - half >= first - 42 && name + half <= last + 42, width: half * 2 };
  };
  press('Right');
  expect(edges().width).toBeLessThan(screen.w);
  expect(edges().isIn).toBe(true);
  press('Right', 'Right', 'Right');
  expect(edges().isIn).toBe(true);
});
