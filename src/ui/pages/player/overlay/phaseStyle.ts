/** Shapes of phases and sides. They are drawn once and kept. */

import { Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../../../../app/loading/staticFolder';
import type { PhaseCase } from '../../../../catalogue/phases';
import type { Side } from '../../../../timeline/types';
import { colours } from '../../../theme';
import { keepTexture } from '../../../theme/shapes';
import { phaseLooks, sideShapes } from './phaseLooks';

/** Side of a phase's shape, px. */
export const SHAPE = 52;
/** Side of a side's shape, px. */
export const SIDE_SHAPE = 34;

/** Colour of a phase's word, ring and shape, ARGB. */
export const phaseColour = (look: PhaseCase): number => colours[phaseLooks[look].colour];

/**
 * The look whose shape a moment shows. Only a movement without a word of its own goes up: beside
 * "Voorover" an arrow up would contradict the movement.
 */
export const signOf = (look: PhaseCase, hasOwnWord: boolean): PhaseCase =>
  look === 'move' && hasOwnWord ? 'effort' : look;

interface ShapeTextures {
  phase: Record<PhaseCase, Lightning.Texture>;
  side: Record<Side, Lightning.Texture>;
}

const kept = new WeakMap<Lightning.Stage, Map<string, ShapeTextures>>();

/**
 * The shape of every phase and side, in white. Each is drawn once per stage and size and kept: a phase
 * may last half a second, so its shape must be ready when it begins. `App` asks for them at the start.
 * @param phasePx side of a phase's shape, px
 * @param sidePx side of a side's shape, px
 */
export function overlayShapes(
  stage: Lightning.Stage,
  phasePx: number = SHAPE,
  sidePx: number = SIDE_SHAPE,
): ShapeTextures {
  const ofStage = kept.get(stage) ?? new Map<string, ShapeTextures>();
  kept.set(stage, ofStage);
  const known = ofStage.get(`${phasePx} ${sidePx}`);
  if (known) return known;
  const draw = (name: string, px: number) =>
    keepTexture(
      stage,
      Lightning.Tools.getSvgTexture(staticAddress(`pictograms/${name}.svg`), px, px),
    );
  const phase = {} as ShapeTextures['phase'];
  for (const look of Object.keys(phaseLooks) as PhaseCase[]) {
    phase[look] = draw(`phase-${phaseLooks[look].shape}`, phasePx);
  }
  const side = {
    left: draw(sideShapes.left, sidePx),
    right: draw(sideShapes.right, sidePx),
  };
  const made = { phase, side };
  ofStage.set(`${phasePx} ${sidePx}`, made);
  return made;
}
