/** Returns a screen to the waiting room by itself, when it shows something else and nobody is there. */
import type { Mode } from '../session/centre/centreSchema';
import type { ScreenMode } from './screenMode';

/** Time without a key, ms (ours), after which staff counts as gone. */
const LEFT_ALONE = 5 * 60_000;
const LOOK_MS = 15_000;

export interface IdleApp {
  mode: Pick<ScreenMode, 'awaits'>;
  /** True while the mode's page is open. */
  isThere(mode: Mode): boolean;
  /** True while an exercise plays that a patient follows. */
  isFollowed(): boolean;
  /** When a key was last pressed, ms, as in `performance.now`. */
  keyAt(): number;
  /** Opens the mode's page. */
  comeBack(mode: Mode): void;
}

/**
 * Starts the watch.
 * @returns a function that ends it
 */
export function watchIdle({ comeBack, isFollowed, isThere, keyAt, mode }: IdleApp): () => void {
  /** The last moment at which a patient followed an exercise, ms; it counts as a key. */
  let followedAt = 0;
  const timer = window.setInterval(() => {
    const now = performance.now();
    if (isFollowed()) followedAt = now;
    const { awaits } = mode;
    if (!awaits || isThere(awaits)) return;
    if (now - Math.max(keyAt(), followedAt) < LEFT_ALONE) return;
    comeBack(awaits);
  }, LOOK_MS);
  return () => window.clearInterval(timer);
}
