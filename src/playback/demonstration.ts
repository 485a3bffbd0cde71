/**
 * Plays one exercise for people who look at the screen: without a session, sound or record. It never waits for
 * a key and always ends, on video or on the clock.
 */
import type { Exercise } from '../catalogue/types';
import { type CaptionState, captionAt, captionsOf } from '../timeline/captions';
import { compileTimeline } from '../timeline/compile';
import { type OverlayState, overlayAt } from '../timeline/overlay';
import type { Timeline } from '../timeline/types';
import { utterancesOf } from '../timeline/utterances';
import type { Player, PlayerEvents, PlayerState } from './players/player';
import { RecoveringPlayer } from './recovery/recoveringPlayer';

/** Seconds in the starting position (ours): enough to recognise the exercise. */
const PREPARATION = 4;
/** A centre's own film is cut off after this length, media seconds (ours). */
const MOST_SECONDS = 60;

/** The state of a demonstration at one moment. */
export interface DemonstrationView {
  overlay: OverlayState;
  /** The text of the voice, for reading. */
  caption: CaptionState;
  state: PlayerState;
  picture: 'video' | 'poster';
  isStandingIn: boolean;
}

export interface DemonstrationEvents {
  view(view: DemonstrationView): void;
  /** The demonstration reached its end. */
  ended(): void;
}

export interface DemonstrationDeps {
  video(exercise: Exercise, timeline: Timeline, events: PlayerEvents): Player | undefined;
  clock(events: PlayerEvents): Player;
  log?(sentence: string): void;
}

/** A demonstration that is playing. */
export interface Demonstration {
  /** Stops the demonstration. No event follows. */
  close(): void;
}

/** @param exercise the exercise with the variant and doses to show */
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
      // A `RecoveringPlayer` never fails: the clock can always play.
      failed: () => undefined,
    },
  );
  player.open(timeline);
  return { close };
}
