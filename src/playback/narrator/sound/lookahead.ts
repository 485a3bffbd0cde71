/**
 * Hands things that have a media time to whoever plays them, a little before they are due, and takes
 * them back when the media stops, jumps or stalls.
 */
import type { MediaClock } from './mediaClock';

/** How far ahead things are handed over, seconds: more than a weak set's longest pause for breath. */
export const HORIZON_SECONDS = 1;
/** Further off than this, a thing already handed over is handed over again, seconds. */
const RETIME_SECONDS = 0.025;
/** Later than this and a thing is dropped rather than played late, seconds. */
export const LATE_SECONDS = 0.08;
/** What hasn't begun so long after its time isn't heard any more, seconds: engines take up to half of it. */
export const UNHEARD_SECONDS = 1;

export interface Timed {
  /** Media time, seconds. */
  time: number;
  /** May begin until then, media seconds; absent: on its moment or not at all. */
  latest?: number;
}

/** Something that was handed over. */
export interface Launched {
  /** Stops it, or keeps it from beginning. */
  stop(): void;
  /**
   * When it began to sound, on the media clock's own clock; undefined as long as it hasn't. Absent
   * where it is sure to begin on its time.
   */
  heardAt?(): number | undefined;
}

/** `late`: too late to begin; `mute`: it couldn't be played, or it was ordered and nothing was heard. */
export type Dropped = 'late' | 'mute';

/** What happens to a thing; for the log. */
export interface LookaheadEvents<T> {
  /** @param late seconds of media by which it begins after its moment */
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
   * @param now the media clock's own clock
   */
  constructor(
    private readonly clock: MediaClock,
    private readonly now: () => number,
    private readonly launch: (item: T, at: number) => Launched | undefined,
    private readonly events: LookaheadEvents<T> = {},
  ) {}

  /** Other things, in order of time; those before a media time are past. */
  load(items: readonly T[], from: number): void {
    this.silence();
    this.items = items;
    this.seek(from);
  }

  /** The media is somewhere else: what sounds stops, what is past stays unsaid. */
  seek(mediaTime: number): void {
    this.silence();
    // Half a millisecond forgives rounding at a frame's very start.
    const at = this.items.findIndex(({ time }) => time >= mediaTime - 0.0005);
    this.next = at < 0 ? this.items.length : at;
  }

  /** Hands over what comes due, and corrects what moved. To be called at every frame. */
  update(): void {
    if (!this.clock.isRunning) return;
    this.markStarted();
    const now = this.now();
    for (const one of this.pending) if (one.at > now) this.retime(one);
    for (; this.next < this.items.length; this.next++) {
      const item = this.items[this.next] as T;
      const at = this.clock.whenIs(item.time);
      if (at === undefined || at - now > HORIZON_SECONDS) return;
      // Whoever can't play it yet is asked again until it is due.
      if (!this.handOver(item, this.next, at)) return;
    }
  }

  /** The media stands still: what has not begun is taken back, what sounds stops. */
  silence(): void {
    this.markStarted();
    for (const { hasStarted, index, launched } of this.pending) {
      launched.stop();
      if (!hasStarted) this.next = Math.min(this.next, index);
    }
    this.pending = [];
  }

  /** Frames don't come: only what has not begun is taken back. */
  hold(): void {
    this.markStarted();
    this.pending = this.pending.filter(({ hasStarted, index, launched }) => {
      if (hasStarted) return true;
      launched.stop();
      this.next = Math.min(this.next, index);
      return false;
    });
  }

  /** How many are handed over and not known to be over. */
  get waiting(): number {
    return this.pending.length;
  }

  /** @returns false when it could not be played, and is not yet due */
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

  /** Notes what has begun, how late by what the clock knows since, and what hasn't; forgets what is long over. */
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
      // It must not sound after all, when nobody expects it any more.
      launched.stop();
      this.events.dropped?.(item, 'mute');
    }
  }
}
