/** Remembers the faults of one exercise's video and the rungs that were taken. */
import {
  aheadNeeded,
  type Fault,
  FORGIVEN_AFTER_SECONDS,
  NETWORK_RETRIES,
  type PlaybackTrouble,
  pauseBeforeTry,
  type Rung,
  rungFor,
  type Tried,
} from './ladder';

/** Times are seconds on any steady clock. */
export class RecoveryState {
  /** The last trouble, and the rung that it led to. */
  last: { trouble: PlaybackTrouble; rung: Rung } | undefined;
  private tried: Tried = {};
  private ranDry = 0;
  /** The moment since which video has played well. */
  private wellSince = 0;
  /** Failed tries since the clock became the carrier, and the time of the next try. */
  private failed = 0;
  private nextTry = Number.POSITIVE_INFINITY;

  /** @param log receives a sentence about each trouble; about a missing network only once */
  constructor(private readonly log?: (sentence: string) => void) {}

  /** Decides the rung for a trouble and counts it as taken. */
  decide(trouble: PlaybackTrouble, now: number): Rung {
    const { fault, reason } = trouble;
    const rung = rungFor(trouble, this.tried);
    if (fault !== 'network' || this.last?.trouble.fault !== 'network') {
      this.log?.(`${reason}: ${rung}`);
    }
    this.tried = { ...this.tried, [rung]: (this.tried[rung] ?? 0) + 1 };
    if (fault === 'starved') this.ranDry += 1;
    this.last = { trouble, rung };
    this.wellSince = now;
    return rung;
  }

  /** Notes that a player failed without a report of trouble, so that no rung was decided. */
  unasked(reason: string): void {
    if (this.last) return;
    this.log?.(reason);
    this.last = { trouble: { fault: 'stuck', reason }, rung: 'poster' };
  }

  /** Notes another frame while video is the carrier. */
  goesWell(now: number): void {
    if (now - this.wellSince < FORGIVEN_AFTER_SECONDS) return;
    this.tried = {};
    this.last = undefined;
    this.ranDry = 0;
    this.failed = 0;
  }

  /** Notes that video is the carrier again. */
  begins(now: number): void {
    this.wellSince = now;
    this.nextTry = Number.POSITIVE_INFINITY;
  }

  /** Seconds of buffered video before video becomes the carrier again. */
  get aheadNeeded(): number {
    return aheadNeeded(this.ranDry);
  }

  /** Notes that poster and clock play until the next try. */
  rest(fault: Fault, now: number): void {
    // A network that failed all its retries will probably not return soon.
    const isSpent = fault === 'network' && (this.tried.retry ?? 0) >= NETWORK_RETRIES;
    this.nextTry = now + pauseBeforeTry(fault, isSpent ? NETWORK_RETRIES : this.failed);
    this.failed += 1;
  }

  /** True, once, when another try is due for a fault that the other rungs did not repair. */
  isDue(now: number): boolean {
    if (now < this.nextTry) return false;
    this.nextTry = Number.POSITIVE_INFINITY;
    return true;
  }
}
