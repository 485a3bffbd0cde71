/** Parts of the waiting room's loop on this set: its content, the set's clock, and the player. */
import type { AppServices } from '../../../app/services';
import type { WaitingRoomDeps } from '../../../app/waitingRoomLoop';
import type { ClockMoment } from '../../../session/centre/openNow';
import { contentOf } from './waitingRoomContent';

/** The set's clock. */
function momentNow(): ClockMoment {
  const now = new Date();
  return {
    year: now.getFullYear(),
    weekday: (now.getDay() + 6) % 7,
    minutes: now.getHours() * 60 + now.getMinutes(),
  };
}

/** Year in which this code was written: an earlier clock is wrong. */
const WRITTEN_IN = 2026;

/**
 * Earliest year that a clock may tell: the later one of the page's own year, if the server tells it,
 * and the year above.
 */
function builtIn(): number {
  const told = new Date(document.lastModified).getFullYear();
  return Math.max(WRITTEN_IN, Number.isNaN(told) ? 0 : told);
}

export const loopDeps = (services: AppServices): WaitingRoomDeps => ({
  ...contentOf(services),
  hours: services.centre.openingHours,
  builtIn: builtIn(),
  hasProblems: services.problems.length > 0,
  moment: momentNow,
  seconds: () => performance.now() / 1000,
  play: (exercise, events) => services.createDemonstration(exercise, events),
  look: () => services.updates.look(),
  reload: () => services.reload(),
  every(ms, then) {
    const timer = window.setInterval(then, ms);
    return () => window.clearInterval(timer);
  },
});
