/**
 * Draws the words of a segment before it begins. Lightning draws a text when it is first visible, and a
 * change of sides brings four texts at once; on a slow set the picture would pause. So an invisible
 * second panel and card get the next state, and their texts are drawn one by one, each in a task of its
 * own. Lightning keeps the textures by text and style.
 */
import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import type { OverlayState } from '../../../../timeline/overlay';
import { NextCard, type NextSpec } from './NextCard';

/** A panel of the overlay. */
interface Panel extends Lightning.Component {
  show(overlay: OverlayState, t: Translate): void;
}

/** The next state of the overlay. */
export interface Coming {
  overlay: OverlayState;
  next: NextSpec | undefined;
  /** Width of the card, px. */
  room: number;
}

/** Time between two of these tasks, ms: a frame or two. */
const BETWEEN = 40;

/** The visible texts of an element and its descendants. */
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

  /** @param as the panel whose next state this one draws */
  constructor(readonly as: Lightning.Component) {
    const { stage } = as;
    this.panel = stage.c({ type: as.constructor as never }) as unknown as Panel;
    this.card = stage.c({ type: NextCard }) as NextCard;
  }

  /** Draws the next state in advance. Texts of an earlier call that are not drawn yet are given up. */
  begin({ next, overlay, room }: Coming, t: Translate): void {
    this.soon(() => {
      // The word above the last three counts is drawn as well.
      this.panel.show({ ...overlay, countdown: 3 }, t);
      this.card.room = room;
      this.card.next = next;
      this.draw([this.panel, this.card].flatMap((one) => textsIn(one)));
    });
  }

  end(): void {
    window.clearTimeout(this.timer);
  }

  private draw([first, ...others]: Lightning.Texture[]) {
    if (!first) return;
    // A text looks up its source again when it is asked for it, so this is the source of the current
    // text.
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
