/**
 * Plays one exercise for whoever looks: no session, no sound, nothing noted. It waits for nobody and
 * always ends, on video or on the clock.
 */
import type { Exercise } from '../catalogue/types';
import { type CaptionState, captionAt, captionsOf } from '../timeline/captions';
import { compileTimeline } from '../timeline/compile';
import { type OverlayState, overlayAt } from '../timeline/overlay';
import type { Timeline } from '../timeline/types';
import { utterancesOf } from '../timeline/utterances';
import type { Player, PlayerEvents, PlayerState } from './players/player';
import { RecoveringPlayer } from './recovery/recoveringPlayer';

/** Seconds in the starting position: enough to see what it is. */
const PREPARATION = 4;
/** A centre's own film plays as it is, but no longer than this, media seconds. */
const MOST_SECONDS = 60;

/** What is shown of it at a moment. */
export interface DemonstrationView {
  overlay: OverlayState;
  /** What would be said, to be read. */
  caption: CaptionState;
  state: PlayerState;
  picture: 'video' | 'poster';
  isStandingIn: boolean;
}

export interface DemonstrationEvents {
  view(view: DemonstrationView): void;
  /** It was shown to its end. */
  ended(): void;
}

export interface DemonstrationDeps {
  video(exercise: Exercise, timeline: Timeline, events: PlayerEvents): Player | undefined;
  clock(events: PlayerEvents): Player;
  log?(sentence: string): void;
}

/** A demonstration that plays. */
export interface Demonstration {
  /** No event comes after. */
  close(): void;
}

/** @param exercise as it is to be shown, doses and all */
export function playDemonstration(
  deps: DemonstrationDeps,
  exercise: Exercise,
  events: DemonstrationEvents,
): Demonstration {
  const timeline = compileTimeline(exercise, { preparationSeconds: PREPARATION });
  const captions = captionsOf(utterancesOf(timeline, { exercise }));
  let state: PlayerState = 'closed';
  let isOver = false;
  const close = () => {
    isOver = true;
    player.close();
  };
  const end = () => {
    if (isOver) return;
    close();
    events.ended();
  };
  const show = (time: number) => {
    if (isOver) return;
    const { isStandingIn, picture } = player;
    const overlay = overlayAt(timeline, time);
    events.view({ overlay, caption: captionAt(captions, time), state, picture, isStandingIn });
  };
  const player: RecoveringPlayer = new RecoveringPlayer(
    {
      clock: deps.clock,
      video: (playerEvents) => deps.video(exercise, timeline, playerEvents),
      ...(deps.log ? { log: deps.log } : {}),
    },
    {
      frame: (time) => {
        if (time >= MOST_SECONDS) end();
        else show(time);
      },
      state: (now) => {
        if (isOver) return;
        state = now;
        if (now === 'ended') end();
        else if (now !== 'closed') show(player.mediaTime);
      },
      // It never does: there is always the clock.
      failed: () => undefined,
    },
  );
  player.open(timeline);
  return { close };
}
