/** An element of the page whose new words a screen reader says after its current words. */

import { hide } from './accessibleDom';
import { onOneLine } from './spoken';

/** Number of earlier texts that stay: a busy reader may not have read them yet. */
const KEPT = 4;

export class LiveRegion {
  private readonly region = document.createElement('div');

  constructor() {
    const { region } = this;
    hide(region);
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    region.setAttribute('aria-atomic', 'false');
    document.body.appendChild(region);
  }

  /** Says a text; the same text twice is said twice. */
  tell(text: string): void {
    const words = document.createElement('p');
    words.textContent = onOneLine(text);
    const { region } = this;
    region.appendChild(words);
    if (region.children.length > KEPT) region.firstElementChild?.remove();
  }

  remove(): void {
    this.region.remove();
  }
}
