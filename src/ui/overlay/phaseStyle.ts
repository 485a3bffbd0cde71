/** How each phase looks: its colour and its shape go with its word, so that none is needed alone. */
import { Lightning, Utils } from '@lightningjs/sdk';
import type { PhaseLook } from '../texts/words';
import { colours } from '../theme';

/** Colour of a phase's word, ring and shape. */
export const phaseColour: Record<PhaseLook, number> = {
  prepare: colours.sky,
  move: colours.mint,
  effort: colours.mint,
  hold: colours.accent,
  return: colours.sand,
  ease: colours.sand,
  rest: colours.sky,
  switch: colours.coral,
  done: colours.mint,
};

/** Files in `static/pictograms/`: up, round, square, down, wave, two arrows, clock, check. */
const SHAPES: Record<PhaseLook, string> = {
  prepare: 'clock',
  move: 'up',
  effort: 'round',
  hold: 'square',
  return: 'down',
  ease: 'wave',
  rest: 'wave',
  switch: 'swap',
  done: 'check',
};

/** A phase's shape, white. */
export const phaseShape = (look: PhaseLook, px: number) =>
  Lightning.Tools.getSvgTexture(Utils.asset(`pictograms/phase-${SHAPES[look]}.svg`), px, px);

/** How thick the ring is: thick while something must be held, thin while one waits. */
export const ringThickness: Record<PhaseLook, number> = {
  prepare: 14,
  move: 24,
  effort: 24,
  hold: 28,
  return: 24,
  ease: 14,
  rest: 14,
  switch: 14,
  done: 24,
};
