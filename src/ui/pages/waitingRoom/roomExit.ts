/**
 * The way out of the waiting room: a key says whose screen this is, Back after it asks whether to leave, with
 * the centre's PIN where it has one. Whoever walks away leaves the loop alone again.
 */
import { fitsPin } from '../../../tv/pin';
import type { DeskNotice } from '../../components/DeskNotice';
import type { PinPad } from '../../components/PinPad';
import type { Shell } from '../../shell';

/** Seconds that the notice stays after a key, and a question after the last one. */
const DESK_STAYS = 10;
export const QUESTION_STAYS = 60;

export interface RoomExitDeps {
  /** Undefined until the page opened. */
  shell(): Shell | undefined;
  desk(): DeskNotice | undefined;
  pin(): PinPad | undefined;
  /** The notice came: the picture must make room. */
  changed(): void;
  /** Another part has the focus. */
  refocus(): void;
  /** Staff leaves. */
  leave(): void;
}

export class RoomExit {
  private timer: number | undefined;
  /** The question whether to leave is open. */
  private isAsking = false;

  constructor(private readonly deps: RoomExitDeps) {}

  /** The notice is shown that says whose screen this is. */
  get isDeskShown(): boolean {
    return this.deps.desk()?.visible === true;
  }

  /** Any key: it says whose screen this is. */
  key(): void {
    const desk = this.deps.desk();
    if (desk) desk.visible = true;
    this.deps.changed();
    this.hideAfter(DESK_STAYS);
  }

  /** Back: after the notice it asks. */
  back(): void {
    if (this.isDeskShown) this.ask();
    else this.key();
  }

  /** A digit was pressed: the question stays a while longer. */
  typed(): void {
    this.hideAfter(QUESTION_STAYS);
  }

  /** The loop alone again. */
  hide(): void {
    const { desk, pin, refocus, shell } = this.deps;
    window.clearTimeout(this.timer);
    const notice = desk();
    if (notice) notice.visible = false;
    pin()?.close();
    // Who was asked and went away must not leave the question over the picture.
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

  /** Asks for the PIN, where the centre has one, before staff goes on. */
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
