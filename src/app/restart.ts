/** Opens the page anew, as soon as it can be had: a page that the server doesn't give would be the end. */

/** Between two looks whether the server answers, ms. */
const LOOK_MS = 1000;
/** Without an answer for so long, the server doesn't answer, ms. */
const PATIENCE_MS = 2000;

/** What is used of the window. */
export interface RestartingPage {
  location: Pick<Location, 'href' | 'protocol' | 'reload'>;
  navigator: { serviceWorker?: { controller: unknown } };
  fetch: typeof fetch;
}

async function canBeHad({ fetch, location, navigator }: RestartingPage): Promise<boolean> {
  // A package's own files, and what a service worker keeps, are always there.
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

/** Looks until the page can be had, then opens it anew. */
export async function restart(page: RestartingPage): Promise<void> {
  while (!(await canBeHad(page))) await new Promise((done) => setTimeout(done, LOOK_MS));
  page.location.reload();
}
