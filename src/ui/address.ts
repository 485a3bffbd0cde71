/**
 * Mends the page's address before the router reads it. The router fails on an address that can't be
 * decoded, so that is removed. People write `#/waiting-room` for `#waiting-room`, so the slash is
 * removed too; the router also hangs at `##`.
 */
export function mendAddress({ history, location }: Pick<Window, 'history' | 'location'>): void {
  try {
    decodeURIComponent(location.hash);
  } catch {
    history.replaceState(null, '', `${location.pathname}${location.search}`);
  }
  const { hash } = location;
  if (/^#[#/]/.test(hash)) history.replaceState(null, '', `#${hash.replace(/^[#/]+/, '')}`);
}

/**
 * Mends the page's address, and every address that comes later: a link, a bookmark, Back of the browser.
 * Call it before the router listens.
 * @param arrived is given each later address, mended, without its `#`
 * @returns a function that ends it
 */
export function mendAddresses(page: Window, arrived: (hash: string) => void): () => void {
  mendAddress(page);
  const changed = () => {
    mendAddress(page);
    // Without a name, the router opens any page.
    if (page.location.hash.length < 2) page.history.replaceState(null, '', '#home');
    arrived(page.location.hash.slice(1));
  };
  page.addEventListener('hashchange', changed, true);
  return () => page.removeEventListener('hashchange', changed, true);
}
