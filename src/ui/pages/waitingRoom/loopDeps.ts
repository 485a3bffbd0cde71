/** Parts of the waiting room's loop on this set: its content, the set's clock, and the player. */
import type { AppServices } from '../../../app/services';
import type { WaitingRoomDeps } from '../../../app/waitingRoomLoop';
import type { ClockMoment } from '../../../session/centre/openNow';
import { contentOf } from './waitingRoomContent';

/** The set's clock. */
function momentNow(): ClockMoment {
  const now = new Date();
  return {
    weekday: (now.getDay() + 6) % 7,
    minutes: now.getHours() * 60 + now.getMinutes(),
  };
}

export const loopDeps = (services: AppServices): WaitingRoomDeps => ({
  ...contentOf(services),
  hours: services.centre.openingHours,
  hasProblems: () => services.problems.length > 0 || services.logo?.problem !== undefined,
  moment: momentNow,
  isClockTrue: () => services.memoryStore.hasTrueClock,
  seconds: () => performance.now() / 1000,
  play: (exercise, events) => services.createDemonstration(exercise, events),
  look: () => services.updates.look(),
  reload: () => services.reload(),
  every(ms, then) {
    const timer = window.setInterval(then, ms);
    return () => window.clearInterval(timer);
  },
});
