/**
 * Sets with a pointer send a click *and* OK for one press of the remote's wheel, in either order. Only the
 * first of the two counts.
 */

/**
 * Two events within this time are one press, ms. A set's two events are closer, and no person presses twice
 * that fast.
 */
const WITHIN_MS = 300;

type Source = 'key' | 'click';

export class OnePress {
  private last: { source: Source; at: number } | undefined;

  /** @returns false for the second event of a press */
  takes(source: Source, now = performance.now()): boolean {
    const { last } = this;
    const isOtherHalf = last && last.source !== source && now - last.at < WITHIN_MS;
    // A press has two events; the next event is another press.
    this.last = isOtherHalf ? undefined : { source, at: now };
    return !isOtherHalf;
  }

  /** Called when OK is released, since its click may come only then. */
  released(now = performance.now()): void {
    if (this.last?.source === 'key') this.last.at = now;
  }
}
