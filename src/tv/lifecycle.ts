/** When the app is out of sight: another app, another source, standby, the set turned off. */
import type { SetWindow } from './platform';

export interface LifecycleEvents {
  /** Out of sight. It may be the last that is heard: what must be kept is kept now. */
  hidden(): void;
  /** In sight again. */
  shown(): void;
}

/** Older engines have it under their own name. */
interface OldDocument extends Document {
  webkitHidden?: boolean;
}

/** Tells each change once, whatever number of ways the set says it in. */
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
    // Chosen anew in LG's launcher while it runs: it has to come to the front by itself.
    this.on(document, 'webOSRelaunch', () => {
      (page.webOSSystem ?? page.PalmSystem)?.activate?.();
      this.become(false);
    });
    this.isOut = isHidden(document);
  }

  get isHidden(): boolean {
    return this.isOut;
  }

  /** Somebody presses a key: whatever the set said, it is in sight. */
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
