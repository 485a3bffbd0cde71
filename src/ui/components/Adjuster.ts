import { Lightning } from '@lightningjs/sdk';
import { atSize, colours, radius, type } from '../theme';
import { plate } from '../theme/shapes';
import { Rail } from './Rail';
import { ValueRow, type ValueRowItem, valueRowH } from './ValueRow';

/** The values that the panel changes, and the box that the panel fills. */
export interface AdjusterSpec {
  title: string;
  w: number;
  h: number;
  rows: Omit<ValueRowItem, 'w'>[];
}

interface Spec extends Lightning.Component.TemplateSpec {
  Plate: object;
  Title: object;
  Clip: { List: typeof Rail };
}

const PAD = 28;
const titleH = (): number => atSize(66, 70, 74);
const step = (): number => valueRowH() + 14;
/** Room for the focus ring inside the clipped list. */
const BLEED = 16;

/** A panel that changes an exercise. Each value has a row; Left and Right change it. */
export class Adjuster
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private shown = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Plate: { x: -1, y: -1, color: colours.card },
      Title: { x: PAD, y: PAD - 8, color: colours.mint },
      Clip: {
        x: PAD - BLEED,
        y: titleH() + PAD - BLEED - 8,
        clipping: true,
        List: { type: Rail, x: BLEED, y: BLEED },
      },
    };
  }

  /** Opens the panel, with the focus on its first row. */
  show(spec: AdjusterSpec): void {
    const listH = spec.h - titleH() - PAD * 2 + 8;
    this.patch({
      visible: true,
      Plate: { texture: plate(spec.w, spec.h, radius.medium) },
      Title: { text: { ...type.label, text: spec.title } },
      Clip: { w: spec.w - PAD * 2 + BLEED * 2, h: listH + BLEED * 2 },
    });
    const { list } = this;
    if (!list) return;
    this.shown = idsOf(spec);
    list.rail = {
      cell: ValueRow,
      direction: 'column',
      step: step(),
      view: listH,
      items: itemsOf(spec),
    };
    list.index = 0;
  }

  /** Shows the same rows with other values; the focus stays on its row. */
  update(spec: AdjusterSpec): void {
    const { list } = this;
    if (!list) return;
    const ids = idsOf(spec);
    if (ids === this.shown) {
      list.items = itemsOf(spec);
      return;
    }
    const focused = this.shown.split(' ')[list.index] ?? '';
    this.shown = ids;
    list.items = itemsOf(spec);
    const at = ids.split(' ').indexOf(focused);
    if (at >= 0) list.index = at;
  }

  close(): void {
    this.visible = false;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.list;
  }

  private get list(): Rail<ValueRowItem> | undefined {
    return this.getByRef('Clip')?.getByRef('List') as Rail<ValueRowItem> | undefined;
  }
}

const idsOf = ({ rows }: AdjusterSpec): string => rows.map(({ id }) => id).join(' ');

const itemsOf = ({ rows, w }: AdjusterSpec): ValueRowItem[] =>
  rows.map((row) => ({ ...row, w: w - PAD * 2 }));
