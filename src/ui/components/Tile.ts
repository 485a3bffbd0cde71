import { Lightning } from '@lightningjs/sdk';
import type { DoseLine } from '../../texts/dose';
import { named, type Spoken } from '../access/spoken';
import { atSize, colours, radius, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { ring, ringPlace } from '../theme/shapes';
import { Chip, type ChipSpec, chipH } from './Chip';
import { Picture, type PictureSpec } from './Picture';

/** What a tile shows of an exercise. */
export interface TileItem {
  id: string;
  title: string;
  /** Dose, such as "2 × 15". */
  badge: DoseLine;
  equipment: string;
  level: ChipSpec | undefined;
  /** Chip in the upper corner, such as "Weggelaten". */
  flag?: ChipSpec | undefined;
  picture: PictureSpec;
  press(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: TileItem | undefined;
  testId: string;
  Picture: typeof Picture;
  Badge: typeof Chip;
  Level: typeof Chip;
  Flag: typeof Chip;
  Title: object;
  Equipment: object;
  Ring: object;
}

/** Measures of a tile, px. The picture is its upper part. */
export const TILE = {
  /** Width of a tile: four fit side by side, at the largest text size three. */
  get w(): number {
    return atSize(404, 404, 557);
  },
  get picture(): number {
    return atSize(228, 228, 313);
  },
  get h(): number {
    return TILE.picture + atSize(144, 184, 172);
  },
};
const INSET = 14;
/** Y of the title, below the picture, px. */
export const titleY = (): number => TILE.picture + 14;

/** An exercise in a row: picture, dose, level, short title, equipment. */
export class Tile
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: TileItem | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { w, picture } = TILE;
    return {
      w,
      h: TILE.h,
      // The pictogram is right of the badges, which are along the left edge.
      Picture: { type: Picture, w, h: picture, pictogramPlace: { x: 0.57, y: 0.5, h: 0.54 } },
      Badge: { type: Chip, x: INSET, y: picture - INSET - chipH() },
      Level: { type: Chip, x: w - INSET, mountX: 1, y: picture - INSET - chipH() },
      Flag: { type: Chip, x: INSET, y: INSET },
      Title: { y: titleY(), color: colours.text },
      Equipment: { color: colours.soft },
      Ring: {
        x: ringPlace,
        y: ringPlace,
        texture: ring(w, picture, radius.medium),
        visible: false,
      },
    };
  }

  get item(): TileItem | undefined {
    return this.current;
  }

  set item(item: TileItem | undefined) {
    if (!item || item === this.current) return;
    this.current = item;
    this.testId = `tile:${item.id}`;
    const title = wrapLines(item.title, type.small, TILE.w);
    this.patch({
      Picture: { picture: item.picture },
      Badge: { chip: item.badge },
      Level: { chip: item.level },
      Flag: { chip: item.flag },
      Title: { text: { ...type.small, text: title.join('\n') } },
      Equipment: {
        y: titleY() + title.length * type.small.lineHeight + 2,
        text: {
          ...type.caption,
          text: wrapLines(item.equipment, type.caption, TILE.w).join('\n'),
        },
      },
    });
  }

  get spoken(): Spoken | undefined {
    const { current: item } = this;
    if (!item) return undefined;
    const { badge, equipment, flag, level, title } = item;
    return { role: 'button', name: named(title, badge.text, equipment, level?.text, flag?.text) };
  }

  override _focus() {
    this.patch({ Ring: { visible: true } });
  }

  override _unfocus() {
    this.patch({ Ring: { visible: false } });
  }

  override _handleEnter() {
    this.current?.press();
  }
}
