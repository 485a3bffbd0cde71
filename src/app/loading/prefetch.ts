/**
 * Files that the page's start script asked for while the app's own scripts were on their way
 * (`tools/page/startApp.ts`): by the time the app wants them they are there.
 */

/** An answer that may still be on its way, and what calls it off. */
export interface EarlyAnswer {
  answer: Promise<Response>;
  abort: AbortController;
}

/** By address, the whole of it. */
let early: Record<string, EarlyAnswer> = {};

/** @param answers by address; undefined where the start script asked for none */
export function keepEarly(answers: Record<string, EarlyAnswer> | undefined): void {
  early = answers ?? {};
}

/** Asks for a file, as `fetch` does. */
export type Ask = (
  address: string,
  options: { signal: AbortSignal; cache?: RequestCache },
) => Promise<Response>;

/** What was asked for early is answered by that, once. */
export const ask: Ask = (address, options) => {
  const whole = new URL(address, window.location.href).href;
  const one = early[whole];
  if (!one) return fetch(address, options);
  delete early[whole];
  options.signal.addEventListener('abort', () => one.abort.abort());
  return one.answer;
};
