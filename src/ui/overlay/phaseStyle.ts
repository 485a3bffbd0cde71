/** How each phase looks: its colour and its shape go with its word, so that none is needed alone. */
import { Lightning, Utils } from '@lightningjs/sdk';
import type { PhaseLook } from '../texts/words';
import { colours } from '../theme';
import { keepTexture } from '../theme/shapes';

const COLOURS: Record<PhaseLook, 'accent' | 'coral' | 'mint' | 'sand' | 'sky'> = {
  prepare: 'sky',
  move: 'mint',
  effort: 'mint',
  hold: 'accent',
  return: 'sand',
  ease: 'sand',
  rest: 'sky',
  switch: 'coral',
  done: 'mint',
};

/** Colour of a phase's word, ring and shape. */
export const phaseColour = (look: PhaseLook): number => colours[COLOURS[look]];

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

/** Side of a phase's shape, px. */
export const SHAPE = 52;

const phaseFile = (look: PhaseLook) => Utils.asset(`pictograms/phase-${SHAPES[look]}.svg`);

type ShapeTextures = Record<PhaseLook, Lightning.Texture>;
const kept = new WeakMap<Lightning.Stage, ShapeTextures>();

/**
 * Every phase's shape, white, drawn once per stage and kept: a phase may last half a second, so its
 * shape must be there when it begins. Asked for at the start (`App`), long before the player.
 */
export function phaseShapes(stage: Lightning.Stage): ShapeTextures {
  const known = kept.get(stage);
  if (known) return known;
  const made = {} as ShapeTextures;
  for (const look of Object.keys(SHAPES) as PhaseLook[]) {
    made[look] = keepTexture(stage, Lightning.Tools.getSvgTexture(phaseFile(look), SHAPE, SHAPE));
  }
  kept.set(stage, made);
  return made;
}

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
