import type { Lightning } from '@lightningjs/sdk';
import { WaitingRoom, type WaitingRoomView } from '../../../app/waitingRoomLoop';
import { CentreBrand } from '../../components/CentreBrand';
import { DeskNotice } from '../../components/DeskNotice';
import { Picture } from '../../components/Picture';
import { PinPad } from '../../components/PinPad';
import { QrCode } from '../../components/QrCode';
import { RoomHead } from '../../components/RoomHead';
import { StaffMark } from '../../components/StaffMark';
import { Window } from '../../components/Window';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { icon, plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { pictureOf } from '../home/homeContent';
import { Page } from '../Page';
import { Captions } from '../player/overlay/Captions';
import { loopDeps } from './loopDeps';
import { QUESTION_STAYS, RoomExit } from './roomExit';
import { contentOf, headOf, staffMarkOf } from './waitingRoomContent';
import {
  ADVICE_PAD,
  ADVICE_TEXT_Y,
  aboveCode,
  adviceIn,
  MOST_QR,
  pagesBelow,
  type RoomPlaces,
  roomPlaces,
} from './waitingRoomPlaces';
import { type RoomQr, roomQrs } from './waitingRoomQr';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: typeof Window;
  Body: {
    Brand: typeof CentreBrand;
    Mark: typeof StaffMark;
    Poster: typeof Picture;
    Captions: typeof Captions;
    Instruction: object;
    Advice: { Plate: object; Icon: object; Title: object; Text: object };
    Head: typeof RoomHead;
    Scan: object;
    Qr: typeof QrCode;
  };
  Dark: object;
  Desk: typeof DeskNotice;
  Pin: typeof PinPad;
}

