/**
 * Waits for an answer with a limit, since a server may take a request and never reply.
 * @param ms longest wait, until the answer was read
 * @param ask receives the signal that cancels the request
 * @throws Error `no answer within 8 s` at the limit; else the error of `ask`
 */
export async function answerWithin<T>(
  ms: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${ms / 1000} s`));
      abort.abort();
    }, ms);
  });
  try {
    // An engine without such signals continues the request, but the app does not wait for it.
    return await Promise.race([ask(abort.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
