/** What must be there when it is needed: asked for while nobody waits, and kept. */

import type { Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../app/loading/staticFolder';
import type { VideoWindow } from '../app/videoWindow';
import { loadHls } from '../playback/players/hlsLibrary';
import { HINT_ICON, HINT_ICONS } from './pages/player/overlay/KeyHints';
import { PAUSE_ICON } from './pages/player/overlay/PauseCard';
import { overlayShapes } from './pages/player/overlay/phaseStyle';
import { icon, keepTexture } from './theme/shapes';

/** What the player draws at a moment that waits for nobody: a phase, a side, a pause, what the keys do. */
function preloadPlayer(stage: Lightning.Stage): void {
  overlayShapes(stage);
  keepTexture(stage, icon('pause-solid', PAUSE_ICON));
  for (const name of HINT_ICONS) keepTexture(stage, icon(name, HINT_ICON));
}

const ready = new WeakSet<Lightning.Stage>();

/** For the player, and the code that plays video; as often as one likes. */
export function preload(stage: Lightning.Stage, video: Pick<VideoWindow, 'prepare'>): void {
  if (!ready.has(stage)) preloadPlayer(stage);
  ready.add(stage);
  video.prepare();
  // Where it can't be had, the exercise says so when it starts.
  if (typeof MediaSource !== 'undefined') loadHls().catch(() => {});
}

/** Asks for a picture that will be shown later: the browser keeps it. @param path below the static folder */
export function fetchPicture(path: string | undefined): void {
  if (path) new Image().src = staticAddress(path);
}
