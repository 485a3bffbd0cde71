/** A list of rows at the left of a page, from below the title to the end of the safe area. */
import { Rail, type RailSpec } from '../components/Rail';
import { ValueRow, type ValueRowItem, valueRowH } from '../components/ValueRow';
import { colours, screen } from '../theme';

const Y = 176;
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
  List: { type: Rail, x: BLEED, y: BLEED },
});

/** The cells of the list. @param w width of a row, px */
export const valueListRail = (w: number, items: ValueRowItem[]): RailSpec<ValueRowItem> => ({
  cell: ValueRow,
  direction: 'column',
  step: valueRowH() + GAP,
  view: VALUE_LIST.h,
  items,
  fade: { color: colours.ground, w: w + 2 * BLEED },
});
