/**
 * Sets with a pointer send a click *and* OK for one press of the remote's wheel, in either order: the
 * first of the two counts.
 */

/** Nobody presses two things on purpose within this, ms; a set's two events come closer. */
const WITHIN_MS = 300;

type Source = 'key' | 'click';

export class OnePress {
  private last: { source: Source; at: number } | undefined;

  /** @returns false where this is the other half of a press that was taken */
  takes(source: Source, now = performance.now()): boolean {
    const { last } = this;
    const isOtherHalf = last && last.source !== source && now - last.at < WITHIN_MS;
    // A press has two halves: what comes after them is another one.
    this.last = isOtherHalf ? undefined : { source, at: now };
    return !isOtherHalf;
  }

  /** OK was let go: its click may come only then. */
  released(now = performance.now()): void {
    if (this.last?.source === 'key') this.last.at = now;
  }
}
