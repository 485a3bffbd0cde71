/**
 * Mends the page's address before the router reads it. One that can't be decoded would stop the router for
 * good; `#/waiting-room`, as many write an address, is `#waiting-room`, and the router stands still at `##`.
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
