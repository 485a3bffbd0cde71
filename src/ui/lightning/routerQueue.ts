/**
 * Works around a fault of the router: an address that a person changes while the router still keeps a
 * request, even one that has ended at another page, stops it ("Cannot set properties of undefined").
 */
import { navigateQueue } from '@lightningjs/sdk/src/Router';

/**
 * Lets the router take an address that it did not ask for itself: what it was about to do is called off.
 * @param hash the new address, without its `#`; it can be decoded
 */
export function makeWay(hash: string): void {
  if (navigateQueue.has(decodeURIComponent(hash.replace(/\/+$/, '')))) return;
  for (const request of navigateQueue.values()) request.cancel();
  navigateQueue.clear();
}
