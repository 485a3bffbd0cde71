/**
 * Runs the app without a screen: Lightning's own stage on a simulated canvas, fakes for everything outside
 * the UI, and a person at the remote.
 */
import { afterEach, vi } from 'vitest';
import type { AppServices } from '../../src/app/services';
import type { Box } from '../../src/app/stage';
import type { SessionControls, SessionEvents } from '../../src/playback/controller/controller';
import type { Routine } from '../../src/session/routine/routine';
import type { Checkpoint } from '../../src/session/walk/checkpoint';
import { KEY_TABLES } from '../../src/tv/keyTables';
import type { DebugState } from '../../src/ui/debug';
import {
  countElements,
  drawBlank,
  isShown,
  type Key,
  type Node,
  noteListeners,
  pressKey,
  textsIn,
  withId,
} from './drawn';
import { type Fakes, fakeServices } from './fakes';

export type { Key } from './drawn';

export interface TestApp {
  /** Presses keys one after another. Waits each time until the page is open. */
  input(...keys: Key[]): Promise<void>;
  /** Presses a key without waiting, for what happens meanwhile. */
  press(key: Key, options?: { repeat?: boolean; hold?: boolean }): void;
  /** Lets timers and promises run until no page changes any more. */
  settle(): Promise<void>;
  /** Advances the page's clock (`performance.now`) by this many ms; then the app settles. */
  later(ms: number): Promise<void>;
  /** Opens an address in the running app, like a link: `#exercise/brug`. */
  goTo(hash: string): Promise<void>;
  state(): DebugState;
  /** `testId` of the focused component. */
  focused(): string;
  /** All visible texts, in tree order. */
  texts(): string[];
  /** True when a visible text contains this. */
  shown(text: string): boolean;
  /** Number of visible elements with this `testId`. */
  withId(testId: string): number;
  /** Number of all elements, visible or not. */
  countElements(): number;
  services: AppServices;
  fakes: Fakes;
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

const realNow = performance.now.bind(performance);

/** Longest wait until the app settles, ms. */
const SETTLED_BY = 20_000;

/** Changes the address, and waits until the page knows it. */
async function changeHash(hash: string): Promise<void> {
  const before = window.location.hash;
  const told = new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
  });
  window.location.hash = hash;
  if (window.location.hash !== before) await told;
}

/** Ends the app of the former test: its keys, and the router's listeners. */
let end = () => {};

// Its timers must not run on a page without the test's fakes.
afterEach(() => {
  end();
  if (vi.isMockFunction(performance.now)) vi.mocked(performance.now).mockRestore();
});

/**
 * Starts the app. The router keeps its state in its module, so all modules load again.
 * @param change differences from the usual fakes
 * @param hash first address: `#exercise/brug`
 */
export async function start(change: Partial<Fakes> = {}, hash = ''): Promise<TestApp> {
  end();
  vi.resetModules();
  drawBlank();
  await changeHash(hash);
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
    // Both scripts are loaded, as on a set where home has rested.
    import('../../src/secondScript'),
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
      // A television with all keys.
      keys: KEY_TABLES.tizen,
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
    const by = realNow() + SETTLED_BY;
    for (let turn = 0; realNow() < by; turn++) {
      await tick();
      application.stage.drawFrame();
      const now = handle()?.state();
      if (turn > 2 && now?.page && !now.navigating) return;
    }
    throw new Error(`The app does not settle: ${JSON.stringify(handle()?.state())}`);
  };
  await settle();
  let ahead = 0;
  return {
    async input(...keys) {
      for (const key of keys) {
        pressKey(key);
        await settle();
      }
    },
    press: pressKey,
    settle,
    async later(ms) {
      ahead += ms;
      vi.spyOn(performance, 'now').mockImplementation(() => realNow() + ahead);
      await settle();
    },
    async goTo(address) {
      await changeHash(address);
      await settle();
    },
    state,
    focused: () => state().focus,
    texts: () => textsIn(root),
    shown: (text) => isShown(root, text),
    withId: (testId) => withId(root, testId),
    countElements: () => countElements(root),
    get services() {
      return handle()?.services ?? services;
    },
    fakes,
  };
}

/** A session controller that notes its calls. */
export interface FakeController extends SessionControls {
  routine: Routine;
  events: SessionEvents;
  asked: string[];
  /** The checkpoint at which it began. */
  from: Checkpoint | undefined;
  checkpoint: Checkpoint;
}

/** The calls of the video window. */
export type VideoNote = { box: Box } | 'hidden' | 'kept' | 'released';
