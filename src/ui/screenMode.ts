/** In which mode the screen begins, and whether staff has left it since. */
import type { Centre } from '../session/centre';
import { MODES, type Mode } from '../session/centreSchema';
import { keepMode, keptMode } from '../tv/mode';
import type { TextStore } from '../tv/storage';

export class ScreenMode {
  /** Staff has left the waiting room since the app was opened: the home screen stays. */
  private hasLeft = false;

  constructor(
    private readonly centre: Pick<Centre, 'modes' | 'startIn'>,
    private readonly store: TextStore,
  ) {}

  allows(mode: Mode): boolean {
    return this.centre.modes.includes(mode);
  }

  /** Where an app that was just opened belongs: as it went off, else as the centre says. */
  get begins(): Mode {
    if (this.hasLeft) return 'home';
    const kept = MODES.find((one) => one === keptMode(this.store));
    if (kept && this.allows(kept)) return kept;
    const { modes, startIn } = this.centre;
    return startIn ?? (this.allows('home') ? 'home' : (modes[0] ?? 'home'));
  }

  /** From now on the set comes back to it by itself. */
  enter(mode: Mode): void {
    keepMode(this.store, mode);
  }

  /** By staff: the set comes back to what the centre says. */
  leave(): void {
    this.hasLeft = true;
    keepMode(this.store, undefined);
  }
}
