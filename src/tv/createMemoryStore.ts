/** The memory store of this set: on the browser's storage and the set's clock. */
import type { Day } from '../session/memory/memory';
import { provisionalDay } from '../session/memory/provisional';
import { builtOn, dayOf } from './calendar';
import type { SetClock } from './clock';
import { MemoryStore } from './memoryStore';
import { browserStore } from './storage';

/**
 * Writes pending changes when the page is hidden or closed: on many sets that is the last event. When it is shown
 * again, takes in what another window wrote, since a hidden page may miss the event.
 * @returns a function that stops this
 */
export function flushOnHide(memoryStore: MemoryStore, page: Window): () => void {
  const flush = () => memoryStore.flush();
  const hide = () => {
    if (page.document.visibilityState === 'hidden') memoryStore.flush();
    else memoryStore.takeIn();
  };
  page.addEventListener('pagehide', flush);
  page.document.addEventListener('visibilitychange', hide);
  return () => {
    page.removeEventListener('pagehide', flush);
    page.document.removeEventListener('visibilitychange', hide);
  };
}

/** The day before the clock is watched: the build's date alone decides whether it can be true. */
function dayNow(built: string): Day {
  const now = new Date();
  const day = dayOf(now);
  return now.toISOString() < built ? provisionalDay(day) : day;
}

/**
 * Creates a memory store on the browser's storage and the set's clock, which also writes when the page is hidden.
 * @param version address of the build's `version.json`, which is asked of the server for its time
 */
export function createMemoryStore(
  page: Window,
  log?: (sentence: string) => void,
  version = 'version.json',
): MemoryStore {
  let clock: SetClock | undefined;
  const built = builtOn(page) ?? '';
  const memoryStore: MemoryStore = new MemoryStore({
    store: browserStore(page),
    today: () => (clock ? clock.today() : dayNow(built)),
    behind: () => clock?.behind,
    watch: ({ followOthers, startClock }) => {
      followOthers(memoryStore, page);
      clock = startClock(page, version, () => memoryStore.clockChanged());
    },
    seed: () => Math.floor(Math.random() * 2 ** 32),
    ...(log ? { log } : {}),
  });
  flushOnHide(memoryStore, page);
  return memoryStore;
}
