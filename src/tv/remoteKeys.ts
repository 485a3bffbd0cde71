/**
 * Keeps a remote's keys in order. A held OK must not start and pause by turns, and not every set
 * marks the repeats of a held key; and no key may reach a page that is on its way out.
 */

/** What may repeat while it is held; every other key acts once. */
const MAY_REPEAT = new Set(['Up', 'Down', 'Left', 'Right']);

/** A second press within this of the first, without a release between: held. ms */
const HELD_WITHIN = 600;

/** After this a page change counts as stuck, and keys are let through again. ms */
const PATIENCE = 3000;

export class RemoteKeys {
  /** When each key that is held was last pressed, by code. */
  private readonly down = new Map<number, number>();
  private navigatingSince: number | undefined;

  /**
   * @param name what the key is called, as in `settings.json`
   * @param once names that may not repeat at the moment either
   * @returns true when this press is the repeat of a held key that acts only once
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

  /** @returns true while a page change is under way, though never for long */
  isTooSoon(isNavigating: boolean, now = performance.now()): boolean {
    if (!isNavigating) {
      this.navigatingSince = undefined;
      return false;
    }
    this.navigatingSince ??= now;
    return now - this.navigatingSince < PATIENCE;
  }
}