/** A screen that nobody operates. It repeats demonstrations of exercises and pieces of advice. */
export class WaitingRoomPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'waiting-room';
  override readonly textSize = 'normal';
  /** Seconds after which a dialog or panel over the loop closes: staff may forget it. */
  override readonly coverStays = QUESTION_STAYS;
  private shell: Shell | undefined;
  private room: WaitingRoom | undefined;
  private drawnStep = -1;
  private drawnHole = '';
  private lines: { pages: string[]; text: string } = { pages: [], text: '' };
  private places: RoomPlaces = roomPlaces(0);
  private codes: (exercise: string | undefined) => RoomQr | undefined = () => undefined;
  private readonly exit = new RoomExit({
    shell: () => this.shell,
    desk: () => this.desk,
    pin: () => this.pin,
    changed: () => this.draw(),
    refocus: () => this._refocus(),
    leave: () => {
      const { shell } = this;
      shell?.services.mode.leave();
      shell?.drawAt(undefined);
      shell?.home();
    },
  });

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: { type: Window },
      Body: {
        Brand: { type: CentreBrand, x: screen.left, y: screen.top - 8 },
        Mark: { type: StaffMark, x: screen.right, y: screen.top - 4 },
        Poster: { type: Picture, pictogramPlace: { x: 0.5, y: 0.45, h: 0.55 } },
        Captions: { type: Captions },
        Instruction: { x: screen.left, color: colours.text },
        Advice: {
          visible: false,
          Plate: { x: -1, y: -1, color: colours.card },
          Icon: {
            x: ADVICE_PAD,
            y: ADVICE_PAD,
            w: 56,
            h: 56,
            texture: icon('heart', 56),
            color: colours.mint,
          },
          Title: { x: ADVICE_PAD + 80, y: ADVICE_PAD - 6, color: colours.mint },
          Text: { x: ADVICE_PAD, y: ADVICE_PAD + ADVICE_TEXT_Y, color: colours.text },
        },
        Head: { type: RoomHead },
        Scan: { color: colours.text },
        Qr: { type: QrCode },
      },
      Dark: { rect: true, w: screen.w, h: screen.h, color: 0xff000000, visible: false },
      Desk: { type: DeskNotice },
      Pin: { type: PinPad },
    };
  }

  /**
   * A click counts as any key: it shows the notice. While a PIN is asked, a click beside the digits
   * types nothing.
   */
  override get clickIsOk(): boolean {
    return !this.pin?.isOpen;
  }

  override get heading(): string {
    return this.shell?.services.t('waitingRoom.title') ?? '';
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    shell.drawAt(this.textSize);
    const { centre, library, t } = shell.services;
    const about = centre.name ?? library.title;
    this.patch({
      Body: {
        Brand: {
          brand: { app: t('app.name'), about, logo: centre.logo, room: screen.right - screen.left },
        },
        Advice: { Title: { text: { ...type.title, text: t('home.advice') } } },
      },
    });
    this.desk?.say(t('waitingRoom.desk'), t('waitingRoom.deskWhy'), t('waitingRoom.deskStaff'));
    this.arrange(shell);
  }

  /** Places the parts: the code has the size that the room needs, and the picture gets the rest. */
  private arrange(shell: Shell) {
    const { codes, side } = roomQrs(contentOf(shell.services).exercises, shell, MOST_QR);
    this.codes = codes;
    this.places = roomPlaces(side);
    const { head, picture } = this.places;
    const { h, w, x, y } = picture;
    this.patch({
      Body: {
        Poster: { x, y, w, h },
        Captions: { x: x + w / 2, y: y + h - 24 },
        Advice: { x, y },
        Head: { x: head.x, y: head.y },
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
    this.room = new WaitingRoom(loopDeps(services), () => this.draw());
    this.room.start();
  }

  override leave(): void {
    this.room?.stop();
    this.room = undefined;
    this.exit.hide();
    this.shell?.services.video.hide();
    this.shell?.closeDialog();
  }

  /** The current view, for tests. */
  get shown(): WaitingRoomView | undefined {
    return this.room?.view;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.pin?.isOpen ? this.pin : undefined;
  }

  override _captureKey(): boolean {
    if (this.pin?.isOpen) this.exit.typed();
    return false;
  }

  override _handleBack(): void {
    this.exit.back();
  }

  override _handleKey(): void {
    this.exit.key();
  }

  /** Asks for the PIN before it opens what is for staff; the loop continues behind the question. */
  override admit(then: () => void): void {
    this.exit.admit(then);
  }

  private get pin(): PinPad | undefined {
    return this.getByRef('Pin');
  }

  private get desk(): DeskNotice | undefined {
    return this.getByRef('Desk');
  }

  private draw() {
    const { room, shell } = this;
    if (!room || !shell) return;
    const view = room.view;
    const { t } = shell.services;
    const { shift, frame, health, isDark, n, step } = view;
    this.patch({ Dark: { visible: isDark }, Body: { x: shift.x, y: shift.y } });
    const mark = this.getByRef('Body')?.getByRef('Mark') as StaffMark | undefined;
    if (mark) mark.mark = staffMarkOf(t, health);
    if (n !== this.drawnStep) {
      this.drawnStep = n;
      this.drawStep(view, shell);
    }
    const exercise = step?.kind === 'exercise' ? step.exercise : undefined;
    this.drawPicture(view, exercise !== undefined && !isDark, shell);
    const captions = this.getByRef('Body')?.getByRef('Captions') as Captions | undefined;
    // The instruction is below the picture, so the captions leave it out.
    const { reading: _, ...caption } = frame?.caption ?? {};
    // No captions below the notice: it covers half of them.
    captions?.show(isDark || this.exit.isDeskShown ? undefined : caption, t);
    const { pages, text } = this.lines;
    const page = pages[room.pageOf(text, pages.length)];
    this.patch({
      Body: {
        Instruction: page
          ? { visible: true, text: boxed(type.body, [page], this.places.picture.w) }
          : { visible: false },
      },
    });
  }

  /** Shows the video in its window when it has frames, otherwise the exercise's picture. */
  private drawPicture({ shift, frame }: WaitingRoomView, isExercise: boolean, shell: Shell) {
    const { video } = shell.services;
    const isVideo =
      isExercise &&
      frame?.picture === 'video' &&
      (frame.state === 'playing' || frame.state === 'paused' || frame.state === 'buffering');
    this.patch({ Body: { Poster: { visible: isExercise && !isVideo } } });
    const { picture } = this.places;
    const box = { ...picture, x: picture.x + shift.x, y: picture.y + shift.y };
    const hole = isVideo ? `${box.x} ${box.y}` : '';
    if (hole === this.drawnHole) return;
    this.drawnHole = hole;
    this.patch({ Ground: { hole: isVideo ? box : undefined } });
    if (isExercise) video.show(box);
    else video.hide();
  }

  private drawStep({ step }: WaitingRoomView, shell: Shell) {
    const { t } = shell.services;
    const exercise = step?.kind === 'exercise' ? step.exercise : undefined;
    const isAdvice = step?.kind === 'advice';
    this.patch({ Body: { Advice: { visible: isAdvice } } });
    if (isAdvice) this.drawAdvice(step.advice.text);
    const qr = this.codes(exercise?.id);
    const nothing = isAdvice ? '' : t('home.empty');
    const { head, isBelow, textY } = this.places;
    const said = headOf(t, exercise, qr, shell.services.phoneAddress, nothing);
    // Name and dose below the picture are far from the code, so a sentence above the code says its
    // purpose.
    const isApart = qr !== undefined && isBelow;
    const used = this.getByRef('Body')
      ?.getByRef('Head')
      ?.show(
        {
          ...said,
          take: isApart ? '' : said.take,
          // A long advice needs the room below the picture.
          eyebrow: isAdvice && isBelow ? '' : said.eyebrow,
        },
        head,
        isBelow,
      );
    this.patch({ Body: { Scan: isApart ? aboveCode(said.take, qr.side) : { visible: false } } });
    this.drawCode(qr);
    if (exercise) {
      this.patch({ Body: { Poster: { picture: pictureOf(exercise, shell, 'poster') } } });
      this.layText(exercise.instruction.join(' '), isBelow ? head.y + (used ?? 0) + 20 : textY);
    } else this.lines = { pages: [], text: '' };
  }

  private drawAdvice(advice: string) {
    const { h, text } = adviceIn(this.places, advice);
    const texture = plate(this.places.picture.w, h, radius.medium);
    this.patch({ Body: { Advice: { Plate: { texture }, Text: { text } } } });
  }

  /** Draws the code in the lower right corner. */
  private drawCode(qr: RoomQr | undefined) {
    const code = this.getByRef('Body')?.getByRef('Qr');
    if (!qr) {
      code?.hide();
      return;
    }
    code?.show(qr.text, qr.modules, qr.px);
    this.patch({ Body: { Qr: { x: screen.right - qr.side, y: screen.bottom - qr.side } } });
  }

  /** Draws the instruction below the name and dose. */
  private layText(text: string, y: number) {
    this.lines = { pages: pagesBelow(text, y, this.places.picture.w), text };
    this.patch({ Body: { Instruction: { y } } });
  }
}
