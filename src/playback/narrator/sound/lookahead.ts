/**
 * Schedules items (sounds or lines) a little before their media time, and cancels them when the media stops,
 * jumps or stalls.
 */
import type { MediaClock } from './mediaClock';

/**
 * How long before its time an item is scheduled, seconds: more than the longest pause between frames on a weak
 * set.
 */
const HORIZON_SECONDS = 1;
/** A scheduled item that is off by more than this, seconds, is scheduled again. */
const RETIME_SECONDS = 0.025;
/** An item that is later than this, seconds, is dropped and not played. */
const LATE_SECONDS = 0.08;
/**
 * An item that has not begun this long after its time, seconds, counts as not heard. Engines take up to half of
 * it.
 */
export const UNHEARD_SECONDS = 1;

export interface Timed {
  /** Media time, seconds. */
  time: number;
  /** The last media time at which it may begin, seconds; absent: it begins on its time or not at all. */
  latest?: number;
}

/** An item that was scheduled. */
export interface Launched {
  /** Stops the item, or prevents it from beginning. */
  stop(): void;
  /**
   * When it began to sound, seconds on the media clock's own clock; undefined until then. Absent where the item
   * is sure to begin on its time.
   */
  heardAt?(): number | undefined;
}

/** `late`: too late to begin. `mute`: it could not be played, or it was started and not heard. */
export type Dropped = 'late' | 'mute';

/** Events of an item, for the log. */
export interface LookaheadEvents<T> {
  /** @param late delay of its beginning, media seconds */
  started?(item: T, late: number): void;
  dropped?(item: T, why: Dropped): void;
}

interface Pending<T> {
  item: T;
  index: number;
  at: number;
  launched: Launched;
  hasStarted: boolean;
}

export class Lookahead<T extends Timed> {
  private items: readonly T[] = [];
  private next = 0;
  private pending: Pending<T>[] = [];

  /**
   * @param launch plays an item at a clock time; undefined when it can't
   * @param now the media clock's own clock, seconds
   */
  constructor(
    private readonly clock: MediaClock,
    private readonly now: () => number,
    private readonly launch: (item: T, at: number) => Launched | undefined,
    private readonly events: LookaheadEvents<T> = {},
  ) {}

  /** Replaces the items, which are in order of time. Items before the media time `from` are skipped. */
  load(items: readonly T[], from: number): void {
    this.silence();
    this.items = items;
    this.seek(from);
  }

  /** Moves to another media time: stops the sounds, and skips the items before that time. */
  seek(mediaTime: number): void {
    this.silence();
    // Half a millisecond allows for rounding at the start of a frame.
    const at = this.items.findIndex(({ time }) => time >= mediaTime - 0.0005);
    this.next = at < 0 ? this.items.length : at;
  }

  /** Schedules the items that are due soon, and corrects those that moved. Call it at every frame. */
  update(): void {
    if (!this.clock.isRunning) return;
    this.markStarted();
    const now = this.now();
    for (const one of this.pending) if (one.at > now) this.retime(one);
    for (; this.next < this.items.length; this.next++) {
      const item = this.items[this.next] as T;
      const at = this.clock.whenIs(item.time);
      if (at === undefined || at - now > HORIZON_SECONDS) return;
      // An item that can't be played yet is tried again until it is due.
      if (!this.handOver(item, this.next, at)) return;
    }
  }

  /** For paused media: cancels the items that have not begun, and stops the others. */
  silence(): void {
    this.markStarted();
    for (const { hasStarted, index, launched } of this.pending) {
      launched.stop();
      if (!hasStarted) this.next = Math.min(this.next, index);
    }
    this.pending = [];
  }

  /** For media without new frames: cancels the items that have not begun; the others play on. */
  hold(): void {
    this.markStarted();
    this.pending = this.pending.filter(({ hasStarted, index, launched }) => {
      if (hasStarted) return true;
      launched.stop();
      this.next = Math.min(this.next, index);
      return false;
    });
  }

  /** @returns false when it could not be played and is not yet due */
  private handOver(item: T, index: number, due: number): boolean {
    const now = this.now();
    const latest = Math.max(LATE_SECONDS, (item.latest ?? item.time) - item.time);
    const isLate = now - due > latest;
    const launched = isLate ? undefined : this.launch(item, Math.max(due, now));
    if (!launched) {
      if (now < due) return false;
      this.events.dropped?.(item, isLate ? 'late' : 'mute');
      return true;
    }
    this.pending.push({ item, index, at: Math.max(due, now), launched, hasStarted: false });
    return true;
  }

  private retime(one: Pending<T>): void {
    const due = this.clock.whenIs(one.item.time);
    if (due === undefined || Math.abs(due - one.at) <= RETIME_SECONDS) return;
    if (due < one.at && one.at - this.now() < RETIME_SECONDS) return;
    one.launched.stop();
    const launched = this.launch(one.item, Math.max(due, this.now()));
    if (!launched) {
      this.pending = this.pending.filter((other) => other !== one);
      this.events.dropped?.(one.item, 'mute');
      return;
    }
    one.launched = launched;
    one.at = Math.max(due, this.now());
  }

  /** Notes which items began and how late, drops those that were not heard, and forgets those that ended long ago. */
  private markStarted(): void {
    const now = this.now();
    const lost = new Set<Pending<T>>();
    for (const one of this.pending) {
      if (one.hasStarted || one.at > now) continue;
      const heardAt = one.launched.heardAt ? one.launched.heardAt() : one.at;
      if (heardAt !== undefined) {
        one.hasStarted = true;
        const mediaTime = this.clock.mediaAt(heardAt);
        this.events.started?.(one.item, mediaTime === undefined ? 0 : mediaTime - one.item.time);
      } else if (now - one.at > UNHEARD_SECONDS) lost.add(one);
    }
    this.pending = this.pending.filter(
      (one) => !lost.has(one) && (!one.hasStarted || now - one.at < 30),
    );
    for (const { item, launched } of lost) {
      // It must not sound later, at a moment that it does not belong to.
      launched.stop();
      this.events.dropped?.(item, 'mute');
    }
  }
}
