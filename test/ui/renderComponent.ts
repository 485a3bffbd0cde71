/** Shows one component on its own stage, without app, router and page. */
import { Lightning } from '@lightningjs/sdk';
import { afterEach } from 'vitest';
import { KEY_TABLES } from '../../src/tv/keyTables';
import { runWithoutEval } from '../../src/ui/lightning/withoutEval';
import {
  countElements,
  drawBlank,
  isShown,
  KEYS,
  type Key,
  type Node,
  noteListeners,
  pressKey,
  textsIn,
  withId,
} from './drawn';

/** Seconds of a frame: each transition of the app ends within five frames. */
const FRAME_SECONDS = 0.1;
const FRAMES_TO_REST = 5;

type ComponentType<C extends Lightning.Component> = new (stage: Lightning.Stage) => C;

interface Rendered<C extends Lightning.Component> {
  component: C;
  stage: Lightning.Stage;
  /** Presses keys one after another; draws each until nothing moves. */
  press(...keys: Key[]): void;
  /** Draws until nothing moves, or this many frames of a tenth of a second. */
  draw(frames?: number): void;
  /** `testId` of the focused component, or of the nearest component around it that has one. */
  focused(): string;
  /** All visible texts, in tree order. */
  texts(): string[];
  /** True when a visible text contains this. */
  shown(text: string): boolean;
  /** Number of visible elements with this `testId`. */
  withId(testId: string): number;
  /** Number of all elements of the component, visible or not. */
  countElements(): number;
  /** Keys that the component left to its parent, in order. */
  unhandled: Key[];
}

/** Removes the former component. */
let end = () => {};

afterEach(() => end());

/**
 * Shows a component alone on the stage, with the focus, and removes it after the test.
 * @param properties values that a parent gives in its template: `{ rail: … }`
 */
export function renderComponent<C extends Lightning.Component>(
  type: ComponentType<C>,
  properties: Partial<C> = {},
): Rendered<C> {
  end();
  drawBlank();
  runWithoutEval();
  const unhandled: Key[] = [];
  class Holder extends Lightning.Application {
    static override _template(): Lightning.Component.Template {
      return { Component: { type, ...properties } } as Lightning.Component.Template;
    }
    override _getFocused() {
      return this.tag('Component') as Lightning.Component;
    }
    override _handleKey({ keyCode }: KeyboardEvent) {
      const key = (Object.keys(KEYS) as Key[]).find((one) => KEYS[one] === keyCode);
      if (key) unhandled.push(key);
    }
  }
  const removeListeners = noteListeners();
  const holder = new Holder({
    stage: {
      w: 1920,
      h: 1080,
      canvas2d: true,
      useImageWorker: false,
      autostart: false,
      fixedDt: FRAME_SECONDS,
    },
    keys: KEY_TABLES.webos,
  } as never);
  const component = holder.tag('Component') as unknown as C;
  const root = component as unknown as Node;
  end = () => {
    end = () => {};
    removeListeners();
    (holder as unknown as { destroy(): void }).destroy();
  };
  const draw = (frames = FRAMES_TO_REST) => {
    for (let n = 0; n < frames; n += 1) holder.stage.drawFrame();
  };
  draw();
  return {
    component,
    stage: holder.stage,
    press(...keys) {
      for (const key of keys) {
        pressKey(key);
        draw();
      }
    },
    draw,
    focused() {
      const path = (holder as unknown as { focusPath: Node[] }).focusPath;
      return [...path].reverse().find(({ testId }) => testId)?.testId ?? '';
    },
    texts: () => textsIn(root),
    shown: (text) => isShown(root, text),
    withId: (testId) => withId(root, testId),
    countElements: () => countElements(root),
    unhandled,
  };
}
