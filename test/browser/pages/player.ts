/** A page with nothing but the player: what it shows is held against what it says. */
import { ComposedPlayer } from '../../../src/playback/composed';
import type { ExerciseMedia } from '../../../src/playback/media';
import type { OpenOptions, PlayerState } from '../../../src/playback/player';
import { overlayAt } from '../../../src/timeline/overlay';
import type { Timeline } from '../../../src/timeline/types';
import type { Recorded } from '../../support/agreement';
import { readBars } from '../../support/bars';

export interface FrameRecord extends Recorded {
  /** Media time of the overlay's last state, seconds. */
  overlayTime: number;
}

const video = document.querySelector('video') as HTMLVideoElement;
let timeline: Timeline;
let overlayTime = -1;
let player: ComposedPlayer | undefined;

const lab = {
  records: [] as FrameRecord[],
  states: [] as PlayerState[],
  failures: [] as string[],
  open(media: ExerciseMedia, wanted: Timeline, options?: OpenOptions) {
    timeline = wanted;
    player = new ComposedPlayer(video, media, {
      frame(time) {
        overlayTime = time;
      },
      state: (state) => lab.states.push(state),
      failed: (reason) => lab.failures.push(reason),
    });
    player.open(wanted, options);
  },
  /** The same player on another timeline, as a change of pace does. */
  reopen(wanted: Timeline, options?: OpenOptions) {
    timeline = wanted;
    player?.open(wanted, options);
  },
  player: () => player as ComposedPlayer,
  video,
};

const record = () => {
  video.requestVideoFrameCallback((_, { mediaTime, presentationTime }) => {
    const late = (performance.now() - presentationTime) / 1000;
    const bars = readBars(video);
    // Animation frames follow in the same rendering step, after the player's callback too: what
    // the overlay knows by then is what a stage draws beside this very picture.
    requestAnimationFrame(() => {
      if (!timeline) return;
      const { segment } = overlayAt(timeline, overlayTime);
      lab.records.push({ mediaTime, bars, late, overlayTime, segment });
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
