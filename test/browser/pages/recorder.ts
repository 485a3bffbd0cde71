/** Runs in the page of the built app: records the drawn overlay beside each picture. */
import type { Recorded } from '../../support/agreement';
import { readBars } from '../../support/bars';

export interface AppRecord extends Recorded {
  exercise: string;
  pace: number;
  /** The drawn digits in the ring and the phase word. */
  number: string;
  word: string;
  /** Which player carried the exercise. */
  picture: string;
}

/** The state of the screen at one moment, with or without video. */
export interface Sample {
  /** Seconds since the page began. */
  at: number;
  index: number;
  picture: string;
  state: string;
  pause: string;
  phase: string;
  segment: number;
  share: number;
  /** The number that the overlay draws. */
  number: string;
  /** True when the calm line is on screen. */
  hasLine: boolean;
}

/** The properties of Lightning's elements that the recording reads. */
interface Drawn {
  ref?: string;
  children: Drawn[];
  value?: number | string;
  text?: { text: string };
  visible: boolean;
  alpha: number;
}

export const recorder = {
  records: [] as AppRecord[],
  samples: [] as Sample[],
  /** Reading a picture can take a second, so it is off while speed is measured. */
  isReading: true,
  start,
  watch,
};

/** The nearest visible element with this ref. */
function find(from: Drawn, ref: string): Drawn | undefined {
  if (!from.visible) return undefined;
  if (from.ref === ref) return from;
  for (const child of from.children) {
    const found = find(child, ref);
    if (found) return found;
  }
  return undefined;
}

interface Handle {
  app: unknown;
  state(): {
    view?: {
      exercise: { id: string };
      index: number;
      pace: number;
      pause: string;
      picture: string;
      state: string;
      overlay: { segment: number; share: number; phase: string };
    };
  };
}

/** Notes the drawn overlay beside a picture that was read at a media time. */
function note(
  handle: Handle,
  mediaTime: number,
  bars: AppRecord['bars'],
  late: number,
  look?: AppRecord['look'],
) {
  const { view } = handle.state();
  const panel = find(handle.app as Drawn, 'Panel');
  if (!view || !panel) return;
  recorder.records.push({
    mediaTime,
    bars,
    late,
    ...(look ? { look } : {}),
    exercise: view.exercise.id,
    pace: view.pace,
    segment: view.overlay.segment,
    number: String(find(panel, 'Number')?.value ?? ''),
    word: find(panel, 'Word')?.text?.text ?? '',
    picture: view.picture,
  });
}

function start() {
  const video = document.querySelector('video') as HTMLVideoElement;
  const handle = (window as unknown as { beweegMee: Handle }).beweegMee;
  if (!('requestVideoFrameCallback' in HTMLVideoElement.prototype)) {
    poll(video, handle);
    return;
  }
  let last = 0;
  const next = () => {
    video.requestVideoFrameCallback((_, { mediaTime: told, presentationTime }) => {
      next();
      if (!recorder.isReading) return;
      const clock = video.currentTime;
      const bars = readBars(video);
      // Measured after the reading: on a busy machine the picture moves on meanwhile.
      const late = (performance.now() - presentationTime) / 1000;
      // WPE WebKit sometimes reports 0 for a frame. Then only the clock tells the time.
      const isTold = told > 0 || clock < 1;
      const mediaTime = isTold ? told : clock;
      const look = { since: isTold ? told : last, until: mediaTime };
      last = mediaTime;
      // Until this callback ends, the browser reports the same time.
      Promise.resolve().then(() => {
        look.until = Math.max(mediaTime, video.currentTime);
      });
      // The stage draws in the animation frames of this step; this one runs after them.
      requestAnimationFrame(() => note(handle, mediaTime, bars, late, look));
    });
  };
  next();
}

/**
 * For engines without frame callbacks: reads after each frame of the stage. It notes the media time before
 * and after the reading, since reading and waiting take time.
 */
function poll(video: HTMLVideoElement, handle: Handle) {
  let lastTime = video.currentTime;
  let lastAt = performance.now();
  const next = () => {
    requestAnimationFrame(next);
    const { currentTime } = video;
    if (currentTime === lastTime || video.readyState < 2) return;
    const bars = readBars(video);
    // Until this callback ends, the browser reports the same time.
    Promise.resolve().then(() => {
      const since = lastTime;
      const late = (performance.now() - lastAt) / 1000;
      lastTime = video.currentTime;
      lastAt = performance.now();
      note(handle, currentTime, bars, late, { since, until: lastTime });
    });
  };
  requestAnimationFrame(next);
}

/** Samples the screen until the page closes. */
function watch(everyMs: number) {
  const handle = (window as unknown as { beweegMee: Handle }).beweegMee;
  setInterval(() => {
    const { view } = handle.state();
    if (!view) return;
    const app = handle.app as Drawn;
    const panel = find(app, 'Panel');
    const { index, overlay, pause, picture, state } = view;
    recorder.samples.push({
      at: performance.now() / 1000,
      index,
      picture,
      state,
      pause,
      phase: overlay.phase,
      segment: overlay.segment,
      share: overlay.share,
      number: String((panel && find(panel, 'Number')?.value) ?? ''),
      hasLine: (find(app, 'StandIn')?.alpha ?? 0) > 0.5,
    });
  }, everyMs);
}

declare global {
  interface Window {
    recorder: typeof recorder;
  }
}
window.recorder = recorder;
