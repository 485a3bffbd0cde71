/**
 * How each phase looks: colour, shape and thickness of the ring go with its word, so that none of
 * them is needed alone. A plain table, without Lightning, so that it can be measured.
 */

import type { PhaseCase } from '../../../../catalogue/phases';
import type { Side } from '../../../../timeline/types';
import type { colours } from '../../../theme';

/** What a phase looks like. */
export interface Look {
  /** Of its word, ring and shape: a name in the theme. */
  colour: keyof typeof colours;
  /** A file in `static/pictograms/`: `phase-….svg`. */
  shape: 'up' | 'round' | 'square' | 'down' | 'wave' | 'swap' | 'clock' | 'check';
  /** Of the ring, px: thick while something must be held, thin while one waits. */
  thickness: number;
}

export const phaseLooks: Readonly<Record<PhaseCase, Look>> = {
  prepare: { colour: 'sky', shape: 'clock', thickness: 14 },
  move: { colour: 'mint', shape: 'up', thickness: 24 },
  effort: { colour: 'mint', shape: 'round', thickness: 24 },
  hold: { colour: 'accent', shape: 'square', thickness: 28 },
  return: { colour: 'sand', shape: 'down', thickness: 24 },
  ease: { colour: 'sand', shape: 'wave', thickness: 14 },
  rest: { colour: 'sky', shape: 'wave', thickness: 14 },
  switch: { colour: 'coral', shape: 'swap', thickness: 14 },
  done: { colour: 'mint', shape: 'check', thickness: 24 },
};

/** Files in `static/pictograms/`: a disc, of which the side's own half is filled. */
export const sideShapes: Readonly<Record<Side, string>> = {
  left: 'side-left',
  right: 'side-right',
};
