import { Lightning } from '@lightningjs/sdk';
import { named, type Spoken } from '../access/spoken';
import { colours, radius, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { type IconName, icon, plate, ring, ringPlace } from '../theme/shapes';
import { Picture, type PictureSpec } from './Picture';
import { TILE } from './Tile';

/** A routine in a row, or the place where a new one begins. */
export interface RoutineTileItem {
  id: string;
  title: string;
  /** "5 oefeningen, 8 minuten". */
  about: string;
  /** Of its exercises, in order; the first few are shown. None: the plus of a new one. */
  pictures: PictureSpec[];
  /** In the place of the plus. */
  icon?: IconName;
  press(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  item: RoutineTileItem | undefined;
  testId: string;
  Plate: object;
  Pictures: object;
  Plus: object;
  Title: object;
  About: object;
  Ring: object;
}

const GAP = 6;
const PLUS = 72;
const TITLE_Y = TILE.picture + 14;
const { picture: H, w: W } = TILE;
const QUARTER = { w: (W - GAP) / 2, h: (H - GAP) / 2 } as const;

/** Boxes of a picture alone, or of four: each keeps 16 : 9. */
const ALONE = [{ x: 0, y: 0, w: W, h: H }];
const FOUR = [0, 1, 2, 3].map((at) => ({
  x: (at % 2) * (QUARTER.w + GAP),
  y: Math.floor(at / 2) * (QUARTER.h + GAP),
  ...QUARTER,
}));

/** A routine in a row: its exercises' pictures, its name, how long it takes. */
export class RoutineTile
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: RoutineTileItem | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      w: W,
      h: TILE.h,
      Plate: { x: -1, y: -1, texture: plate(W, H, radius.medium), color: colours.card },
      Pictures: {},
      Plus: {
        x: (W - PLUS) / 2,
        y: (H - PLUS) / 2,
        w: PLUS,
        h: PLUS,
        texture: icon('plus', PLUS),
        color: colours.mint,
        visible: false,
      },
      Title: { y: TITLE_Y, color: colours.text },
      About: { color: colours.soft },
      Ring: { x: ringPlace, y: ringPlace, texture: ring(W, H, radius.medium), visible: false },
    };
  }

  get item(): RoutineTileItem | undefined {
    return this.current;
  }

  set item(item: RoutineTileItem | undefined) {
    if (!item || item === this.current) return;
    this.current = item;
    this.testId = `routine:${item.id}`;
    const title = wrapLines(item.title, type.small, W).slice(0, 2);
    const boxes = item.pictures.length > 1 ? FOUR : ALONE;
    const pictures = item.pictures.slice(0, boxes.length);
    this.patch({
      Pictures: {
        children: pictures.map((picture, at) => ({
          type: Picture,
          ...boxes[at],
          corner: boxes === FOUR ? radius.small : radius.medium,
          picture,
        })),
      },
      Plus: { visible: pictures.length === 0, texture: icon(item.icon ?? 'plus', PLUS) },
      Title: { text: { ...type.small, text: title.join('\n') } },
      About: {
        y: TITLE_Y + title.length * type.small.lineHeight + 2,
        text: { ...type.caption, text: item.about },
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
