/** Loads pictures and code while nobody waits for them, so that they are ready when they are needed. */

import type { Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../app/loading/staticFolder';
import type { VideoWindow } from '../app/videoWindow';
import { loadHls } from '../playback/players/hlsLibrary';
import { HINT_ICON, HINT_ICONS } from './pages/player/overlay/KeyHints';
import { PAUSE_ICON } from './pages/player/overlay/PauseCard';
import { overlayShapes } from './pages/player/overlay/phaseStyle';
import { icon, keepTexture } from './theme/shapes';

/** Loads the pictures that the player needs without delay: for a phase, a side, a pause and the keys. */
function preloadPlayer(stage: Lightning.Stage): void {
  overlayShapes(stage);
  keepTexture(stage, icon('pause-solid', PAUSE_ICON));
  for (const name of HINT_ICONS) keepTexture(stage, icon(name, HINT_ICON));
}

const ready = new WeakSet<Lightning.Stage>();

/** Loads the player's pictures, and the code that plays video. Further calls do no harm. */
export function preload(stage: Lightning.Stage, video: Pick<VideoWindow, 'prepare'>): void {
  if (!ready.has(stage)) preloadPlayer(stage);
  ready.add(stage);
  video.prepare();
  // When this fails, the exercise says so at its start.
  if (typeof MediaSource !== 'undefined') loadHls().catch(() => {});
}

/**
 * Loads a picture into the browser's cache for later use.
 * @param path below the static folder; undefined: nothing is loaded
 */
export function fetchPicture(path: string | undefined): void {
  if (path) new Image().src = staticAddress(path);
}
