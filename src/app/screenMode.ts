/** In which mode the screen begins, and whether staff has left it since. */
import type { Centre } from '../session/centre/centre';
import { MODES, type Mode } from '../session/centre/centreSchema';
import type { GroupMode, GroupSetting } from '../session/memory/memory';
import { groupModeOf } from '../session/preferences/groupMode';
import { keepMode, keptMode } from '../tv/mode';
import type { TextStore } from '../tv/storage';

export class ScreenMode {
  /** Staff has left the waiting room since the app was opened: the home screen stays. */
  private hasLeft = false;
  /** Somebody opened the app to lead a group, by its address. */
  private isForGroup = false;

  constructor(
    private readonly centre: Pick<Centre, 'modes' | 'startIn' | 'group'>,
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

  /** Staff has left what this screen is for: left alone, it goes back. */
  get awaits(): Mode | undefined {
    const { startIn } = this.centre;
    return this.hasLeft && startIn === 'waiting-room' ? startIn : undefined;
  }

  comeBack(): void {
    this.hasLeft = false;
  }

  /** The group mode that holds. @param own as it was set here */
  groupMode(own: GroupSetting | undefined): GroupMode | undefined {
    return groupModeOf(own, this.centre, this.isForGroup);
  }

  /** By the address: until the app is opened anew, or the settings say otherwise. */
  leadGroup(isForGroup: boolean): void {
    this.isForGroup = isForGroup;
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
