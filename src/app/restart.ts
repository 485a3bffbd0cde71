/**
 * Reloads the page as soon as the server answers: without an answer, the set would show an error page from
 * which it can't return.
 */

/** Interval between two checks whether the server answers, ms. */
const LOOK_MS = 1000;
/** Longest wait for an answer of the server, ms. */
const PATIENCE_MS = 2000;

/** The parts of the window that are used. */
export interface RestartingPage {
  location: Pick<Location, 'href' | 'protocol' | 'reload'>;
  navigator: { serviceWorker?: { controller: unknown } };
  fetch: typeof fetch;
}

/** Whether the server answers, so that the page can be loaded again. */
export async function canBeHad({ fetch, location, navigator }: RestartingPage): Promise<boolean> {
  // The files of a package, and those that a service worker keeps, are always available.
  if (location.protocol === 'file:' || navigator.serviceWorker?.controller) return true;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const address = location.href.split('#')[0] as string;
    return (await fetch(address, { cache: 'no-store', signal: abort.signal })).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until the page can be loaded, then reloads it. */
export async function restart(page: RestartingPage): Promise<void> {
  while (!(await canBeHad(page))) await new Promise((done) => setTimeout(done, LOOK_MS));
  page.location.reload();
}
