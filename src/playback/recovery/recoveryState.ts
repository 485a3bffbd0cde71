/** What went wrong with one exercise's video, and which rungs were taken: the ladder's memory. */
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
  /** What went wrong last, and the rung it led to. */
  last: { trouble: PlaybackTrouble; rung: Rung } | undefined;
  private tried: Tried = {};
  private ranDry = 0;
  /** Since when video has been going well. */
  private wellSince = 0;
  /** Tries that failed since the clock took over, and when the next one is due. */
  private failed = 0;
  private nextTry = Number.POSITIVE_INFINITY;

  /** @param log hears of each, once as long as a network stays away */
  constructor(private readonly log?: (sentence: string) => void) {}

  /** The rung for this trouble; it counts as taken. */
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

  /** A player ended without having asked. */
  unasked(reason: string): void {
    if (this.last) return;
    this.log?.(reason);
    this.last = { trouble: { fault: 'stuck', reason }, rung: 'poster' };
  }

  /** Video has the say, and another frame came. */
  goesWell(now: number): void {
    if (now - this.wellSince < FORGIVEN_AFTER_SECONDS) return;
    this.tried = {};
    this.last = undefined;
    this.ranDry = 0;
    this.failed = 0;
  }

  /** Video has the say again. */
  begins(now: number): void {
    this.wellSince = now;
    this.nextTry = Number.POSITIVE_INFINITY;
  }

  /** Seconds of video that must lie ready before it takes over again. */
  get aheadNeeded(): number {
    return aheadNeeded(this.ranDry);
  }

  /** Poster and clock for a while. */
  rest(fault: Fault, now: number): void {
    // A network that stayed away through all its retries isn't expected any moment.
    const isSpent = fault === 'network' && (this.tried.retry ?? 0) >= NETWORK_RETRIES;
    this.nextTry = now + pauseBeforeTry(fault, isSpent ? NETWORK_RETRIES : this.failed);
    this.failed += 1;
  }

  /** It is time for another try, of what the rungs before the poster didn't mend. Says so once. */
  isDue(now: number): boolean {
    if (now < this.nextTry) return false;
    this.nextTry = Number.POSITIVE_INFINITY;
    return true;
  }
}
