/** Reads Lightning's stage in a test, and adds parts of the browser that jsdom lacks. */
import { vi } from 'vitest';

/** Keys of the remote, with the codes that browsers give them. */
export const KEYS = { Up: 38, Down: 40, Left: 37, Right: 39, OK: 13, Back: 8 } as const;
export type Key = keyof typeof KEYS;

/** The parts of Lightning's elements that tests use. */
export interface Node {
  ref?: string;
  testId?: string;
  visible: boolean;
  alpha: number;
  text?: { text: string } | null;
  children: Node[];
}

const isSeen = (node: Node) => node.visible && node.alpha > 0.01;

/** All visible elements, in tree order. */
function seen(node: Node, found: Node[] = []): Node[] {
  if (!isSeen(node)) return found;
  found.push(node);
  for (const child of node.children) seen(child, found);
  return found;
}

/** All visible texts, in tree order. */
export const textsIn = (root: Node): string[] =>
  seen(root).flatMap((node) => (node.text?.text ? [node.text.text] : []));

/** True when a visible text contains this; a line break counts as a blank. */
export const isShown = (root: Node, text: string): boolean =>
  textsIn(root).some((one) => one.replace(/[\n\u00a0]/g, ' ').includes(text));

/** The visible elements with this `testId`. */
export const withId = (root: Node, testId: string): number =>
  seen(root).filter((node) => node.testId === testId).length;

/** The number of all elements, visible or not. */
export const countElements = (node: Node): number =>
  node.children.reduce((sum, child) => sum + countElements(child), 1);

/** A 2d context that draws nothing; each letter is ten pixels wide. */
export function blankPen(canvas: HTMLCanvasElement): object {
  const pen: object = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'canvas') return canvas;
        if (name === 'measureText') return (text: string) => ({ width: text.length * 10 });
        return () => pen;
      },
      set: () => true,
    },
  );
  return pen;
}

/** Gives canvases such contexts until the test restores its mocks. */
export function drawBlank(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    return blankPen(this) as never;
  });
  vi.stubGlobal('ImageData', class {});
  vi.stubGlobal('createImageBitmap', undefined);
}

/** Records every new listener on the window; the returned function removes them all. */
export function noteListeners(): () => void {
  const noted: [string, EventListenerOrEventListenerObject][] = [];
  const add = window.addEventListener.bind(window);
  const spy = vi
    .spyOn(window, 'addEventListener')
    .mockImplementation((type: string, listener: EventListenerOrEventListenerObject) => {
      noted.push([type, listener]);
      add(type, listener);
    });
  return () => {
    spy.mockRestore();
    for (const [type, listener] of noted) window.removeEventListener(type, listener);
  };
}

/** Presses a key, and releases it unless it is held. */
export function pressKey(key: Key, { repeat = false, hold = false } = {}): void {
  const about = { keyCode: KEYS[key], repeat, bubbles: true };
  window.dispatchEvent(new KeyboardEvent('keydown', about));
  if (!hold) window.dispatchEvent(new KeyboardEvent('keyup', about));
}
