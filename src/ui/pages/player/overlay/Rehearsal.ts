/**
 * Draws the words of a segment before it begins. A text is drawn when it is first to be seen, and a change of
 * sides brings four of them at once: on a slow set the picture would wait. So a second panel and card, which
 * nobody sees, are shown what comes next, and their texts are drawn one by one, each in a task of its own;
 * Lightning keeps them by what they say and how.
 */
import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import type { OverlayState } from '../../../../timeline/overlay';
import { NextCard, type NextSpec } from './NextCard';

/** A panel of the overlay. */
interface Panel extends Lightning.Component {
  show(overlay: OverlayState, t: Translate): void;
}

/** What the overlay will show. */
export interface Coming {
  overlay: OverlayState;
  next: NextSpec | undefined;
}

/** From one task to the next, ms: a frame or two. */
const BETWEEN = 40;

/** Texts of an element and all that is in it, as far as they are to be seen. */
function textsIn(element: Lightning.Element, found: Lightning.Texture[] = []): Lightning.Texture[] {
  if (!element.visible) return found;
  if (element.texture instanceof Lightning.textures.TextTexture) found.push(element.texture);
  for (const child of element.children) textsIn(child, found);
  return found;
}

export class Rehearsal {
  private readonly panel: Panel;
  private readonly card: NextCard;
  private timer = 0;

  /** @param as the panel that will show it */
  constructor(readonly as: Lightning.Component) {
    const { stage } = as;
    this.panel = stage.c({ type: as.constructor as never }) as unknown as Panel;
    this.card = stage.c({ type: NextCard }) as NextCard;
  }

  /** Draws what comes next, in good time; what was still to be drawn of something else is not. */
  begin({ next, overlay }: Coming, t: Translate): void {
    this.soon(() => {
      // The word over the last three counts is drawn with it.
      this.panel.show({ ...overlay, countdown: 3 }, t);
      this.card.next = next;
      this.draw([this.panel, this.card].flatMap((one) => textsIn(one)));
    });
  }

  end(): void {
    window.clearTimeout(this.timer);
  }

  private draw([first, ...others]: Lightning.Texture[]) {
    if (!first) return;
    // Of the words it has now: asked for its source, it looks for that anew.
    if (!first.source || first.isLoaded()) {
      this.draw(others);
      return;
    }
    this.soon(() => {
      first.load();
      this.draw(others);
    });
  }

  private soon(then: () => void) {
    this.end();
    this.timer = window.setTimeout(then, BETWEEN);
  }
}
