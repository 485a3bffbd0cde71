import { Lightning } from '@lightningjs/sdk';
import type { DoseLine } from '../../texts/dose';
import { named, type Spoken } from '../access/spoken';
import { atSize, colours, radius, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { ring, ringPlace } from '../theme/shapes';
import { boxed } from '../theme/textBox';
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

/** Letters may reach this far below their box, px: the blank under a line. */
const SLACK = 3;

/** The lines of a tile's name and of the words below it, as many as the tile has room for. */
export function tileLines(title: string, below: string) {
  const room = TILE.h - titleY() + SLACK;
  const { caption, small } = type;
  const forBelow = below ? caption.lineHeight + 2 : 0;
  const names = wrapLines(title, small, TILE.w, (room - forBelow) / small.lineHeight);
  const left = room - 2 - names.length * small.lineHeight;
  return { title: names, equipment: wrapLines(below, caption, TILE.w, left / caption.lineHeight) };
}

/** Widest a chip at the left of the picture may be, beside the one at the right, px. */
const badgeW = (level?: ChipSpec): number =>
  TILE.w - INSET * 2 - (level ? Chip.widthOf(level) + INSET / 2 : 0);

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
    const { equipment, title } = tileLines(item.title, item.equipment);
    this.patch({
      Picture: { picture: item.picture },
      Badge: { chip: { ...item.badge, most: badgeW(item.level) } },
      Level: { chip: item.level },
      Flag: { chip: item.flag && { ...item.flag, most: badgeW() } },
      Title: { text: boxed(type.small, title, TILE.w) },
      Equipment: {
        y: titleY() + title.length * type.small.lineHeight + 2,
        text: boxed(type.caption, equipment, TILE.w),
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
