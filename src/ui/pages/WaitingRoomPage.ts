import type { Lightning } from '@lightningjs/sdk';
import type { Exercise } from '../../catalogue/types';
import { fitsPin } from '../../tv/pin';
import { CentreBrand } from '../components/CentreBrand';
import { Chip } from '../components/Chip';
import { Picture } from '../components/Picture';
import { PinPad } from '../components/PinPad';
import { StaffMark } from '../components/StaffMark';
import { Window } from '../components/Window';
import { Captions } from '../overlay/Captions';
import type { Shell } from '../shell';
import { colours, radius, screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { icon, plate } from '../theme/shapes';
import type { Box } from '../videoWindow';
import { WaitingRoom, type WaitingRoomView } from '../waitingRoom';
import { pictureOf } from './homeContent';
import { Page } from './Page';
import { builtIn, chairOf, contentOf, doseOf, markOf, momentNow } from './waitingRoomContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: typeof Window;
  Body: {
    Brand: typeof CentreBrand;
    Mark: typeof StaffMark;
    Poster: typeof Picture;
    Captions: typeof Captions;
    Instruction: object;
    Advice: { Plate: object; Icon: object; Title: object; Text: object };
    Side: { Eyebrow: object; Title: object; Dose: typeof Chip; Chair: typeof Chip; Take: object };
  };
  Dark: object;
  Desk: { Plate: object; Title: object; Why: object; Staff: object };
  Pin: typeof PinPad;
}

const PICTURE: Box = { x: screen.left, y: 126, w: 1184, h: 666 };
const TEXT_Y = PICTURE.y + PICTURE.h + 30;
const TEXT_LINES = 4;
const SIDE = { x: 1336, w: screen.right - 1336 } as const;
const ADVICE_PAD = 64;
const DESK = { w: 1120, h: 330 } as const;
/** Seconds that the notice stays after a key, and the PIN's digits after the last one. */
const DESK_STAYS = 10;
const PIN_STAYS = 60;

