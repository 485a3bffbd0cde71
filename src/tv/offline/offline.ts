/**
 * The app without a network: registers the worker, fills what it answers from while nothing plays,
 * and lets a new version take over when nobody is in the middle of anything. Whatever fails here
 * fails in silence: the app goes on as it does without.
 */
import { fetchEdits } from './edits';
import { isOurs, mediaCache, OFFLINE_INDEX, type OfflineIndex, TAKE_OVER } from './kept';
import { MediaStore, type Wanted } from './mediaStore';

export interface OfflineDeps {
  page: Window;
  /** Media to keep, the most needed first: asked for anew each time. */
  wanted(): Promise<Wanted[]>;
  /** Nothing plays, so that files may be fetched. */
  isQuiet(): boolean;
  /** Nobody would lose anything, nor notice, if the app started anew now. */
  mayRestart(): boolean;
  /** Just before it does. */
  restart(): void;
}

/** After whatever happened, before anything is fetched; seconds. */
const CALM = 3;
/** A set that stays on for weeks looks for a new day and a new version; seconds. */
const AGAIN = 3600;
/** Between two looks whether a new version may take over; seconds. */
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

/** Where there is such a thing as a worker: not in a package, nor over a plain network. */
export const canBeOffline = (page: Window): boolean =>
  /^https?:$/.test(page.location.protocol) &&
  page.isSecureContext &&
  'serviceWorker' in page.navigator &&
  'caches' in page;

/** What is known once the worker runs. */
interface Running {
  registration: ServiceWorkerRegistration;
  index: OfflineIndex;
  store: MediaStore;
}

/** One per page. */
export class Offline {
  private beginning: Promise<Running | undefined> | undefined;
  private round: AbortController | undefined;
  private timer = 0;
  private offering = 0;
  /** The new version that was asked to take over. */
  private asked: ServiceWorker | undefined;
  private lookedForEdits = Number.NEGATIVE_INFINITY;
  /** A file was edited where it is served: the next start shows it. */
  private isEdited = false;
  private isLeaving = false;

  constructor(private readonly deps: OfflineDeps) {}

  /** Another page, day, routine or language: what was going on stops, and begins anew in a while. */
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
    // Without a network it can't be said; then what is here is the newest.
    const isAsked = await registration.update().then(
      () => true,
      () => false,
    );
    const isNew = registration.installing ?? registration.waiting;
    if (isAsked && !isNew && now() - this.lookedForEdits >= AGAIN) {
      this.isEdited = (await fetchEdits(index, registration.scope, stop)) || this.isEdited;
      this.lookedForEdits = now();
    }
    this.offer(registration);
    if (!stop.aborted && !store.isFull) await store.keep(await this.deps.wanted(), stop);
  }

  /** @throws Error where it is refused, where there is no room, or no such script */
  private async begin(): Promise<Running | undefined> {
    const { page } = this.deps;
    const { serviceWorker } = page.navigator;
    // A browser told to have none answers with nothing.
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
   * A new version waits until nobody is in the middle of anything. It is asked again until it has
   * taken over: it refuses while a page that was just closed still counts as open, and a browser
   * may leave it waiting for as long as something is fetched through the old one.
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

/** Where a centre wants none of it: what an earlier start kept goes. */
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
    // There is nothing to forget, or nobody to ask.
  }
}
