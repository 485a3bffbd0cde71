/** The set's clock, as a calendar, and whether it can be true. */
import { daysBetween } from '../session/memory/day';
import type { Day } from '../session/memory/memory';
import { provisionalDay } from '../session/memory/provisional';
import { canBeTrue } from '../session/memory/trueClock';
import { dayOf } from './calendar';

export interface SetClockDeps {
  /** The set's clock, ms since 1970. */
  now(): number;
  /** A clock that never jumps, ms. */
  steady(): number;
  /** The day on which the app was built; undefined where the page does not say. */
  built?: string | undefined;
}

/** The two clocks at one moment. */
interface Moment {
  now: number;
  steady: number;
}

/** Tells the day, or a provisional day while the clock can't be true. */
export class SetClock {
  private readonly built: number | undefined;
  /** When the server last told its time, and how far the clock was ahead of it. */
  private heard: (Moment & { ahead: number }) | undefined;
  /** The last moment at which the clock could not be true. */
  private wrong: Moment | undefined;

  constructor(private readonly deps: SetClockDeps) {
    const built = Date.parse(`${deps.built}T00:00:00Z`);
    this.built = Number.isNaN(built) ? undefined : built;
  }

  /** Takes the server's time, ms since 1970. A time before the build can't be true, so it says nothing. */
  hear(server: number): void {
    if (this.built !== undefined && server < this.built) return;
    const moment = this.moment();
    this.heard = { ...moment, ahead: moment.now - server };
  }

  get isTrue(): boolean {
    const { built, heard } = this;
    const moment = this.moment();
    const { now } = moment;
    const isTrue = canBeTrue({ now, built, ahead: heard && this.aheadNow(heard, moment) });
    if (!isTrue) this.wrong = moment;
    return isTrue;
  }

  /** The day; a provisional one while the clock can't be true. */
  today(): Day {
    const { isTrue } = this;
    const day = dayOf(new Date(this.deps.now()));
    return isTrue ? day : provisionalDay(day);
  }

  /** How many days the provisional days of this start are behind; undefined where there are none. */
  get behind(): number | undefined {
    const { wrong } = this;
    if (!wrong) return undefined;
    const { now, steady } = this.moment();
    const shown = dayOf(new Date(wrong.now + steady - wrong.steady));
    return daysBetween(provisionalDay(shown), dayOf(new Date(now)));
  }

  /** A clock that the server found true stays so: the steady clock of some sets stands still while they sleep. */
  private aheadNow({ ahead, now, steady }: Moment & { ahead: number }, moment: Moment): number {
    if (canBeTrue({ now, built: undefined, ahead })) return ahead;
    return ahead + (moment.now - now) - (moment.steady - steady);
  }

  private moment(): Moment {
    return { now: this.deps.now(), steady: this.deps.steady() };
  }
}
