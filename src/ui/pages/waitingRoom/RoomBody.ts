import { Lightning } from '@lightningjs/sdk';
import type { Health } from '../../../app/waitingRoomLoop';
import type { WaitingRoomStep } from '../../../session/centre/waitingRoomSteps';
import type { CaptionState } from '../../../timeline/captions';
import { CentreBrand } from '../../components/CentreBrand';
import { Picture } from '../../components/Picture';
import { QrCode } from '../../components/QrCode';
import { RoomHead } from '../../components/RoomHead';
import { StaffMark } from '../../components/StaffMark';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { icon, plate } from '../../theme/shapes';
import { pictureOf } from '../home/homeContent';
import { Captions } from '../player/overlay/Captions';
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
  Brand: typeof CentreBrand;
  Mark: typeof StaffMark;
  Poster: typeof Picture;
  Captions: typeof Captions;
  Instruction: object;
  Advice: { Plate: object; Icon: object; Title: object; Text: object };
  Head: typeof RoomHead;
  Scan: object;
  Qr: typeof QrCode;
}

/** All that a waiting room shows around its film: names, texts, advice, the code and the sign for staff. */
export class RoomBody
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private shell: Shell | undefined;
  private lines: { pages: string[]; text: string } = { pages: [], text: '' };
  private codes: (exercise: string | undefined) => RoomQr | undefined = () => undefined;
  places: RoomPlaces = roomPlaces(0);

  static override _template(): Lightning.Component.Template<Spec> {
    return {
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
    };
  }

  /** Called before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { centre, library, t } = shell.services;
    const about = centre.name ?? library.title;
    this.patch({
      Brand: {
        brand: { app: t('app.name'), about, logo: centre.logo, room: screen.right - screen.left },
      },
      Advice: { Title: { text: { ...type.title, text: t('home.advice') } } },
    });
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
      Poster: { x, y, w, h },
      Captions: { x: x + w / 2, y: y + h - 24 },
      Advice: { x, y },
      Head: { x: head.x, y: head.y },
    });
  }

  showHealth(health: Health): void {
    const mark = this.getByRef('Mark');
    if (mark && this.shell) mark.mark = staffMarkOf(this.shell.services.t, health);
  }

  /** The poster is visible while the video has no frames. */
  set isPosterShown(visible: boolean) {
    this.patch({ Poster: { visible } });
  }

  /** Shows a caption without the instruction, which is below the picture; undefined hides it. */
  showCaption(caption: CaptionState | undefined): void {
    if (!this.shell) return;
    const { reading: _, ...said } = caption ?? {};
    this.getByRef('Captions')?.show(caption && said, this.shell.services.t);
  }

  /** @param pageOf the page of a text to show now */
  showInstruction(pageOf: (text: string, pages: number) => number): void {
    const { pages, text } = this.lines;
    const page = pages[pageOf(text, pages.length)];
    this.patch({
      Instruction: page
        ? { visible: true, text: { ...type.body, text: page } }
        : { visible: false },
    });
  }

  /** Shows another exercise or advice; undefined says that there is none. */
  showStep(step: WaitingRoomStep | undefined): void {
    const { shell } = this;
    if (!shell) return;
    const { t } = shell.services;
    const exercise = step?.kind === 'exercise' ? step.exercise : undefined;
    const isAdvice = step?.kind === 'advice';
    this.patch({ Advice: { visible: isAdvice } });
    if (isAdvice) this.drawAdvice(step.advice.text);
    const qr = this.codes(exercise?.id);
    const nothing = isAdvice ? '' : t('home.empty');
    const { head, isBelow, textY } = this.places;
    const said = headOf(t, exercise, qr, shell.services.phoneAddress, nothing);
    // Name and dose below the picture are far from the code, so a sentence above the code says its
    // purpose.
    const isApart = qr !== undefined && isBelow;
    const used = this.getByRef('Head')?.show(
      {
        ...said,
        take: isApart ? '' : said.take,
        // A long advice needs the room below the picture.
        eyebrow: isAdvice && isBelow ? '' : said.eyebrow,
      },
      head,
      isBelow,
    );
    this.patch({ Scan: isApart ? aboveCode(said.take, qr.side) : { visible: false } });
    this.drawCode(qr);
    if (exercise) {
      this.patch({ Poster: { picture: pictureOf(exercise, shell, 'poster') } });
      this.layText(exercise.instruction.join(' '), isBelow ? head.y + (used ?? 0) + 20 : textY);
    } else this.lines = { pages: [], text: '' };
  }

  private drawAdvice(advice: string) {
    const { h, text } = adviceIn(this.places, advice);
    const texture = plate(this.places.picture.w, h, radius.medium);
    this.patch({ Advice: { Plate: { texture }, Text: { text } } });
  }

  /** Draws the code in the lower right corner. */
  private drawCode(qr: RoomQr | undefined) {
    const code = this.getByRef('Qr');
    if (!qr) {
      code?.hide();
      return;
    }
    code?.show(qr.text, qr.modules, qr.px);
    this.patch({ Qr: { x: screen.right - qr.side, y: screen.bottom - qr.side } });
  }

  /** Draws the instruction below the name and dose. */
  private layText(text: string, y: number) {
    this.lines = { pages: pagesBelow(text, y, this.places.picture.w), text };
    this.patch({ Instruction: { y } });
  }
}
