/** A tile without pictures says its name on itself: below its icon a screen may cut it off. */
import { expect, it } from 'vitest';
import { RoutineTile } from '../../../src/ui/components/RoutineTile';
import { setTheme } from '../../../src/ui/theme';
import { renderComponent } from '../renderComponent';

const item = { id: 'new', title: 'Nieuwe routine', about: 'Kies zelf', press: () => {} };

it.each(['normal', 'large', 'largest'] as const)('at text size %s', (textSize) => {
  setTheme({ textSize, highContrast: true, reducedMotion: false });
  const { component, texts } = renderComponent<RoutineTile>(RoutineTile, {
    item: { ...item, pictures: [] },
  });
  expect(texts()).toContain('Nieuwe routine');
  const board = component.h / 2;
  expect(component.getByRef('Title')?.y).toBeLessThan(board);
  expect(component.getByRef('About')?.y).toBeGreaterThan(board);
  const filled = renderComponent<RoutineTile>(RoutineTile, {
    item: { ...item, pictures: [{ src: undefined, position: 'supine' }] },
  }).component;
  expect(filled.getByRef('Title')?.y).toBeGreaterThan(board);
  setTheme({ textSize: 'normal', highContrast: false, reducedMotion: false });
});
