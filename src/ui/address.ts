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
