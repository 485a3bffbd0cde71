/** Makes what the player page draws and is told at the end, from the state of the session controller. Pure. */
import { doneOf, isOver, playedSeconds, type Session } from '../../session/walk/session';
import type { Walk } from '../../session/walk/walk';
import type { OverlayState } from '../../timeline/overlay';
import type { RoutineStretch, SessionSummary, SessionView } from './controller';

export interface ViewInput
  extends Pick<SessionView, 'pace' | 'canChangePace' | 'state' | 'picture' | 'isStandingIn'> {
  walk: Walk;
  overlay: OverlayState;
  /** Length of each exercise at normal pace, seconds. */
  seconds: readonly number[];
}

function stretches({ overlay, seconds, walk: { session } }: ViewInput): RoutineStretch[] {
  return session.planned.map(({ exercise }, place) => {
    const outcome = session.outcomes[place];
    return {
      exercise: exercise.id,
      seconds: seconds[place] ?? 0,
      share: place === session.index ? overlay.share : session.finished[place] ? 1 : 0,
      ...(outcome ? { outcome } : {}),
    };
  });
}

/** @throws RangeError when the session is over: there is nothing to draw */
export function viewOf(input: ViewInput): SessionView {
  const { canChangePace, overlay, pace, picture, state, walk } = input;
  const { session } = walk;
  const now = session.planned[session.index];
  if (!now || isOver(session)) throw new RangeError(`routine ${session.routine}: is over`);
  const next = session.planned[session.index + 1]?.exercise;
  return {
    exercise: now.exercise,
    index: session.index,
    count: session.planned.length,
    overlay,
    pace,
    canChangePace,
    state,
    picture,
    ...(input.isStandingIn ? { isStandingIn: true } : {}),
    pause: walk.pause,
    ...(walk.waiting ? { waiting: true } : {}),
    ...(walk.countIn > 0 ? { countIn: walk.countIn } : {}),
    next,
    ...(next && next.position !== now.exercise.position ? { nextPosition: next.position } : {}),
    stretches: stretches(input),
  };
}

/** The summary of a session at its end. */
export const summaryOf = (session: Session): SessionSummary => ({
  routine: session.routine,
  outcomes: session.planned.map(({ exercise }, place) => ({
    exercise,
    outcome: session.outcomes[place] ?? 'skipped',
    finished: session.finished[place] === true,
  })),
  seconds: playedSeconds(session),
  done: doneOf(session),
});
