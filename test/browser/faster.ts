/** Plays faster than any patient would, for tests that see a whole routine. */
import type { Page } from '../../tools/workbench/index';

/** Media seconds ahead of the picture from which on it may play faster: a busy machine loads slower than it plays. */
const AHEAD = 8;

export interface Seen {
  /** Exercises in the order they were on screen, by id. */
  exercises: string[];
  /** Kinds of picture in the order they were on screen. */
  pictures: string[];
}

/**
 * Lets the app's video play at a speed as long as enough of it is loaded, and at its own where it isn't; and notes what
 * is seen from now on.
 * @param speed times the video's own
 */
export const playFaster = (page: Page, speed: number): Promise<void> =>
  page.evaluate(
    ([fast, enough]) => {
      const seen: Seen = { exercises: [], pictures: [] };
      const note = (list: string[], value: string) => {
        if (list[list.length - 1] !== value) list.push(value);
      };
      const isLoaded = ({ buffered, currentTime, duration }: HTMLVideoElement) => {
        const end = buffered.length ? buffered.end(buffered.length - 1) : 0;
        return end >= Math.min(currentTime + enough, duration - 0.5);
      };
      setInterval(() => {
        const video = document.querySelector('video');
        if (video) video.playbackRate = isLoaded(video) ? fast : 1;
        const { view } = window.beweegMee?.state() ?? {};
        if (!view) return;
        note(seen.exercises, view.exercise.id);
        note(seen.pictures, view.picture);
      }, 50);
      Object.assign(window, { seen });
    },
    [speed, AHEAD] as const,
  );

/** What was seen since `playFaster`. */
export const whatWasSeen = (page: Page): Promise<Seen> =>
  page.evaluate(() => (window as unknown as { seen: Seen }).seen);
