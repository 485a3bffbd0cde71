/**
 * Filters a remote's keys. A held OK must not start and pause in turn, although some sets do not
 * mark the repeats of a held key. Keys must not reach a page that is about to close.
 */

/** Keys that repeat while held. Every other key acts once. */
const MAY_REPEAT = new Set(['Up', 'Down', 'Left', 'Right']);

/** A second press within this time, without a release, means that the key is held. ms */
const HELD_WITHIN = 600;

/** After this time a page change counts as stuck, and keys pass again. ms */
const PATIENCE = 3000;

export class RemoteKeys {
  /** Time of the last press of each held key, by code. */
  private readonly down = new Map<number, number>();
  private navigatingSince: number | undefined;

  /**
   * Whether this press is the repeat of a held key that acts only once.
   * @param name the key's name, as in `settings.json`
   * @param once names of arrows that may not repeat at this moment
   */
  isRepeat(
    { keyCode, repeat, timeStamp }: KeyboardEvent,
    name: string | undefined,
    once: readonly string[] = [],
  ): boolean {
    const before = this.down.get(keyCode);
    this.down.set(keyCode, timeStamp);
    if (name !== undefined && MAY_REPEAT.has(name) && !once.includes(name)) return false;
    return repeat || (before !== undefined && timeStamp - before < HELD_WITHIN);
  }

  released({ keyCode }: KeyboardEvent): void {
    this.down.delete(keyCode);
  }

  /** Whether a page change is under way. It is false once the change counts as stuck. */
  isTooSoon(isNavigating: boolean, now = performance.now()): boolean {
    if (!isNavigating) {
      this.navigatingSince = undefined;
      return false;
    }
    this.navigatingSince ??= now;
    return now - this.navigatingSince < PATIENCE;
  }
}
