import { Lightning } from '@lightningjs/sdk';
import { named, type Spoken } from '../access/spoken';
import { colours, radius, type } from '../theme';
import { type IconName, icon, plate, ring, ringPlace } from '../theme/shapes';
import { boxed } from '../theme/textBox';
import { Picture, type PictureSpec } from './Picture';
import { TILE, tileLines, titleY } from './Tile';

/** A routine in a row of tiles, or the tile that makes a new routine. */
export interface RoutineTileItem {
  id: string;
  title: string;
  /** "5 oefeningen, 8 minuten". */
  about: string;
  /** Pictures of its exercises, in order; the tile shows the first few. Empty: the plus of a new routine. */
  pictures: PictureSpec[];
  /** Icon in place of the plus. */
  icon?: IconName;
  press(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: RoutineTileItem | undefined;
  testId: string;
  /** Plate under the pictures; the words are below it. */
  Board: object;
  Pictures: object;
  Plus: object;
  Title: object;
  About: object;
  Ring: object;
}

const GAP = 6;
const PLUS = 72;
/** Upper edge of the icon, and distance of the name below it, in a tile without pictures, px. */
const PLUS_Y = 30;
const PLUS_GAP = 16;

/** Boxes for one picture, or for up to four; each is 16 : 9. */
function boxesFor(pictures: number) {
  const { picture: h, w } = TILE;
  if (pictures < 2) return [{ x: 0, y: 0, w, h }];
  const quarter = { w: (w - GAP) / 2, h: (h - GAP) / 2 };
  return [0, 1, 2, 3].map((at) => ({
    x: (at % 2) * (quarter.w + GAP),
    y: Math.floor(at / 2) * (quarter.h + GAP),
    ...quarter,
  }));
}

/** A routine's tile: the pictures of its exercises, its name, its length. */
export class RoutineTile
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: RoutineTileItem | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { picture, w } = TILE;
    return {
      w,
      h: TILE.h,
      Board: { x: -1, y: -1, texture: plate(w, picture, radius.medium), color: colours.card },
      Pictures: {},
      Plus: {
        x: (w - PLUS) / 2,
        y: PLUS_Y,
        w: PLUS,
        h: PLUS,
        texture: icon('plus', PLUS),
        color: colours.mint,
        visible: false,
      },
      Title: { y: titleY(), color: colours.text },
      About: { color: colours.soft },
      Ring: {
        x: ringPlace,
        y: ringPlace,
        texture: ring(w, picture, radius.medium),
        visible: false,
      },
    };
  }

  get item(): RoutineTileItem | undefined {
    return this.current;
  }

  set item(item: RoutineTileItem | undefined) {
    if (!item || item === this.current) return;
    this.current = item;
    this.testId = `routine:${item.id}`;
    const isPlain = item.pictures.length === 0;
    const { equipment: about, title } = tileLines(item.title, item.about);
    const boxes = boxesFor(item.pictures.length);
    const pictures = item.pictures.slice(0, boxes.length);
    this.patch({
      Pictures: {
        children: pictures.map((picture, at) => ({
          type: Picture,
          ...boxes[at],
          corner: boxes.length > 1 ? radius.small : radius.medium,
          picture,
        })),
      },
      Plus: { visible: pictures.length === 0, texture: icon(item.icon ?? 'plus', PLUS) },
      // Without pictures the name stands on the tile: a tile may be cut off below its icon.
      Title: {
        x: isPlain ? TILE.w / 2 : 0,
        y: isPlain ? PLUS_Y + PLUS + PLUS_GAP : titleY(),
        mountX: isPlain ? 0.5 : 0,
        text: boxed(type.small, title, TILE.w),
      },
      About: {
        y: titleY() + (isPlain ? 0 : title.length * type.small.lineHeight + 2),
        text: boxed(type.caption, about, TILE.w),
      },
    });
  }

  get spoken(): Spoken | undefined {
    const { current: item } = this;
    return item && { role: 'button', name: named(item.title, item.about) };
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
