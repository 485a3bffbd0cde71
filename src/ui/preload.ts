/** Pictures that must be there when they are needed: asked for while the app starts, and kept. */
import type { Lightning } from '@lightningjs/sdk';
import { HINT_ICON, HINT_ICONS } from './overlay/KeyHints';
import { PAUSE_ICON } from './overlay/PauseCard';
import { phaseShapes } from './overlay/phaseStyle';
import { icon, keepTexture } from './theme/shapes';

/** What the player draws at a moment that waits for nobody: a phase, a pause, what the keys do. */
export function preloadPlayer(stage: Lightning.Stage): void {
  phaseShapes(stage);
  keepTexture(stage, icon('pause-solid', PAUSE_ICON));
  for (const name of HINT_ICONS) keepTexture(stage, icon(name, HINT_ICON));
}
