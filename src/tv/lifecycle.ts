/**
 * Notices when the app is hidden: by another app, another source, standby, or the set turned off.
 */
import type { SetWindow } from './platform';

export interface LifecycleEvents {
  /** The app is hidden. It may never run again, so it must save everything at once. */
  hidden(): void;
  /** The app is visible again. */
  shown(): void;
}

/** Names in older engines. */
interface OldDocument extends Document {
  webkitHidden?: boolean;
}

/** Reports each change once, although a set may announce it in several ways. */
export class Lifecycle {
  private isOut = false;
  private readonly undo: (() => void)[] = [];

  constructor(
    page: SetWindow & Pick<Window, 'addEventListener' | 'removeEventListener'>,
    private readonly events: LifecycleEvents,
  ) {
    const { document } = page;
    const look = () => this.become(isHidden(document));
    this.on(document, 'visibilitychange', look);
    this.on(document, 'webkitvisibilitychange', look);
    this.on(page, 'pagehide', () => this.become(true));
    this.on(page, 'pageshow', look);
    // LG's launcher opened the app again while it runs. The app must come to the front by itself.
    this.on(document, 'webOSRelaunch', () => {
      (page.webOSSystem ?? page.PalmSystem)?.activate?.();
      this.become(false);
    });
    this.isOut = isHidden(document);
  }

  get isHidden(): boolean {
    return this.isOut;
  }

  /** The user has pressed a key, so the app is visible, whatever the set has announced. */
  seen(): void {
    this.become(false);
  }

  end(): void {
    for (const undo of this.undo.splice(0)) undo();
  }

  private on(
    target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
    name: string,
    then: () => void,
  ) {
    target.addEventListener(name, then);
    this.undo.push(() => target.removeEventListener(name, then));
  }

  private become(isOut: boolean) {
    if (isOut === this.isOut) return;
    this.isOut = isOut;
    if (isOut) this.events.hidden();
    else this.events.shown();
  }
}

const isHidden = ({ hidden, visibilityState, webkitHidden }: OldDocument): boolean =>
  hidden === true || webkitHidden === true || visibilityState === 'hidden';
