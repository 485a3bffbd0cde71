/** A list of rows at the left of a page, from below the title to the end of the safe area. */
import { type Section, SectionList, type SectionListSpec } from '../components/SectionList';
import { ValueRow, type ValueRowItem, valueRowH } from '../components/ValueRow';
import { colours, screen } from '../theme';

const Y = 160;
/** Place of such a list, px. */
export const VALUE_LIST = { y: Y, h: screen.bottom - Y } as const;
/** Room for the focus ring inside the clipped list. */
const BLEED = 16;
const GAP = 16;

/** The clip around the list, for a page's template. @param w width of a row, px */
export const valueListClip = (w: number) => ({
  x: screen.left - BLEED,
  y: VALUE_LIST.y - BLEED,
  w: w + 2 * BLEED,
  h: VALUE_LIST.h + 2 * BLEED,
  clipping: true,
  List: { type: SectionList, x: BLEED, y: BLEED },
});

/** The rows of the list, below their headings. @param w width of a row, px */
export const valueListSpec = (
  w: number,
  sections: readonly Section<Omit<ValueRowItem, 'w'>>[],
): SectionListSpec<ValueRowItem> => ({
  cell: ValueRow,
  sections: sections.map((one) => ({ ...one, items: one.items.map((item) => ({ ...item, w })) })),
  rowH: valueRowH(),
  step: valueRowH() + GAP,
  w,
  view: VALUE_LIST.h,
  ground: colours.ground,
});
