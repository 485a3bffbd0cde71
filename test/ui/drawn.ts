/** What stands on Lightning's stage in a test, and the browser's parts that jsdom lacks. */
import { vi } from 'vitest';

/** Keys of the remote, with the codes that browsers give them. */
export const KEYS = { Up: 38, Down: 40, Left: 37, Right: 39, OK: 13, Back: 8 } as const;
export type Key = keyof typeof KEYS;

/** What a test needs of Lightning's elements. */
export interface Node {
  ref?: string;
  testId?: string;
  visible: boolean;
  alpha: number;
  text?: { text: string } | null;
  children: Node[];
}

const isSeen = (node: Node) => node.visible && node.alpha > 0.01;

/** All elements that can be seen, in tree order. */
function seen(node: Node, found: Node[] = []): Node[] {
  if (!isSeen(node)) return found;
  found.push(node);
  for (const child of node.children) seen(child, found);
  return found;
}

/** Every text that can be seen, in tree order. */
export const textsIn = (root: Node): string[] =>
  seen(root).flatMap((node) => (node.text?.text ? [node.text.text] : []));

/** True when a text that can be seen contains this; a line's end counts as a blank. */
export const isShown = (root: Node, text: string): boolean =>
  textsIn(root).some((one) => one.replace(/[\n\u00a0]/g, ' ').includes(text));

/** Elements with this `testId` that can be seen. */
export const withId = (root: Node, testId: string): number =>
  seen(root).filter((node) => node.testId === testId).length;

/** All elements, seen or not. */
export const countElements = (node: Node): number =>
  node.children.reduce((sum, child) => sum + countElements(child), 1);

/** A 2d context that draws nothing; letters are ten pixels wide. */
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

/** Canvases get blank pens, until the test's mocks are restored. */
export function drawBlank(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    return blankPen(this) as never;
  });
  vi.stubGlobal('ImageData', class {});
  vi.stubGlobal('createImageBitmap', undefined);
}

/** Notes every listener on the window from now on; the answer takes them all away. */
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

/** A press of a key, and its release unless it is held. */
export function pressKey(key: Key, { repeat = false, hold = false } = {}): void {
  const about = { keyCode: KEYS[key], repeat, bubbles: true };
  window.dispatchEvent(new KeyboardEvent('keydown', about));
  if (!hold) window.dispatchEvent(new KeyboardEvent('keyup', about));
}

/** Presses of a keyboard's keys, or of a remote's digits: each with its code, and its character if it has one. */
export function typeKeys(...keys: (string | { key: string; keyCode: number })[]): void {
  for (const one of keys) {
    const about =
      typeof one === 'string' ? { key: one, keyCode: one.toUpperCase().charCodeAt(0) } : one;
    for (const type of ['keydown', 'keyup']) {
      window.dispatchEvent(new KeyboardEvent(type, { ...about, bubbles: true }));
    }
  }
}
