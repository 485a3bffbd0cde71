/** Tests that cells that scroll past an edge fade, and that whole cells do not. */
import { expect, it } from 'vitest';
import { settled } from '../../src/ui/theme/motion';
import { start } from './harness';

interface Edge {
  ref?: string;
  visible: boolean;
  x: number;
  y: number;
  alpha: number;
  colorTop: number;
  colorBottom: number;
  children: Edge[];
}

function find(from: Edge, ref: string): Edge | undefined {
  if (from.ref === ref) return from;
  for (const child of from.children) {
    const found = child.visible ? find(child, ref) : undefined;
    if (found) return found;
  }
  return undefined;
}

const seen = (ref: string) => find(window.beweegMee?.app as unknown as Edge, ref);
const above = () => settled(seen('Above') as Edge, 'alpha');

it('home at its top fades below only: the header stands there as it is', async () => {
  await start();
  expect(above()).toBe(0);
  const below = seen('Below') as Edge;
  expect([below.colorTop >>> 24, below.colorBottom >>> 24]).toEqual([0, 255]);
});

it('rows that went past home’s upper edge fade, until all is back', async () => {
  const app = await start();
  await app.input('Down', 'Down', 'Down');
  expect(above()).toBe(1);
  await app.input('Up', 'Up', 'Up', 'Up');
  expect(above()).toBe(0);
});

it('does so when home is made anew in another size', async () => {
  const app = await start();
  app.services.memoryStore.change((memory) => ({
    ...memory,
    settings: { ...memory.settings, textSize: 'largest' },
  }));
  await app.settle();
  await app.input('Down', 'Down', 'Down');
  expect(above()).toBe(1);
});

it('the settings fade where rows go past an edge, and nowhere else', async () => {
  const app = await start({}, '#settings');
  expect([seen('Above'), seen('Below')]).toMatchObject([undefined, { visible: true }]);
  await app.input(...Array.from({ length: 12 }, () => 'Down' as const));
  expect([seen('Above'), seen('Below')]).toMatchObject([{ visible: true }, { visible: true }]);
  while (app.focused() !== 'set:back') await app.input('Down');
  expect([seen('Above'), seen('Below')]).toMatchObject([{ visible: true }, undefined]);
});
