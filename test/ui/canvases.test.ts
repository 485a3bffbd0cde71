/** Canvases that are read back stay in memory, whoever asks for their context later. */
import { expect, it, vi } from 'vitest';
import { drawInMemory } from '../../src/ui/canvases';

it('asks first, for every canvas, and gives the platform’s own', () => {
  const made: { getContext: ReturnType<typeof vi.fn> }[] = [];
  const platform = {
    getDrawingCanvas() {
      const canvas = { getContext: vi.fn() };
      made.push(canvas);
      return canvas as unknown as HTMLCanvasElement;
    },
  };
  drawInMemory(platform);
  const canvases = [platform.getDrawingCanvas(), platform.getDrawingCanvas()];
  expect(canvases).toEqual(made);
  for (const { getContext } of made) {
    expect(getContext.mock.calls).toEqual([['2d', { willReadFrequently: true }]]);
  }
});
