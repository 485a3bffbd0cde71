/**
 * The look of each phase: a word, and a colour, shape and thickness of the ring that go with it. Each
 * of them tells the phase alone. This is a plain table without Lightning, so that tests can measure it.
 */

import type { PhaseCase } from '../../../../catalogue/phases';
import type { Side } from '../../../../timeline/types';
import type { colours } from '../../../theme';

/** Look of a phase. */
export interface Look {
  /** Colour of word, ring and shape: a name in the theme. */
  colour: keyof typeof colours;
  /** A file in `static/pictograms/`: `phase-….svg`. */
  shape: 'up' | 'round' | 'square' | 'back' | 'wave' | 'swap' | 'clock' | 'check';
  /** Thickness of the ring, px: thick for a hold, thin for a wait. */
  thickness: number;
}

export const phaseLooks: Readonly<Record<PhaseCase, Look>> = {
  prepare: { colour: 'sky', shape: 'clock', thickness: 14 },
  move: { colour: 'mint', shape: 'up', thickness: 24 },
  effort: { colour: 'mint', shape: 'round', thickness: 24 },
  hold: { colour: 'accent', shape: 'square', thickness: 28 },
  return: { colour: 'sand', shape: 'back', thickness: 24 },
  ease: { colour: 'sand', shape: 'wave', thickness: 14 },
  rest: { colour: 'sky', shape: 'wave', thickness: 14 },
  switch: { colour: 'coral', shape: 'swap', thickness: 14 },
  done: { colour: 'mint', shape: 'check', thickness: 24 },
};

/** Files in `static/pictograms/`: a disc with the half of the side filled. */
export const sideShapes: Readonly<Record<Side, string>> = {
  left: 'side-left',
  right: 'side-right',
};
