/**
 * Files that the page's start script requested while the app's scripts were loading (`tools/page/startApp.ts`),
 * so that they are there when the app needs them.
 */

/** An answer that may still be loading, and the control that cancels it. */
export interface EarlyAnswer {
  answer: Promise<Response>;
  abort: AbortController;
}

/** The early answers, by absolute address. */
let early: Record<string, EarlyAnswer> = {};

/**
 * Keeps the early answers for `ask`.
 * @param answers by absolute address; undefined where the start script requested none
 */
export function keepEarly(answers: Record<string, EarlyAnswer> | undefined): void {
  early = answers ?? {};
}

/** Requests a file, as `fetch` does. */
export type Ask = (
  address: string,
  options: { signal: AbortSignal; cache?: RequestCache },
) => Promise<Response>;

/** Requests a file. The first request for an early file gets the early answer; each later one goes to the network. */
export const ask: Ask = (address, options) => {
  const whole = new URL(address, window.location.href).href;
  const one = early[whole];
  if (!one) return fetch(address, options);
  delete early[whole];
  options.signal.addEventListener('abort', () => one.abort.abort());
  return one.answer;
};
