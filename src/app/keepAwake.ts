/** Keeps the screen saver off while an exercise plays or rests. */
import type { PlaybackListener } from '../playback/narrator/narrator';
import type { ScreenSaver } from '../tv/screenSaver';

/** A listener that also controls the screen saver. */
export const awake = (listener: PlaybackListener, saver: ScreenSaver): PlaybackListener => ({
  moment(moment) {
    saver.runs(moment.running);
    listener.moment(moment);
  },
  stopped() {
    saver.release();
    listener.stopped();
  },
});
