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
  /** Presses keys one after another, each until the page it opens is there. */
  input(...keys: Key[]): Promise<void>;
  /** A bare press, for what happens while something else does. */
  press(key: Key, options?: { repeat?: boolean; hold?: boolean }): void;
  /** Lets timers and promises run until no page change is under way. */
  settle(): Promise<void>;
  /** The page's clock (`performance.now`) goes on by so much at once, ms; then the app settles. */
  later(ms: number): Promise<void>;
  /** Opens an address in the running app, as a link does: `#exercise/brug`. */
  goTo(hash: string): Promise<void>;
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

const tick = () => new Promise((resolve) => setTimeout(resolve, 0));

const realNow = performance.now.bind(performance);

/** An app that does not settle by then has come to a stop, ms. */
const SETTLED_BY = 20_000;

/** Changes the address, and waits until the page has been told. */
async function changeHash(hash: string): Promise<void> {
  const before = window.location.hash;
  const told = new Promise((resolve) => {
    window.addEventListener('hashchange', resolve, { once: true });
  });
  window.location.hash = hash;
  if (window.location.hash !== before) await told;
}

/** Ends the app of the test before: its keys, its router's eyes on the address. */
let end = () => {};

// Its timers must not find a page from which the test has taken away what it lent.
afterEach(() => {
  end();
  if (vi.isMockFunction(performance.now)) vi.mocked(performance.now).mockRestore();
});

/**
 * Starts the app anew; the router keeps its state in its module, so modules are loaded anew too.
 * @param change what differs from the usual fakes
 * @param hash address to begin at: `#exercise/brug`
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
    // All is there at once, as on a set where home has rested.
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
      // A television with all its keys.
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
