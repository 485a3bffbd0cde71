/**
 * The set's settings for contrast and motion. The app reads them each time, because its owner may
 * change them.
 */
import type { DisplayWishes } from '../session/preferences/displayPreferences';

/**
 * The set's settings.
 * @param page the window; an old engine has no `matchMedia` and so no settings
 */
export function displayWishesOf(page: Pick<Window, 'matchMedia'>): DisplayWishes {
  const wishes = (query: string): boolean =>
    typeof page.matchMedia === 'function' && page.matchMedia(`(${query})`).matches;
  return {
    highContrast: wishes('prefers-contrast: more'),
    reducedMotion: wishes('prefers-reduced-motion: reduce'),
  };
}
