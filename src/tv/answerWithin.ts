/**
 * Waits for an answer, but not for ever: a server may take a request and never reply.
 * @param ms longest wait, until the answer was read
 * @param ask is given the signal that calls the request off
 * @throws Error `no answer within 8 s` where it took longer; else what `ask` throws
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
    // An engine that knows no signals goes on asking; nobody waits for it.
    return await Promise.race([ask(abort.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
