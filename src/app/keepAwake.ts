/** No screen saver over an exercise that plays or rests. */
import type { PlaybackListener } from '../playback/narrator/narrator';
import type { ScreenSaver } from '../tv/screenSaver';

/** The listener, and the screen saver beside it. */
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
