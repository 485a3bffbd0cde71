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
  /** The mode that was entered since the app was opened. */
  private entered: Mode | undefined;
  /** The app's address says that it leads a group. */
  private isForGroup = false;

  constructor(
    private readonly centre: Pick<Centre, 'modes' | 'startIn' | 'group' | 'pin'>,
    private readonly store: TextStore,
  ) {}

  allows(mode: Mode): boolean {
    return this.centre.modes.includes(mode);
  }

  /**
   * The mode in which the home address opens the app: the mode that was entered, else the one that this set
   * keeps, else the centre's.
   */
  get begins(): Mode {
    if (this.hasLeft) return 'home';
    if (this.entered) return this.entered;
    const kept = MODES.find((one) => one === keptMode(this.store));
    if (kept && this.allows(kept)) return kept;
    const { modes, startIn } = this.centre;
    return startIn ?? (this.allows('home') ? 'home' : (modes[0] ?? 'home'));
  }

  /** True while only the PIN leads out of the waiting room, and no address does. */
  get isLocked(): boolean {
    return this.begins === 'waiting-room' && this.centre.pin !== undefined;
  }

  /**
   * The mode to return to when the screen shows something else and is not used. Undefined where staff has
   * left the waiting room and the centre does not begin in it.
   */
  get awaits(): Mode | undefined {
    const mode = this.hasLeft ? this.centre.startIn : this.begins;
    return mode === 'waiting-room' ? mode : undefined;
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

  /** Enters a mode until the app is opened again: its address or the centre's file then decides. */
  enter(mode: Mode): void {
    this.entered = mode;
    this.hasLeft = false;
  }

  /** Enters a mode and keeps it: the set begins in it also after a power cut. */
  keep(mode: Mode): void {
    this.enter(mode);
    keepMode(this.store, mode);
  }

  /** Staff leaves the mode; after a restart the set begins in the centre's mode. */
  leave(): void {
    this.hasLeft = true;
    this.entered = undefined;
    keepMode(this.store, undefined);
  }
}
