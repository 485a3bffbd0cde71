/** The mode in which the screen begins, and whether staff has left it since. */
import type { Centre } from '../session/centre/centre';
import { MODES, type Mode } from '../session/centre/centreSchema';
import type { GroupMode, GroupSetting } from '../session/memory/memory';
import { groupModeOf } from '../session/preferences/groupMode';
import { keepMode, keptMode } from '../tv/mode';
import type { TextStore } from '../tv/storage';

export class ScreenMode {
  /** Staff has left the waiting room since the app was opened, so the home screen stays. */
  private hasLeft = false;
  /** The app's address says that it leads a group. */
  private isForGroup = false;

  constructor(
    private readonly centre: Pick<Centre, 'modes' | 'startIn' | 'group'>,
    private readonly store: TextStore,
  ) {}

  allows(mode: Mode): boolean {
    return this.centre.modes.includes(mode);
  }

  /** The mode of an app that was just opened: the mode in which it was closed, else the centre's. */
  get begins(): Mode {
    if (this.hasLeft) return 'home';
    const kept = MODES.find((one) => one === keptMode(this.store));
    if (kept && this.allows(kept)) return kept;
    const { modes, startIn } = this.centre;
    return startIn ?? (this.allows('home') ? 'home' : (modes[0] ?? 'home'));
  }

  /** The mode to return to when staff has left it and the screen is not used. */
  get awaits(): Mode | undefined {
    const { startIn } = this.centre;
    return this.hasLeft && startIn === 'waiting-room' ? startIn : undefined;
  }

  comeBack(): void {
    this.hasLeft = false;
  }

  /**
   * The group mode in force.
   * @param own the setting on this set
   */
  groupMode(own: GroupSetting | undefined): GroupMode | undefined {
    return groupModeOf(own, this.centre, this.isForGroup);
  }

  /** Sets the group mode from the app's address. It holds until the app is opened again or the settings change it. */
  leadGroup(isForGroup: boolean): void {
    this.isForGroup = isForGroup;
  }

  /** Enters a mode; the set returns to it by itself. */
  enter(mode: Mode): void {
    keepMode(this.store, mode);
  }

  /** Staff leaves the mode; after a restart the set begins in the centre's mode. */
  leave(): void {
    this.hasLeft = true;
    keepMode(this.store, undefined);
  }
}
