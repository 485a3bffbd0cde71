/**
 * The events around the app on its set, once its services are ready: hidden and shown again, a time
 * without keys, a lost network, a lost graphics card. It also starts the pointer, the screen reader's
 * page and the handle for tests.
 */
import { type Lightning, Router } from '@lightningjs/sdk';
import { watchIdle } from '../app/idle';
import { keepOpenSession, takeOpenSession } from '../app/openSession';
import { restart } from '../app/restart';
import { noteLoss, watchGraphicsCard } from '../tv/graphicsCard';
import { Lifecycle } from '../tv/lifecycle';
import { log } from '../tv/log';
import type { Offline } from '../tv/offline/offline';
import type { SetWindow } from '../tv/platform';
import { tabStore } from '../tv/storage';
import { Mirror } from './access/mirror';
import type { Dialog } from './components/Dialog';
import { exposeForTests } from './debug';
import type { LogPanel } from './log/LogPanel';
import { createOffline } from './offline';
import type { Page } from './pages/Page';
import { Pointer } from './pointer/pointer';
import type { Shell } from './shell';

export interface LivingApp {
  root: Lightning.Component;
  /** The dialog or panel in front of the page; undefined when there is none. */
  front(): Dialog | LogPanel | undefined;
  /** Closes the dialog or panel in front of the page. */
  closeFront(): void;
  shell: Shell;
  page(): Page | undefined;
  /** Time of the last key, ms as `performance.now` tells it. */
  keyAt(): number;
  /** False for the click that some sets send in addition to a press of OK. */
  mayClick(): boolean;
}

/** Starts when it is made, and runs until `end`. */
export class AppLife {
  private readonly lifecycle: Lifecycle;
  private readonly offline: Offline | undefined;
  private readonly pointer: Pointer;
  private readonly ends: (() => void)[];

  constructor(private readonly living: LivingApp) {
    const { closeFront, front, keyAt, mayClick, page, root, shell } = living;
    const { services } = shell;
    const endIdle = watchIdle({
      mode: services.mode,
      isThere: (mode) => page()?.pageName === mode,
      isFollowed: () => page()?.isFollowed === true,
      keyAt,
      comeBack(hash) {
        closeFront();
        Router.navigate(hash, {}, false);
      },
    });
    this.lifecycle = new Lifecycle(window as unknown as SetWindow & Window, {
      hidden: () => this.sleep(),
      shown: () => this.wake(),
    });
    const isBusy = () => Router.isNavigating();
    this.offline = createOffline({
      shell,
      page,
      isBusy: () => isBusy() || front() !== undefined,
      keyAt,
    });
    const kept = takeOpenSession(tabStore(window));
    if (kept) services.sessions.reopen(kept);
    const endGraphics = watchGraphicsCard(root.stage.getCanvas(), () => this.drawAnew());
    const mirror = new Mirror({ app: root, front, page, services: () => shell.services });
    this.pointer = new Pointer({ app: root, front, page, isBusy, mayClick });
    exposeForTests(root, () => shell.services, mirror, front);
    this.ends = [endGraphics, () => this.lifecycle.end(), endIdle, () => this.pointer.end()];
  }

  /** True while the set shows something else. */
  get isHidden(): boolean {
    return this.lifecycle.isHidden;
  }

  /** True while the pointer itself sends a key for a click. */
  get isPressing(): boolean {
    return this.pointer.isPressing;
  }

  /** Call it when a key is pressed: some sets don't tell the app that it is visible again. */
  seen(): void {
    this.lifecycle.seen();
  }

  /**
   * Call it when the page, the day, a routine or the language has changed: the offline store then
   * checks its files again.
   */
  changed(): void {
    this.offline?.changed();
  }

  end(): void {
    for (const end of this.ends) end();
  }

  /** Stores the memory at once, since some sets end a hidden app without a warning. */
  private sleep() {
    log.add('info', 'screen', 'Out of sight');
    const { page, shell } = this.living;
    page()?.sleep();
    shell.services.memoryStore.flush();
  }

  private wake() {
    log.add('info', 'screen', 'In sight again');
    this.living.page()?.wake();
  }

  /**
   * The graphics card is lost, so the app must start again. It keeps the place of the open session for
   * that.
   */
  private drawAnew() {
    const { openSession } = this.living.page() ?? {};
    this.sleep();
    if (openSession) keepOpenSession(tabStore(window), openSession);
    noteLoss(tabStore(window), Date.now());
    void restart(window);
  }
}
