/** The shapes of phases and sides, drawn once and kept. */
import { Lightning, Utils } from '@lightningjs/sdk';
import type { Side } from '../../timeline/types';
import type { PhaseLook } from '../texts/words';
import { colours } from '../theme';
import { keepTexture } from '../theme/shapes';
import { phaseLooks, sideShapes } from './phaseLooks';

/** Side of a phase's shape, px. */
export const SHAPE = 52;
/** The same of a side's. */
export const SIDE_SHAPE = 34;

/** Colour of a phase's word, ring and shape. */
export const phaseColour = (look: PhaseLook): number => colours[phaseLooks[look].colour];

interface ShapeTextures {
  phase: Record<PhaseLook, Lightning.Texture>;
  side: Record<Side, Lightning.Texture>;
}

const kept = new WeakMap<Lightning.Stage, ShapeTextures>();

/**
 * Every phase's and side's shape, white, drawn once per stage and kept: a phase may last half a
 * second, so its shape must be there when it begins. Asked for at the start (`App`), long before the
 * player.
 */
export function overlayShapes(stage: Lightning.Stage): ShapeTextures {
  const known = kept.get(stage);
  if (known) return known;
  const draw = (name: string, px: number) =>
    keepTexture(
      stage,
      Lightning.Tools.getSvgTexture(Utils.asset(`pictograms/${name}.svg`), px, px),
    );
  const phase = {} as ShapeTextures['phase'];
  for (const look of Object.keys(phaseLooks) as PhaseLook[]) {
    phase[look] = draw(`phase-${phaseLooks[look].shape}`, SHAPE);
  }
  const side = {
    left: draw(sideShapes.left, SIDE_SHAPE),
    right: draw(sideShapes.right, SIDE_SHAPE),
  };
  const made = { phase, side };
  kept.set(stage, made);
  return made;
}
