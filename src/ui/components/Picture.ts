import { Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../../app/loading/staticFolder';
import type { Position } from '../../catalogue/types';
import { colours, radius } from '../theme';
import { pictogram, plate, rounded, swapTexture } from '../theme/shapes';

/** A picture's path below the static folder. Without a path, the pictogram of the position is shown. */
export interface PictureSpec {
  src: string | undefined;
  position: Position;
}

/** Middle and height of the pictogram, as shares of the picture's box. */
export interface PictogramPlace {
  x: number;
  y: number;
  h: number;
}

interface Spec extends Lightning.Component.TemplateSpec {
  picture: PictureSpec;
  corner: number;
  isOnCard: boolean;
  pictogramPlace: PictogramPlace;
  Ground: object;
  Pictogram: object;
  Image: object;
}

/** Width divided by height of a pictogram; pictograms are drawn on 240 × 160. */
const PICTOGRAM_RATIO = 1.5;

/**
 * A poster or a tile's picture. A pictogram of the position is shown while the picture loads, and when
 * it can't be loaded.
 */
export class Picture
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  corner: number = radius.medium;
  /** True for a picture on a card, which needs no ground. */
  isOnCard = false;
  pictogramPlace: PictogramPlace = { x: 0.5, y: 0.5, h: 0.62 };
  private shown: string | undefined;
  private isRounded = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { x: -1, y: -1, color: colours.card },
      Pictogram: { mount: 0.5, color: colours.mint },
      Image: { visible: false },
    };
  }

  override _build() {
    const image = this.getByRef('Image');
    image?.on('txLoaded', () => this.reveal(true));
    image?.on('txError', () => this.reveal(false));
  }

  set picture({ src, position }: PictureSpec) {
    const key = `${src ?? ''} ${position} ${this.w} ${this.h}`;
    if (key === this.shown) return;
    this.shown = key;
    const { pictogramPlace: stand, w, h } = this;
    const tall = Math.round(h * stand.h);
    const wide = Math.round(tall * PICTOGRAM_RATIO);
    this.patch({
      Ground: this.ground(),
      Pictogram: {
        visible: true,
        x: w * stand.x,
        y: h * stand.y,
        w: wide,
        h: tall,
      },
      // The element is active while its picture loads. It becomes visible once the picture is loaded.
      Image: src
        ? { visible: true, alpha: 0.001, w, h, src: staticAddress(src) }
        : { visible: false, texture: null },
    });
    const drawn = this.getByRef('Pictogram');
    if (drawn) swapTexture(drawn, pictogram(position, wide, tall));
    const image = this.getByRef('Image');
    if (src && image && this.corner > 0 && !this.isRounded) {
      this.isRounded = true;
      image.shader = rounded(this.stage, this.corner);
    }
    if (src && image?.texture?.isLoaded()) this.reveal(true);
  }

  /**
   * Draws the ground. Without round corners it is a plain box, since a plate as large as the screen
   * takes 20 ms.
   */
  private ground() {
    const { corner, h, isOnCard, w } = this;
    if (isOnCard) return { visible: false };
    if (!corner) return { x: 0, y: 0, w, h, rect: true };
    return { texture: plate(w, h, corner) };
  }

  private reveal(loaded: boolean) {
    this.patch({ Image: { alpha: loaded ? 1 : 0.001 }, Pictogram: { visible: !loaded } });
  }
}
