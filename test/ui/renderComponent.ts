/** One component on a stage of its own: no app, no router, no page, and nothing to wait for. */
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

/** Seconds that a frame takes: each transition of the app is over in five. */
const FRAME_SECONDS = 0.1;
const FRAMES_TO_REST = 5;

type ComponentType<C extends Lightning.Component> = new (stage: Lightning.Stage) => C;

interface Rendered<C extends Lightning.Component> {
  component: C;
  stage: Lightning.Stage;
  /** Presses keys one after another, each drawn until nothing moves. */
  press(...keys: Key[]): void;
  /** Draws until what moves has come to rest; or so many frames, a tenth of a second each. */
  draw(frames?: number): void;
  /** `testId` of what has the focus, or of the nearest thing around it that has one. */
  focused(): string;
  /** Every text that can be seen, in tree order. */
  texts(): string[];
  /** True when a text that can be seen contains this. */
  shown(text: string): boolean;
  /** Elements with this `testId` that can be seen. */
  withId(testId: string): number;
  /** All elements of the component, seen or not. */
  countElements(): number;
  /** Keys that the component left to whoever holds it, in order. */
  unhandled: Key[];
}

/** Takes away what was shown before. */
let end = () => {};

afterEach(() => end());

/**
 * Shows a component alone on the stage, with the focus, in place of the one before it, and takes it away
 * after the test.
 * @param properties what whoever holds it would give it, as in a template: `{ rail: … }`
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
