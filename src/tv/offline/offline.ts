/**
 * The app without network. It registers the worker, saves media while nothing plays, and lets a new
 * version take over when nobody is in the middle of anything. A failure here is silent, and the app
 * works as it does without a worker.
 */
import { fetchEdits } from './edits';
import { isOurs, mediaCache, OFFLINE_INDEX, type OfflineIndex, REFILL, TAKE_OVER } from './kept';
import { MediaStore, type Wanted } from './mediaStore';

export interface OfflineDeps {
  page: Window;
  /** Media to save, the most needed first. Asked for at every round. */
  wanted(): Promise<Wanted[]>;
  /** Whether nothing plays, so that files may be fetched. */
  isQuiet(): boolean;
  /** Whether the app may restart: nobody would lose anything, or notice it. */
  mayRestart(): boolean;
  /** Restarts the app. */
  restart(): void;
}

/** Time after a change before anything is fetched, seconds. */
const CALM = 3;
/**
 * Time between two rounds on a set that is on for weeks, seconds. A round looks for a new version
 * and for the media of a new day.
 */
const AGAIN = 3600;
/** Time between two checks whether a new version may take over, seconds. */
const PATIENCE = 5;

const SCRIPT = 'sw.js';

const now = (): number => performance.now() / 1000;

const seconds = (count: number, page: Window, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = page.setTimeout(resolve, count * 1000);
    stop.addEventListener('abort', () => {
      page.clearTimeout(timer);
      resolve();
    });
  });

/** Whether a worker is possible. It is not in a package, nor over plain http. */
const canBeOffline = (page: Window): boolean =>
  /^https?:$/.test(page.location.protocol) &&
  page.isSecureContext &&
  'serviceWorker' in page.navigator &&
  'caches' in page;

/** State that is known when the worker runs. */
interface Running {
  registration: ServiceWorkerRegistration;
  index: OfflineIndex;
  store: MediaStore;
}

/** Keeps the app usable without network. One per page. */
export class Offline {
  private beginning: Promise<Running | undefined> | undefined;
  private round: AbortController | undefined;
  private timer = 0;
  private offering = 0;
  /** The new version that was told to take over. */
  private asked: ServiceWorker | undefined;
  private lookedForEdits = Number.NEGATIVE_INFINITY;
  /** True when a file was edited on the server. The next start shows it. */
  private isEdited = false;
  private isLeaving = false;

  constructor(private readonly deps: OfflineDeps) {}

  /**
   * The page, day, routine or language has changed. The current round stops, and a new one begins
   * after some seconds.
   */
  changed(): void {
    const { isQuiet, page } = this.deps;
    this.round?.abort();
    this.round = undefined;
    page.clearTimeout(this.timer);
    if (this.isLeaving || !isQuiet() || !canBeOffline(page)) return;
    const round = new AbortController();
    this.round = round;
    this.timer = page.setTimeout(() => {
      this.timer = page.setTimeout(() => this.changed(), AGAIN * 1000);
      this.go(round.signal).catch(() => undefined);
    }, CALM * 1000);
  }

  private async go(stop: AbortSignal) {
    this.beginning ??= this.begin().catch(() => undefined);
    const running = await this.beginning;
    if (!running || stop.aborted) return;
    const { index, registration, store } = running;
    // This fails without network. Then nothing newer is available.
    const isAsked = await registration.update().then(
      () => true,
      () => false,
    );
    const isNew = registration.installing ?? registration.waiting;
    if (isAsked && !isNew && now() - this.lookedForEdits >= AGAIN) {
      registration.active?.postMessage(REFILL);
      this.isEdited = (await fetchEdits(index, registration.scope, stop)) || this.isEdited;
      this.lookedForEdits = now();
    }
    this.offer(registration);
    if (!stop.aborted && !store.isFull) await store.keep(await this.deps.wanted(), stop);
  }

  /**
   * @throws Error where the browser refuses the worker, or where there is no room or no such script
   */
  private async begin(): Promise<Running | undefined> {
    const { page } = this.deps;
    const { serviceWorker } = page.navigator;
    // Some browsers with disabled workers answer with undefined.
    if (!(await serviceWorker.register(SCRIPT, { updateViaCache: 'none' }))) return undefined;
    const registration = await serviceWorker.ready;
    const watch = () => this.watch(registration);
    registration.addEventListener('updatefound', watch);
    watch();
    const { scope } = registration;
    const index = (await (await fetch(scope + OFFLINE_INDEX)).json()) as OfflineIndex;
    const cache = await caches.open(mediaCache(scope));
    const wait = (count: number, stop: AbortSignal) => seconds(count, page, stop);
    const store = new MediaStore({ cache, scope, index, now, wait, fetch: page.fetch.bind(page) });
    return { registration, index, store };
  }

  private watch(registration: ServiceWorkerRegistration) {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') this.offer(registration);
    });
  }

  /**
   * Lets a waiting new version take over when nobody is in the middle of anything. It asks
   * repeatedly, because the take-over is refused while a page that was just closed still counts as
   * open, and because a browser may delay it as long as the old version fetches something.
   */
  private offer(registration: ServiceWorkerRegistration) {
    const { mayRestart, page } = this.deps;
    const { waiting } = registration;
    page.clearTimeout(this.offering);
    if (this.isLeaving || (!waiting && !this.isEdited)) return;
    if (mayRestart()) {
      if (!waiting) {
        this.leave();
        return;
      }
      this.round?.abort();
      this.ask(waiting);
    }
    this.offering = page.setTimeout(() => this.offer(registration), PATIENCE * 1000);
  }

  private ask(worker: ServiceWorker) {
    if (this.asked !== worker) {
      this.asked = worker;
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') this.leave();
      });
    }
    worker.postMessage(TAKE_OVER);
  }

  private leave() {
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.deps.page.clearTimeout(this.offering);
    this.round?.abort();
    this.deps.restart();
  }
}

/** Removes everything that an earlier start saved, for a centre that does not want it. */
export async function forgetOffline(page: Window): Promise<void> {
  if (!canBeOffline(page)) return;
  try {
    const registration = await page.navigator.serviceWorker.getRegistration();
    if (!registration) return;
    const names = await caches.keys();
    const { scope } = registration;
    await Promise.all(
      names.filter((name) => isOurs(name, scope)).map((name) => caches.delete(name)),
    );
    await registration.unregister();
  } catch {
    // Nothing is saved, or the browser has no such storage.
  }
}
