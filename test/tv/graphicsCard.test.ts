import { expect, it, vi } from 'vitest';
import { canvasOnCard, isUnsteady, noteLoss } from '../../src/tv/graphicsCard';
import type { TextStore } from '../../src/tv/storage';

function store(): TextStore {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
  };
}

const MINUTE = 60_000;

it('a card lost three times within five minutes is not asked again', () => {
  const kept = store();
  for (const at of [0, MINUTE]) noteLoss(kept, at);
  expect(isUnsteady(kept, MINUTE)).toBe(false);
  noteLoss(kept, 2 * MINUTE);
  expect(isUnsteady(kept, 2 * MINUTE)).toBe(true);
  expect(isUnsteady(kept, 8 * MINUTE)).toBe(false);
});

it('a loss every hour, as after each standby, is no reason to do without', () => {
  const kept = store();
  for (let hour = 0; hour < 10; hour++) noteLoss(kept, hour * 60 * MINUTE);
  expect(isUnsteady(kept, 9 * 60 * MINUTE)).toBe(false);
});

it.each(['{', '{}', '["a", null]'])('what can’t be read counts as none: %s', (text) => {
  const kept = store();
  kept.write('beweeg-mee.graphicsLost', text);
  expect(isUnsteady(kept, 0)).toBe(false);
  noteLoss(kept, 0);
  expect(isUnsteady(kept, 0)).toBe(false);
});

it('storage that refuses stops nothing', () => {
  const refuses = () => {
    throw new Error('refused');
  };
  const kept = { read: refuses, write: refuses, remove: refuses };
  noteLoss(kept, 0);
  expect(isUnsteady(kept, 0)).toBe(false);
});

it('a set without a card, or that refuses it, has no canvas on it', () => {
  const canvas = (getContext: () => unknown) => ({
    createElement: () => ({ getContext }) as never,
  });
  expect(canvasOnCard(canvas(() => null))).toBeUndefined();
  const refuse = vi.fn(() => {
    throw new Error('no WebGL');
  });
  expect(canvasOnCard(canvas(refuse))).toBeUndefined();
  expect(refuse).toHaveBeenCalled();
  expect(canvasOnCard(canvas(() => ({})))).toBeDefined();
});

it('where the engine has no such thing by name, no canvas is asked for a card', () => {
  const getContext = vi.fn(() => ({}));
  const createElement = () => ({ getContext }) as never;
  expect(canvasOnCard({ createElement, defaultView: {} as never })).toBeUndefined();
  expect(getContext).not.toHaveBeenCalled();
  const defaultView = { WebGLRenderingContext: class {} } as never;
  expect(canvasOnCard({ createElement, defaultView })).toBeDefined();
});
