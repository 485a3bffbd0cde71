/** A page with only the player, for comparing its picture with its events. */

import type { Recorded as Film } from '../../../src/catalogue/recorded';
import type { ExerciseMedia } from '../../../src/playback/media';
import { ComposedPlayer } from '../../../src/playback/players/composedPlayer';
import type {
  OpenOptions,
  Player,
  PlayerEvents,
  PlayerState,
} from '../../../src/playback/players/player';
import { RecordedPlayer } from '../../../src/playback/players/recordedPlayer';
import { type OverlayState, overlayAt } from '../../../src/timeline/overlay';
import type { Timeline } from '../../../src/timeline/types';
import type { Recorded } from '../../support/agreement';
import { readBars } from '../../support/bars';

export interface FrameRecord extends Recorded {
  /** Media time of the latest overlay state, seconds. */
  overlayTime: number;
  overlay: OverlayState;
}

const video = document.querySelector('video') as HTMLVideoElement;
let timeline: Timeline;
let overlayTime = -1;
let player: Player | undefined;

const events: PlayerEvents = {
  frame(time) {
    overlayTime = time;
    lab.times.push(time);
  },
  state: (state) => lab.states.push(state),
  failed: (reason) => lab.failures.push(reason),
};

const lab = {
  records: [] as FrameRecord[],
  states: [] as PlayerState[],
  failures: [] as string[],
  /** Media times from the player, seconds, with or without a new picture. */
  times: [] as number[],
  open(media: ExerciseMedia, wanted: Timeline, options?: OpenOptions) {
    timeline = wanted;
    player = new ComposedPlayer(video, media, events);
    player.open(wanted, options);
  },
  openFilm(film: Film, wanted: Timeline, options?: OpenOptions) {
    timeline = wanted;
    player?.close();
    player = new RecordedPlayer(video, film, events);
    player.open(wanted, options);
  },
  /** Opens another timeline in the same player, as a change of pace does. */
  reopen(wanted: Timeline, options?: OpenOptions) {
    timeline = wanted;
    player?.open(wanted, options);
  },
  player: () => player as Player,
  video,
};

const record = () => {
  video.requestVideoFrameCallback((_, { mediaTime, presentationTime }) => {
    const bars = readBars(video);
    // On a busy machine the picture may have moved on between these two lines.
    const late = (performance.now() - presentationTime) / 1000;
    // Animation frames run in the same rendering step, after the player's callback. So this reads the
    // overlay that a stage draws beside this very picture.
    requestAnimationFrame(() => {
      if (!timeline) return;
      const overlay = overlayAt(timeline, overlayTime);
      const { segment } = overlay;
      lab.records.push({ mediaTime, bars, late, overlayTime, segment, overlay });
    });
    record();
  });
};
record();

declare global {
  interface Window {
    lab: typeof lab;
  }
}
window.lab = lab;
