import type { Lightning } from '@lightningjs/sdk';
import { spacedCode } from '../../../session/code/codeSymbols';
import { applyItem } from '../../../session/routine/applyItem';
import { shortName } from '../../../texts/words';
import { buttonH } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import { QrCode } from '../../components/QrCode';
import type { Shell } from '../../shell';
import { colours, radius, screen, type } from '../../theme';
import { wrapLines } from '../../theme/measure';
import { plate, swapTexture } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { ground, Page } from '../Page';
import { itemsOfCode, paperText, spokenAddress, takeQr } from './takeContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  What: object;
  How: object;
  CodeTitle: object;
  Code: object;
  CodeWhy: object;
  Paper: object;
  Buttons: typeof ButtonList;
  Plate: object;
  Why: object;
  Qr: typeof QrCode;
}

const LEFT_W = 800;
const GAP = 56;
/** Side of the largest square for the QR code, px. */
const ROOM = Math.min(screen.bottom - screen.top, screen.right - screen.left - LEFT_W - GAP);
/** Padding of the sentence that replaces a QR code, px. */
const WHY_PAD = 56;
/** Largest number of exercises that are named; more are counted. */
const MOST_NAMES = 3;
/** Most lines that the names take. */
const NAMES_LINES = 3;

/** Shows the code of a routine or an exercise, so that the patient can scan it or write it down. */
export class TakePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'take';
  private shell: Shell | undefined;
  private code = '';
  /** True while the settings are open, from which the patient returns here. */
  private goesOn = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 20, color: colours.text },
      What: { x: screen.left, color: colours.mint },
      How: { x: screen.left, color: colours.text },
      CodeTitle: { x: screen.left, color: colours.soft },
      Code: { x: screen.left, color: colours.accent },
      CodeWhy: { x: screen.left, color: colours.soft },
      Paper: { x: screen.left, color: colours.soft },
      Buttons: { type: ButtonList, x: screen.left, y: screen.bottom - buttonH(), gap: 24 },
      Plate: { visible: false, color: colours.card },
      Why: { color: colours.text },
      Qr: { type: QrCode },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, code: string): void {
    this.shell = shell;
    this.code = code;
    this.draw();
    if (!this.goesOn) this.getByRef('Buttons')?.select('back');
    this.goesOn = false;
  }

  override remembered(): void {
    this.draw();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef('Buttons');
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private draw() {
    const { code, shell } = this;
    if (!shell) return;
    const { phoneAddress, t } = shell.services;
    const at = { y: screen.top + 20 };
    const put = (text: string, style: typeof type.body, after: number, most?: number) => {
      const lines = wrapLines(text, style, LEFT_W, most);
      const { y } = at;
      at.y += lines.length * style.lineHeight + after;
      return { y, text: boxed(style, lines, LEFT_W) };
    };
    const qr = takeQr(code, shell, ROOM);
    const isScanned = typeof qr !== 'string';
    const how = isScanned
      ? t('take.scan')
      : phoneAddress
        ? t('take.type', { address: spokenAddress(phoneAddress) })
        : t('take.remember');
    this.patch({
      Title: put(t('take.title'), type.title, 16),
      What: put(this.names(shell), type.label, 24, NAMES_LINES),
      How: put(how, type.body, 44),
      CodeTitle: put(t('take.code'), type.body, 8),
      Code: put(spacedCode(code), code.length > 18 ? type.heading : type.display, 12),
      CodeWhy: put(t('take.codeWhy'), type.small, 12),
      Paper: this.paper(at.y, shell),
      Buttons: {
        buttons: [
          { id: 'back', label: t('routine.back'), primary: true, press: () => shell.back() },
          {
            id: 'room',
            label: t('take.room'),
            icon: 'maximize-2',
            press: () => {
              this.goesOn = true;
              shell.go('settings/distance');
            },
          },
        ],
      },
    });
    if (isScanned) this.drawQr(qr);
    else this.drawWhy(qr);
  }

  /** Where the exercises are printed. At large text it stays away: the phone page leads to the sheet too. */
  private paper(y: number, shell: Shell) {
    const lines = wrapLines(paperText(this.code, shell) ?? '', type.small, LEFT_W);
    const bottom = y + lines.length * type.small.lineHeight;
    const fits = bottom + GAP / 2 <= screen.bottom - buttonH();
    return { y, text: boxed(type.small, fits ? lines : [''], LEFT_W) };
  }

  private drawQr(qr: Exclude<ReturnType<typeof takeQr>, string>) {
    const code = this.getByRef('Qr');
    code?.show(qr.text, qr.modules, qr.px);
    this.patch({
      Qr: { x: screen.right - ROOM + (ROOM - qr.side) / 2, y: (screen.h - qr.side) / 2 },
      Plate: { visible: false },
      Why: { visible: false },
    });
  }

  /** Draws the sentence that says why there is no QR code. */
  private drawWhy(why: string) {
    this.getByRef('Qr')?.hide();
    const lines = wrapLines(why, type.body, ROOM - 2 * WHY_PAD);
    const h = lines.length * type.body.lineHeight + 2 * WHY_PAD;
    const y = (screen.h - h) / 2;
    this.patch({
      Plate: { visible: true, x: screen.right - ROOM - 1, y: y - 1 },
      Why: {
        visible: true,
        x: screen.right - ROOM + WHY_PAD,
        y: y + WHY_PAD - 6,
        text: boxed(type.body, lines, ROOM - 2 * WHY_PAD),
      },
    });
    const ground = this.getByRef('Plate') as Lightning.Element | undefined;
    if (ground) swapTexture(ground, plate(ROOM, h, radius.large));
  }

  private names(shell: Shell): string {
    const { routines, t } = shell.services;
    const names = itemsOfCode(this.code, shell).flatMap((item) => {
      const exercise = routines.exercise(item.exercise);
      return exercise ? [shortName(applyItem(exercise, item))] : [];
    });
    return names.length > MOST_NAMES ? t.count('count.exercises', names.length) : names.join(', ');
  }
}
