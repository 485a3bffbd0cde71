/** What the set says about how its owner sees: asked anew each time, since it may be changed. */
import type { DisplayWishes } from '../session/preferences/displayPreferences';

/** @param page the window; old engines have no `matchMedia`, and wish nothing */
export function displayWishesOf(page: Pick<Window, 'matchMedia'>): DisplayWishes {
  const wishes = (query: string): boolean =>
    typeof page.matchMedia === 'function' && page.matchMedia(`(${query})`).matches;
  return {
    highContrast: wishes('prefers-contrast: more'),
    reducedMotion: wishes('prefers-reduced-motion: reduce'),
  };
}
