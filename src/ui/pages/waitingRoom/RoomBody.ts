import { Lightning } from '@lightningjs/sdk';
import type { Health } from '../../../app/waitingRoomLoop';
import type { WaitingRoomStep } from '../../../session/centre/waitingRoomSteps';
import type { CaptionState } from '../../../timeline/captions';
import { CentreBrand } from '../../components/CentreBrand';
import { QrCode } from '../../components/QrCode';
import { RoomHead } from '../../components/RoomHead';
import { StaffMark } from '../../components/StaffMark';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { icon, plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { Captions } from '../player/overlay/Captions';
import { contentOf, headOf, staffMarkOf, takeOf } from './waitingRoomContent';
import {
  ADVICE_HEAD,
  ADVICE_PAD,
  adviceBox,
  adviceIn,
  type Instruction,
  instructionIn,
  invitation,
  MOST_QR,
  type RoomPlaces,
  roomPlaces,
} from './waitingRoomPlaces';
import { type RoomQr, roomQrs } from './waitingRoomQr';

interface Spec extends Lightning.Component.TemplateSpec {
  Brand: typeof CentreBrand;
  Mark: typeof StaffMark;
  Captions: typeof Captions;
  Instruction: object;
  Advice: { Plate: object; Icon: object; Title: object; Text: object };
  Head: typeof RoomHead;
  Look: object;
  Take: object;
  Qr: typeof QrCode;
}

/** Upper edge of the sign for staff, px: below the brand. */
const MARK_Y = screen.top + 50;
/** Gap between a caption and the edges of the film, px. */
const CAPTION_GAP = 24;
/** Gap between name and instruction, px. */
const HEAD_GAP = 8;

/** All that a waiting room shows around its film: names, texts, advice, the code and the sign for staff. */
export class RoomBody
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private shell: Shell | undefined;
  private instruction: Instruction = { style: type.body, pages: [] };
  private codes: (exercise: string | undefined) => RoomQr | undefined = () => undefined;
  places: RoomPlaces = roomPlaces(0);

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Brand: { type: CentreBrand, x: screen.left, y: screen.top - 8 },
      Mark: { type: StaffMark, x: screen.left, y: MARK_Y },
      Look: { x: screen.left, color: colours.mint },
      Take: { x: screen.left, color: colours.text },
      Qr: { type: QrCode, x: screen.left },
      Captions: { type: Captions, mountX: 0 },
      Head: { type: RoomHead },
      Instruction: { color: colours.text },
      Advice: {
        visible: false,
        Plate: { x: -1, y: -1, color: colours.card },
        Icon: { x: ADVICE_PAD, w: 56, h: 56, texture: icon('book-open', 56), color: colours.mint },
        Title: { x: ADVICE_PAD + 80, color: colours.mint },
        Text: { x: ADVICE_PAD, color: colours.text },
      },
    };
  }

  /** Called before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { t } = shell.services;
    this.arrange(shell);
    this.drawBrand(shell);
    this.patch({
      Advice: { Title: { text: { ...type.heading, text: t('home.advice') } } },
    });
  }

  /** Draws the names and the logo. A logo that could not be loaded is asked for again. */
  private drawBrand({ services: { centre, library, logo, t } }: Shell) {
    const about = centre.name ?? library.title;
    const brand = { app: t('app.name'), about, logo, room: this.places.column };
    this.patch({ Brand: { brand } });
  }

  /** Places the parts: the code has the size that the room needs, and the film gets the rest. */
  private arrange(shell: Shell) {
    const { codes, side } = roomQrs(contentOf(shell.services).exercises, shell, MOST_QR);
    this.codes = codes;
    this.places = roomPlaces(side);
    const { headY, text, window } = this.places;
    const advice = adviceBox(this.places);
    this.patch({
      Captions: { x: text.x + CAPTION_GAP, y: window.h - CAPTION_GAP },
      Head: { x: text.x, y: headY },
      Instruction: { x: text.x },
      Advice: {
        x: advice.x,
        y: advice.y,
        Plate: { texture: plate(advice.w, advice.h, radius.medium) },
      },
    });
  }

  showHealth(health: Health): void {
    const mark = this.getByRef('Mark');
    if (mark && this.shell) mark.mark = staffMarkOf(this.shell.services.t, health);
  }

  /** Shows a caption without the instruction, which is below the film; undefined hides it. */
  showCaption(caption: CaptionState | undefined): void {
    if (!this.shell) return;
    const { reading: _, ...said } = caption ?? {};
    this.getByRef('Captions')?.show(caption && said, this.shell.services.t);
  }

  /** @param pageOf tells which of the pages to show now: its index */
  showInstruction(pageOf: (pages: readonly string[]) => number): void {
    const { pages, style } = this.instruction;
    const page = pages[pageOf(pages)];
    this.patch({
      Instruction: page
        ? { visible: true, text: boxed(style, [page], this.places.text.w) }
        : { visible: false },
    });
  }

  /** Shows another exercise or advice; undefined says that there is none. */
  showStep(step: WaitingRoomStep | undefined): void {
    const { places, shell } = this;
    if (!shell) return;
    const { t } = shell.services;
    const exercise = step?.kind === 'exercise' ? step.exercise : undefined;
    const isAdvice = step?.kind === 'advice';
    this.patch({ Advice: { visible: isAdvice } });
    if (isAdvice) this.drawAdvice(step.advice.text);
    this.drawBrand(shell);
    this.drawCode(this.codes(exercise?.id), shell);
    const { headY, text } = places;
    const head = headOf(t, exercise, isAdvice ? '' : t('home.empty'));
    const used = this.getByRef('Head')?.show(head, text.w) ?? 0;
    const y = headY + used + HEAD_GAP;
    this.instruction = exercise
      ? instructionIn(exercise.instruction.join(' '), y, text.w)
      : { style: type.body, pages: [] };
    this.patch({ Instruction: { y } });
  }

  private drawAdvice(advice: string) {
    const { text, y } = adviceIn(adviceBox(this.places), advice);
    this.patch({
      Advice: { Icon: { y }, Title: { y: y + 2 }, Text: { y: y + ADVICE_HEAD, text } },
    });
  }

  /** Draws the code in the lower left corner, and above it the words that say what it is for. */
  private drawCode(qr: RoomQr | undefined, { services: { phoneAddress, t } }: Shell) {
    const code = this.getByRef('Qr');
    if (qr) {
      code?.show(qr.text, qr.modules, qr.px);
      this.patch({ Qr: { y: screen.bottom - qr.side } });
    } else code?.hide();
    const take = takeOf(t, qr !== undefined, phoneAddress);
    const said = invitation(t('waitingRoom.lookNow'), take, this.places.column, qr?.side ?? 0);
    this.patch({
      Look: said.look ? { visible: true, ...said.look } : { visible: false },
      Take: said.take ? { visible: true, ...said.take } : { visible: false },
    });
  }
}
