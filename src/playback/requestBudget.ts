/**
 * How often a file that makes trouble may be asked for. Whoever asks is told no before the network
 * is: a ladder that goes wrong, or a library that begins anew by itself, can't flood a server or a
 * patient's data plan. What makes no trouble may be asked for as often as it plays.
 */

/** Requests and bytes are counted over so many seconds. */
export const WINDOW_SECONDS = 60;
/** Requests for one address that makes trouble. */
export const MOST_REQUESTS = 5;
/** Bytes of all addresses that make trouble, together: five of the largest clips are 4 MB. */
export const MOST_BYTES = 20e6;

/** The answer to a request that isn't made, as an HTTP status: it's gone for now. */
export const SPENT_STATUS = 410;

interface Request {
  at: number;
  bytes: number;
}

/** Times are seconds on any steady clock. */
export class RequestBudget {
  private readonly requests = new Map<string, Request[]>();
  /** When each address last made trouble. */
  private readonly troubles = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now() / 1000) {}

  /** What was loaded from there was no good, or the server has nothing there. */
  blame(address: string): void {
    this.troubles.set(address, this.now());
  }

  /** Counts a request, unless it may not be made. @returns false where it may not */
  take(address: string): boolean {
    this.forget();
    if (this.troubles.has(address)) {
      const isSpent = (this.requests.get(address)?.length ?? 0) >= MOST_REQUESTS;
      if (isSpent || this.bytesInTrouble() >= MOST_BYTES) return false;
    }
    const request = { at: this.now(), bytes: 0 };
    this.requests.set(address, [...(this.requests.get(address) ?? []), request]);
    return true;
  }

  /** So many bytes came of the last request for this address. */
  received(address: string, bytes: number): void {
    const last = this.requests.get(address)?.slice(-1)[0];
    if (last) last.bytes = bytes;
  }

  private bytesInTrouble(): number {
    let bytes = 0;
    for (const address of this.troubles.keys()) {
      for (const one of this.requests.get(address) ?? []) bytes += one.bytes;
    }
    return bytes;
  }

  private forget(): void {
    const since = this.now() - WINDOW_SECONDS;
    for (const [address, at] of this.troubles) if (at <= since) this.troubles.delete(address);
    for (const [address, all] of this.requests) {
      const left = all.filter(({ at }) => at > since);
      if (left.length) this.requests.set(address, left);
      else this.requests.delete(address);
    }
  }
}

/** One for the app: the next exercise, and the next player, ask the same server. */
export const requestBudget = new RequestBudget();
