/** Plays HLS with hls.js on one video element. */
import type Hls from 'hls.js';
import type { Timeline } from '../../timeline/types';
import { troubleOf } from '../recovery/hlsTrouble';
import type { PlaybackTrouble } from '../recovery/ladder';
import { requestBudget } from '../requestBudget';
import { budgetLoader } from './budgetLoader';
import { aheadOf, bufferRoom } from './bufferRoom';
import { hlsConfig } from './hlsConfig';
import type { HlsLibrary } from './hlsLibrary';
import type { Stream } from './stream';

/** Checks the stream against the plan, when it is parsed and whenever hls.js moves a fragment. */
function holdToPlan(
  hls: Hls,
  { Events }: HlsLibrary,
  { check }: Stream,
  exercise: string,
  report: (trouble: PlaybackTrouble) => void,
): void {
  const look = (fragments: { start: number; end: number }[]) => {
    const end = fragments[fragments.length - 1]?.end ?? 0;
    const starts = fragments.map((fragment) => fragment.start);
    const found = check(starts, end);
    if (!found) return;
    const { wrong, ...place } = found;
    report({ fault: 'plan', reason: `${exercise}: ${wrong}`, ...place });
  };
  hls.on(Events.LEVEL_LOADED, (_, { details }) => look(details.fragments));
  hls.on(Events.LEVEL_PTS_UPDATED, (_, { details }) => look(details.fragments));
}

/**
 * Gives the element a stream that hls.js plays.
 * @param from seconds into the stream to begin at
 * @param report receives each trouble, and the hls.js instance that it concerns
 */
export function attachHls(
  video: HTMLVideoElement,
  library: HlsLibrary,
  stream: Stream,
  { exercise }: Pick<Timeline, 'exercise'>,
  from: number,
  report: (trouble: PlaybackTrouble, hls: Hls) => void,
  cleanUps: (() => void)[],
): void {
  const loader = budgetLoader(library, requestBudget);
  const hls = new library({ ...hlsConfig(from, bufferRoom), loader });
  cleanUps.push(() => {
    video.pause();
    hls.destroy();
    video.removeAttribute('src');
    video.load();
  });
  holdToPlan(hls, library, stream, exercise, (trouble) => report(trouble, hls));
  hls.on(library.Events.ERROR, (_, data) => {
    const trouble = troubleOf(data, exercise);
    if (!trouble) return;
    if (trouble.fault === 'full') {
      bufferRoom.shrink(aheadOf(video));
      Object.assign(hls.config, bufferRoom.lengths);
    } else if (data.frag && data.type === 'mediaError') {
      // A clip that came and is broken counts against the budget. The loader counts a clip that did not come.
      requestBudget.blame(data.frag.url);
    }
    report(trouble, hls);
  });
  hls.loadSource(stream.address);
  hls.attachMedia(video);
}
