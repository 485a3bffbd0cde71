/**
 * The app without a screen: Lightning's own stage on a stand-in canvas, fakes for everything
 * outside the UI, and a person at the remote.
 */
import { afterEach, vi } from 'vitest';
import type { AppServices } from '../../src/app/services';
import type { Box } from '../../src/app/stage';
import type { SessionControls, SessionEvents } from '../../src/playback/controller/controller';
import type { Routine } from '../../src/session/routine/routine';
import type { Checkpoint } from '../../src/session/walk/checkpoint';
import { KEY_TABLES } from '../../src/tv/keyTables';
import type { DebugState } from '../../src/ui/debug';
import { type Fakes, fakeServices } from './fakes';

// Everything is loaded anew for each app: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });

export const KEYS = { Up: 38, Down: 40, Left: 37, Right: 39, OK: 13, Back: 8 } as const;
export type Key = keyof typeof KEYS;

/** What a test needs of Lightning's elements. */
interface Node {
  ref?: string;
  testId?: string;
  visible: boolean;
  alpha: number;
  text?: { text: string } | null;
  children: Node[];
}

export interface TestApp {
  /** Presses keys one after another, each until the page it opens is there. */
  input(...keys: Key[]): Promise<void>;
  /** A bare press, for what happens while something else does. */
  press(key: Key, options?: { repeat?: boolean; hold?: boolean }): void;
  /** Lets timers and promises run until no page change is under way. */
  settle(): Promise<void>;
  state(): DebugState;
  /** `testId` of what has the focus. */
  focused(): string;
  /** Every text that can be seen, in tree order. */
  texts(): string[];
  /** True when a text that can be seen contains this. */
  shown(text: string): boolean;
  /** Elements with this `testId` that can be seen. */
  withId(testId: string): number;
  /** All elements, seen or not. */
  countElements(): number;
  services: AppServices;
  fakes: Fakes;
}

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

const isSeen = (node: Node) => node.visible && node.alpha > 0.01;

function seen(node: Node, found: Node[] = []): Node[] {
  if (!isSeen(node)) return found;
  found.push(node);
  for (const child of node.children) seen(child, found);
  return found;
}

const count = (node: Node): number => node.children.reduce((sum, child) => sum + count(child), 1);

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Ends the app of the test before: its keys, its router's eyes on the address. */
let end = () => {};

// Its timers must not find a page from which the test has taken away what it lent.
afterEach(() => end());

/** Notes every listener on the window from now on; the answer takes them all away. */
function noteListeners(): () => void {
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

/**
 * Starts the app anew; the router keeps its state in its module, so modules are loaded anew too.
 * @param change what differs from the usual fakes
 * @param hash address to begin at: `#exercise/brug`
 */
export async function start(change: Partial<Fakes> = {}, hash = ''): Promise<TestApp> {
  end();
  vi.resetModules();
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    return blankPen(this) as never;
  });
  vi.stubGlobal('ImageData', class {});
  vi.stubGlobal('createImageBitmap', undefined);
  window.location.hash = hash;
  await tick();
  const [
    { App },
    { Launch },
    { MemoryStore },
    { Routines },
    { ScreenMode },
    { Sessions },
    { translator },
    noEval,
  ] = await Promise.all([
    import('../../src/App'),
    import('@lightningjs/sdk'),
    import('../../src/tv/memoryStore'),
    import('../../src/app/routines'),
    import('../../src/app/screenMode'),
    import('../../src/app/sessions'),
    import('../../src/texts/translate'),
    import('../../src/ui/lightning/withoutEval'),
    // All is there at once, as on a set where home has rested.
    import('../../src/later'),
  ]);
  noEval.runWithoutEval();
  const removeListeners = noteListeners();
  const { fakes, services } = fakeServices(change, {
    MemoryStore,
    Routines,
    ScreenMode,
    Sessions,
    translator,
  });
  const application = Launch(
    App,
    {
      stage: { w: 1920, h: 1080, canvas2d: true, useImageWorker: false, autostart: false },
      // A television with all its keys.
      keys: KEY_TABLES.webos,
    } as never,
    {
      path: './static',
      fontLoader: () => Promise.resolve(),
      router: { lazyCreate: true },
    } as never,
    { loadServices: () => Promise.resolve(services) },
  );
  end = () => {
    removeListeners();
    application.destroy();
    window.beweegMee = undefined;
    end = () => {};
  };
  const root = application as unknown as Node;
  const handle = () => window.beweegMee;
  const state = () => {
    const now = handle()?.state();
    if (!now) throw new Error('The app is not there yet');
    return now;
  };
  const settle = async () => {
    for (let turn = 0; turn < 200; turn++) {
      await tick();
      application.stage.drawFrame();
      const now = handle()?.state();
      if (turn > 2 && now?.page && !now.navigating) return;
    }
    throw new Error(`The app does not settle: ${JSON.stringify(handle()?.state())}`);
  };
  const press: TestApp['press'] = (key, { repeat = false, hold = false } = {}) => {
    const about = { keyCode: KEYS[key], repeat, bubbles: true };
    window.dispatchEvent(new KeyboardEvent('keydown', about));
    if (!hold) window.dispatchEvent(new KeyboardEvent('keyup', about));
  };
  await settle();
  const texts = () => seen(root).flatMap((node) => (node.text?.text ? [node.text.text] : []));
  return {
    async input(...keys) {
      for (const key of keys) {
        press(key);
        await settle();
      }
    },
    press,
    settle,
    state,
    focused: () => state().focus,
    texts,
    shown: (text) => texts().some((one) => one.replace(/[\n\u00a0]/g, ' ').includes(text)),
    withId: (testId) => seen(root).filter((node) => node.testId === testId).length,
    countElements: () => count(root),
    get services() {
      return handle()?.services ?? services;
    },
    fakes,
  };
}

/** A session controller that notes what it is asked. */
export interface FakeController extends SessionControls {
  routine: Routine;
  events: SessionEvents;
  asked: string[];
  /** Where it was told to begin. */
  from: Checkpoint | undefined;
  checkpoint: Checkpoint;
}

/** What the video window was told. */
export type VideoNote = { box: Box } | 'hidden' | 'kept' | 'released';
