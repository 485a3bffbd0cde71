/**
 * Tests that canvases whose pixels are read stay in memory, also after another request of their context, and
 * are used again.
 */
import { beforeEach, expect, it, vi } from 'vitest';
import { drawInMemory } from '../../../src/ui/lightning/canvases';

interface Drawn {
  width: number;
  height: number;
  getContext: ReturnType<typeof vi.fn>;
}

let made: Drawn[];
let platform: Parameters<typeof drawInMemory>[0];

const read = (canvas: HTMLCanvasElement) => platform.getTextureOptionsForDrawingCanvas(canvas);

beforeEach(() => {
  made = [];
  platform = {
    getDrawingCanvas() {
      const getImageData = (_x: number, _y: number, w: number, h: number) => `${w} × ${h}`;
      const canvas = { width: 300, height: 40, getContext: vi.fn(() => ({ getImageData })) };
      made.push(canvas);
      return canvas as unknown as HTMLCanvasElement;
    },
    getTextureOptionsForDrawingCanvas: (source) => ({ source }),
  };
});

const begin = (isCopied: boolean) => drawInMemory(platform, isCopied);

it('asks first, for every canvas, and gives the platform’s own', () => {
  begin(true);
  const canvases = [platform.getDrawingCanvas(), platform.getDrawingCanvas()];
  expect(canvases).toEqual(made);
  for (const { getContext } of made) {
    expect(getContext.mock.calls).toEqual([['2d', { willReadFrequently: true }]]);
  }
});

it('makes a texture of what is on it, and draws on it again', () => {
  begin(true);
  const first = platform.getDrawingCanvas();
  expect(read(first)).toEqual({ source: '300 × 40' });
  expect(platform.getDrawingCanvas()).toBe(first);
  expect(made).toHaveLength(1);
});

it('gives none away that is still drawn on', () => {
  begin(true);
  const waiting = platform.getDrawingCanvas();
  const other = platform.getDrawingCanvas();
  expect(other).not.toBe(waiting);
  read(other);
  expect(platform.getDrawingCanvas()).toBe(other);
  expect(platform.getDrawingCanvas()).not.toBe(waiting);
});

it('leaves an empty one as it is: there is nothing to read', () => {
  begin(true);
  const empty = platform.getDrawingCanvas();
  empty.width = 0;
  expect(read(empty)).toEqual({ source: empty });
  expect(platform.getDrawingCanvas()).not.toBe(empty);
});

it('leaves each to its texture where there is no graphics card', () => {
  begin(false);
  const canvas = platform.getDrawingCanvas();
  expect(read(canvas)).toEqual({ source: canvas });
  expect(platform.getDrawingCanvas()).not.toBe(canvas);
});
