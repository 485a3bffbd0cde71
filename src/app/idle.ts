/** A screen that staff took out of the waiting room, and left alone, goes back to it by itself. */
import type { Mode } from '../session/centre/centreSchema';
import type { ScreenMode } from './screenMode';

/** Without a key for so long, ms (ours): staff has gone. */
export const LEFT_ALONE = 5 * 60_000;
const LOOK_MS = 15_000;

export interface IdleApp {
  mode: Pick<ScreenMode, 'awaits' | 'comeBack'>;
  /** An exercise plays that somebody follows. */
  isFollowed(): boolean;
  /** When a key was last pressed, as `performance.now` says it. */
  keyAt(): number;
  /** Opens the mode's page. */
  comeBack(mode: Mode): void;
}

/** @returns what ends it */
export function watchIdle({ comeBack, isFollowed, keyAt, mode }: IdleApp): () => void {
  /** The end of what was followed counts as a key. */
  let followedAt = 0;
  const timer = window.setInterval(() => {
    const now = performance.now();
    if (isFollowed()) followedAt = now;
    const { awaits } = mode;
    if (!awaits || now - Math.max(keyAt(), followedAt) < LEFT_ALONE) return;
    mode.comeBack();
    comeBack(awaits);
  }, LOOK_MS);
  return () => window.clearInterval(timer);
}
