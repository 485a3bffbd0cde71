/**
 * The app's life on its set, once its services are there: hidden and shown, left alone, without a network,
 * without its graphics card; and what looks on from beside it: pointer, screen reader, tests.
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
  /** What has the say in front of the page: the dialog, or the log; undefined where nothing does. */
  front(): Dialog | LogPanel | undefined;
  /** Closes whatever is in front of the page. */
  closeFront(): void;
  shell: Shell;
  page(): Page | undefined;
  /** When a key was last pressed, as `performance.now` says it. */
  keyAt(): number;
  /** Whether a click counts: some sets send one beside OK for one press. */
  mayClick(): boolean;
}

/** Begins when it is made, until `end`. */
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

  /** The set shows something else. */
  get isHidden(): boolean {
    return this.lifecycle.isHidden;
  }

  /** The pointer sends a key now, as a click asks for it. */
  get isPressing(): boolean {
    return this.pointer.isPressing;
  }

  /** Somebody presses a key: not every set says when it shows the app again. */
  seen(): void {
    this.lifecycle.seen();
  }

  /** Another page, day, routine or language: what is kept for when there is no network is looked at again. */
  changed(): void {
    this.offline?.changed();
  }

  end(): void {
    for (const end of this.ends) end();
  }

  /** What must not be lost is written at once: some sets end a hidden app without another word. */
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

  /** The graphics card was taken away: a new page draws again, at the place that is kept. */
  private drawAnew() {
    const { openSession } = this.living.page() ?? {};
    this.sleep();
    if (openSession) keepOpenSession(tabStore(window), openSession);
    noteLoss(tabStore(window), Date.now());
    void restart(window);
  }
}
