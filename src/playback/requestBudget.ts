/**
 * Limits the requests for files that cause trouble. A refused request does not reach the network, so an error
 * in the ladder or in a library can't flood a server or use up a patient's data plan. Files without trouble
 * have no limit.
 */

/** Length of the period over which requests and bytes are counted, seconds. */
export const WINDOW_SECONDS = 60;
/** Most requests in a period for one address that causes trouble. */
export const MOST_REQUESTS = 5;
/** Most bytes in a period for all addresses that cause trouble, together. Five of the largest clips are 4 MB. */
export const MOST_BYTES = 20e6;

/** HTTP status that answers a refused request. */
export const SPENT_STATUS = 410;

interface Request {
  at: number;
  bytes: number;
}

/** Times are seconds on any steady clock. */
export class RequestBudget {
  private readonly requests = new Map<string, Request[]>();
  /** When each address last caused trouble, seconds. */
  private readonly troubles = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now() / 1000) {}

  /** Notes that the file at an address was broken or missing. */
  blame(address: string): void {
    this.troubles.set(address, this.now());
  }

  /**
   * Counts a request if it is allowed.
   * @returns false where it is not allowed
   */
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

  /** Notes the number of bytes of the last request for an address. */
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

/** One budget for the whole app, since all exercises and players use the same server. */
export const requestBudget = new RequestBudget();