/** A screen that nobody operates: demonstrations, a word of advice, and again. */
export class WaitingRoomPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'waiting-room';
  private shell: Shell | undefined;
  private room: WaitingRoom | undefined;
  private drawnStep = -1;
  private drawnHole = '';
  private lines: { pages: string[]; text: string } = { pages: [], text: '' };
  private hideTimer: number | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { h, w, x, y } = PICTURE;
    return {
      Ground: { type: Window },
      Body: {
        Brand: { type: CentreBrand, x: screen.left, y: screen.top - 8 },
        Mark: { type: StaffMark, x: screen.right, y: screen.top - 4 },
        Poster: { type: Picture, x, y, w, h, stand: { x: 0.5, y: 0.45, h: 0.55 } },
        Captions: { type: Captions, x: x + w / 2, y: y + h - 24 },
        Instruction: { x, y: TEXT_Y, color: colours.text },
        Advice: {
          x,
          y,
          visible: false,
          Plate: { x: -1, y: -1, texture: plate(w, h, radius.medium), color: colours.card },
          Icon: {
            x: ADVICE_PAD,
            y: ADVICE_PAD,
            w: 56,
            h: 56,
            texture: icon('heart', 56),
            color: colours.mint,
          },
          Title: { x: ADVICE_PAD + 80, y: ADVICE_PAD - 6, color: colours.mint },
          Text: { x: ADVICE_PAD, y: ADVICE_PAD + 92, color: colours.text },
        },
        Side: {
          x: SIDE.x,
          y,
          Eyebrow: { y: -6, color: colours.mint },
          Title: { y: 46, color: colours.text },
          Dose: { type: Chip },
          Chair: { type: Chip },
          Take: { color: colours.soft },
        },
      },
      Dark: { rect: true, w: screen.w, h: screen.h, color: 0xff000000, visible: false },
      Desk: {
        x: (screen.w - DESK.w) / 2,
        y: (screen.h - DESK.h) / 2,
        visible: false,
        Plate: {
          x: -1,
          y: -1,
          texture: plate(DESK.w, DESK.h, radius.large),
          color: colours.cardHigh,
        },
        Title: { x: DESK.w / 2, mountX: 0.5, y: 56, color: colours.text },
        Why: { x: DESK.w / 2, mountX: 0.5, y: 156, color: colours.text },
        Staff: { x: DESK.w / 2, mountX: 0.5, y: 240, color: colours.soft },
      },
      Pin: { type: PinPad },
    };
  }

  /** Whoever clicks is told whose screen it is, as at any key; beside the digits nothing is typed. */
  override get clickIsOk(): boolean {
    return !this.pin?.isOpen;
  }

  override get heading(): string {
    return this.shell?.services.t('waitingRoom.title') ?? '';
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { centre, library, t } = shell.services;
    const about = centre.name ?? library.title;
    const { phoneAddress } = centre;
    this.patch({
      Body: {
        Brand: {
          brand: { app: t('app.name'), about, logo: centre.logo, room: screen.right - screen.left },
        },
        Advice: { Title: { text: { ...type.title, text: t('home.advice') } } },
        Side: {
          Eyebrow: {
            text: {
              ...type.smallBold,
              letterSpacing: 2,
              text: t('waitingRoom.lookNow').toUpperCase(),
            },
          },
          Take: phoneAddress
            ? { visible: true, text: { ...type.small, text: this.takeText(shell) } }
            : { visible: false },
        },
      },
      Desk: {
        Title: { text: { ...type.display, text: t('waitingRoom.desk') } },
        Why: { text: { ...type.body, text: t('waitingRoom.deskWhy') } },
        Staff: { text: { ...type.small, text: t('waitingRoom.deskStaff') } },
      },
    });
  }

  override enter(): void {
    const { shell } = this;
    if (!shell) return;
    const { services } = shell;
    services.mode.enter('waiting-room');
    this.drawnStep = -1;
    this.drawnHole = '';
    this.room = new WaitingRoom(
      {
        ...contentOf(services),
        hours: services.centre.openingHours,
        builtIn: builtIn(),
        hasProblems: services.problems.length > 0,
        moment: momentNow,
        seconds: () => performance.now() / 1000,
        play: (exercise, events) => services.createDemonstration(exercise, events),
        look: () => services.content.look(),
        reload: () => services.reload(),
        every: (ms, then) => {
          const timer = window.setInterval(then, ms);
          return () => window.clearInterval(timer);
        },
      },
      () => this.draw(),
    );
    this.room.start();
  }

  override leave(): void {
    this.room?.stop();
    this.room = undefined;
    this.hide();
    this.shell?.services.video.hide();
    this.shell?.closeDialog();
  }

  /** What is on screen, for tests. */
  get shown(): WaitingRoomView | undefined {
    return this.room?.view;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.pin?.isOpen ? this.pin : undefined;
  }

  override _captureKey(): boolean {
    if (this.pin?.isOpen) this.hideAfter(PIN_STAYS);
    return false;
  }

  override _handleBack(): void {
    if (this.isDeskShown) this.askToLeave();
    else this.showDesk();
  }

  override _handleKey(): void {
    this.showDesk();
  }

  private get pin(): PinPad | undefined {
    return this.getByRef('Pin');
  }

  private get isDeskShown(): boolean {
    return (this.getByRef('Desk') as Lightning.Element | undefined)?.visible === true;
  }

  private showDesk() {
    this.patch({ Desk: { visible: true } });
    this.hideAfter(DESK_STAYS);
  }

  private hideAfter(seconds: number) {
    window.clearTimeout(this.hideTimer);
    this.hideTimer = window.setTimeout(() => this.hide(), seconds * 1000);
  }

  /** The loop alone again. */
  private hide() {
    window.clearTimeout(this.hideTimer);
    this.patch({ Desk: { visible: false } });
    this.pin?.close();
    this._refocus();
  }

  private askToLeave() {
    const { shell } = this;
    if (!shell) return;
    const { centre, t } = shell.services;
    const { pin: kept } = centre;
    this.hide();
    if (kept === undefined) {
      shell.ask({
        id: 'leave-waiting-room',
        title: t('waitingRoom.leaveTitle'),
        text: t('waitingRoom.leaveWhy'),
        buttons: [
          { id: 'stay', label: t('waitingRoom.stay'), primary: true, press: () => {} },
          { id: 'leave', label: t('waitingRoom.leave'), press: () => this.exit() },
        ],
      });
      return;
    }
    this.pin?.show({
      title: t('waitingRoom.pinTitle'),
      wrong: t('waitingRoom.pinWrong'),
      ok: t('waitingRoom.pinOk'),
      erase: t('waitingRoom.pinErase'),
      enter: (digits) => {
        const isRight = fitsPin(digits, kept);
        if (isRight) this.exit();
        return isRight;
      },
      close: () => this.hide(),
    });
    this.hideAfter(PIN_STAYS);
    this._refocus();
  }

  private exit() {
    const { shell } = this;
    this.hide();
    shell?.services.mode.leave();
    shell?.home();
  }

  private takeText({ services: { centre, t } }: Shell): string {
    const where = centre.phoneAddress?.replace(/^https?:\/\//, '') ?? '';
    return wrapLines(t('waitingRoom.take', { where }), type.small, SIDE.w).join('\n');
  }

  private draw() {
    const { room, shell } = this;
    if (!room || !shell) return;
    const view = room.view;
    const { t } = shell.services;
    const { drift, frame, health, isDark, n, step } = view;
    this.patch({ Dark: { visible: isDark }, Body: { x: drift.x, y: drift.y } });
    const mark = this.getByRef('Body')?.getByRef('Mark') as StaffMark | undefined;
    if (mark) mark.mark = markOf(t, health);
    if (n !== this.drawnStep) {
      this.drawnStep = n;
      this.drawStep(view, shell);
    }
    const exercise = step?.kind === 'exercise' ? step.exercise : undefined;
    this.drawPicture(view, exercise !== undefined && !isDark, shell);
    const captions = this.getByRef('Body')?.getByRef('Captions') as Captions | undefined;
    captions?.show(isDark ? undefined : frame?.caption, t);
    const { pages, text } = this.lines;
    const page = pages[room.pageOf(text, pages.length)];
    this.patch({
      Body: {
        Instruction: page
          ? { visible: true, text: { ...type.body, text: page } }
          : { visible: false },
      },
    });
  }

  /** The video in its window where it has frames, else the exercise's picture. */
  private drawPicture({ drift, frame }: WaitingRoomView, isExercise: boolean, shell: Shell) {
    const { video } = shell.services;
    const isVideo =
      isExercise &&
      frame?.picture === 'video' &&
      (frame.state === 'playing' || frame.state === 'paused' || frame.state === 'buffering');
    this.patch({ Body: { Poster: { visible: isExercise && !isVideo } } });
    const box = { ...PICTURE, x: PICTURE.x + drift.x, y: PICTURE.y + drift.y };
    const hole = isVideo ? `${box.x} ${box.y}` : '';
    if (hole === this.drawnHole) return;
    this.drawnHole = hole;
    this.patch({ Ground: { hole: isVideo ? box : undefined } });
    if (isExercise) video.show(box);
    else video.hide();
  }

  private drawStep({ step }: WaitingRoomView, shell: Shell) {
    const { t } = shell.services;
    const isAdvice = step?.kind === 'advice';
    this.patch({ Body: { Advice: { visible: isAdvice } } });
    if (step?.kind === 'exercise') this.drawExercise(step.exercise, shell);
    else {
      const title = isAdvice ? '' : t('home.empty');
      this.lines = { pages: [], text: '' };
      this.patch({
        Body: {
          Side: {
            Title: { text: { ...type.heading, text: title || ' ' } },
            Dose: { visible: false },
            Chair: { visible: false },
            Take: { y: 60 },
          },
        },
      });
    }
    if (step?.kind === 'advice') this.drawAdvice(step.advice.text);
  }

  private drawAdvice(text: string) {
    const room = PICTURE.w - ADVICE_PAD * 2;
    const most = Math.floor((PICTURE.h - ADVICE_PAD * 2 - 92) / type.lead.lineHeight);
    const style = wrapLines(text, type.lead, room).length <= most ? type.lead : type.body;
    const lines = wrapLines(text, style, room).join('\n');
    this.patch({ Body: { Advice: { Text: { text: { ...style, text: lines } } } } });
  }

  private drawExercise(exercise: Exercise, shell: Shell) {
    const { t } = shell.services;
    const title = wrapLines(exercise.title, type.title, SIDE.w);
    const doseY = 46 + title.length * type.title.lineHeight + 24;
    const chair = chairOf(t, exercise);
    const dose = doseOf(t, exercise);
    const text = exercise.instruction.join(' ');
    const lines = wrapLines(text, type.body, PICTURE.w);
    const count = Math.ceil(lines.length / TEXT_LINES);
    const each = Math.ceil(lines.length / count);
    const pages = Array.from({ length: count }, (_, at) =>
      lines.slice(at * each, (at + 1) * each).join('\n'),
    );
    this.lines = { pages, text };
    this.patch({
      Body: {
        Poster: { picture: pictureOf(exercise, shell, 'poster') },
        Side: {
          Title: { text: { ...type.title, text: title.join('\n') } },
          Dose: { visible: true, y: doseY, chip: dose },
          Chair: chair ? { visible: true, y: doseY + 62, chip: chair } : { visible: false },
          Take: { y: doseY + (chair ? 62 : 0) + 90 },
        },
      },
    });
  }
}
