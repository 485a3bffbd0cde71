/** Rows of tiles below one another on a page. */
import type { Lightning } from '@lightningjs/sdk';
import { REACH } from '../access/gather';
import { Rail, type RailSpec, ROW_VIEW } from '../components/Rail';
import type { RowSpec } from '../components/Rows';

/** Gap between two tiles, px. */
const GAP = 28;
/** Gap below a row of tiles, px. */
export const ROW_GAP = 44;

/**
 * A heading with a row of tiles below it, from the safe area's left edge to its right edge.
 * @param keepsItem when the row is filled again, the focus stays on its item, not on its place
 */
export function tileRow<Item>(
  stage: Lightning.Stage,
  id: string,
  heading: string,
  cell: RailSpec<Item>['cell'],
  size: { w: number; h: number },
  items: Item[],
  keepsItem = false,
): RowSpec {
  const rail = stage.c({ type: Rail }) as Rail<Item>;
  // From this size and margin, the rail knows when it is visible, or near enough for a screen reader.
  rail.patch({ w: ROW_VIEW, h: size.h, boundsMargin: [REACH, REACH, REACH, REACH] });
  const step = size.w + GAP;
  rail.rail = {
    cell,
    direction: 'row',
    step,
    view: ROW_VIEW + GAP,
    items,
    isLazy: true,
    keepsItem,
  };
  return { id, heading, element: rail, h: size.h, after: ROW_GAP };
}
