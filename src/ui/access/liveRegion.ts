/** A place on the page whose new words a screen reader says when it has finished what it says. */

import { hide } from './accessibleDom';
import { onOneLine } from './spoken';

/** Old words stay for a while: a reader that is busy may not have fetched them yet. */
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

  /** Tells this; the same words twice are told twice. */
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
