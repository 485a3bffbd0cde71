/**
 * The way out of the waiting room. A key shows a notice that says whose screen this is. Back after it
 * asks whether to leave, and asks for the centre's PIN if there is one. Without more keys the notice
 * and the question go away.
 */
import { fitsPin } from '../../../tv/pin';
import type { DeskNotice } from '../../components/DeskNotice';
import type { PinPad } from '../../components/PinPad';
import type { Shell } from '../../shell';

/** Seconds that the notice (first) and the question (second) stay after the last key. */
const DESK_STAYS = 10;
export const QUESTION_STAYS = 60;

export interface RoomExitDeps {
  /** Undefined until the page is open. */
  shell(): Shell | undefined;
  desk(): DeskNotice | undefined;
  pin(): PinPad | undefined;
  /** Called when the notice appears or goes, so that the picture can make room. */
  changed(): void;
  /** Called when another part gets the focus. */
  refocus(): void;
  /** Called when staff leaves the waiting room. */
  leave(): void;
}

export class RoomExit {
  private timer: number | undefined;
  /** True while the question whether to leave is open. */
  private isAsking = false;

  constructor(private readonly deps: RoomExitDeps) {}

  /** True while the notice is visible. */
  get isDeskShown(): boolean {
    return this.deps.desk()?.visible === true;
  }

  /** Any key: shows the notice. */
  key(): void {
    const desk = this.deps.desk();
    if (desk) desk.visible = true;
    this.deps.changed();
    this.hideAfter(DESK_STAYS);
  }

  /** Back: asks whether to leave, once the notice is visible. */
  back(): void {
    if (this.isDeskShown) this.ask();
    else this.key();
  }

  /** A digit was typed: the question stays for another while. */
  typed(): void {
    this.hideAfter(QUESTION_STAYS);
  }

  /** Hides the notice and the question. */
  hide(): void {
    const { desk, pin, refocus, shell } = this.deps;
    window.clearTimeout(this.timer);
    const notice = desk();
    if (notice) notice.visible = false;
    pin()?.close();
    // A question that nobody answers must not stay over the picture.
    if (this.isAsking) shell()?.closeDialog();
    this.isAsking = false;
    refocus();
  }

  private hideAfter(seconds: number) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.hide(), seconds * 1000);
  }

  private ask() {
    const shell = this.deps.shell();
    if (!shell) return;
    this.hide();
    const { pin } = shell.services.centre;
    if (pin === undefined) this.askPlainly(shell);
    else this.askPin(shell, pin, () => this.leave());
    this.hideAfter(QUESTION_STAYS);
  }

  private askPlainly(shell: Shell) {
    const { t } = shell.services;
    const stay = () => {
      this.isAsking = false;
    };
    shell.ask({
      id: 'leave-waiting-room',
      title: t('waitingRoom.leaveTitle'),
      text: t('waitingRoom.leaveWhy'),
      back: stay,
      buttons: [
        { id: 'stay', label: t('waitingRoom.stay'), primary: true, press: stay },
        { id: 'leave', label: t('waitingRoom.leave'), press: () => this.leave() },
      ],
    });
    this.isAsking = true;
  }

  /** Asks for the PIN, if the centre has one, and then calls `then`. */
  admit(then: () => void): void {
    const shell = this.deps.shell();
    const { pin } = shell?.services.centre ?? {};
    if (!shell || pin === undefined) {
      then();
      return;
    }
    this.hide();
    this.askPin(shell, pin, () => {
      this.hide();
      then();
    });
    this.hideAfter(QUESTION_STAYS);
  }

  /** @param kept the centre's PIN, hashed */
  private askPin(shell: Shell, kept: string, then: () => void) {
    const { t } = shell.services;
    this.deps.pin()?.show({
      title: t('waitingRoom.pinTitle'),
      hint: t('waitingRoom.pinHint'),
      wrong: t('waitingRoom.pinWrong'),
      ok: t('waitingRoom.pinOk'),
      erase: t('waitingRoom.pinErase'),
      enter: (digits) => {
        const isRight = fitsPin(digits, kept);
        if (isRight) then();
        return isRight;
      },
      close: () => this.hide(),
    });
    this.deps.refocus();
  }

  private leave() {
    this.hide();
    this.deps.leave();
  }
}
