/** Pauses between two tries of what a network may spoil, ms. */
const PAUSES = [300, 1000];

/** Time after which a failure is final, ms: who waited this long does not wait for another try. */
const LONGEST = 5000;

/**
 * Tries again what a network may spoil: a connection that is cut, a file that ends in its middle.
 * @param once one try; `n` counts up from 0. It throws where another try may succeed
 * @throws the error of the last try
 */
export async function comes<T>(once: (n: number) => Promise<T>): Promise<T> {
  const end = Date.now() + LONGEST;
  for (let n = 0; ; n += 1) {
    try {
      return await once(n);
    } catch (error) {
      const pause = PAUSES[n];
      if (pause === undefined || Date.now() >= end) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}
