import { Lightning } from '@lightningjs/sdk';
import { colours, motion, radius, screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { setNow } from '../theme/motion';
import { type IconName, icon, plate } from '../theme/shapes';
import { BUTTON_H, type ButtonSpec } from './Button';
import { ButtonList, gapOf } from './ButtonList';
import { layOut, PagedText } from './PagedText';
import { SoundStrip, type SoundStripSpec, STRIP_H } from './SoundStrip';

/** A question, or something to read, in front of everything else. */
export interface DialogSpec {
  /** For tests: `dialog:<id>`. */
  id: string;
  title: string;
  text?: string;
  icon?: IconName;
  tone?: number;
  buttons: ButtonSpec[];
  direction?: 'row' | 'column';
  /** Id of the button that has the focus first; the first one when absent. */
  focus?: string;
  /** "1 van 2" under a text of several pages. */
  footer?(page: number, pages: number): string;
  /** Above a column of buttons: how loud it is; the arrows that no button needs change it. */
  sound?: { strip: SoundStripSpec; louder(step: -1 | 1): void; mute(): void };
  /** Back closes the dialog and does this. */
  back?(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  testId: string;
  Scrim: object;
  Card: {
    Ground: object;
    Icon: object;
    Title: object;
    Text: typeof PagedText;
    Sound: typeof SoundStrip;
    Buttons: typeof ButtonList;
  };
}

const WIDE = 1120;
const PAD = 64;
const INNER = WIDE - PAD * 2;
const ICON = 56;
const MOST_TEXT_H = 460;
const COLUMN_BUTTON_W = 620;

/** Shows one dialog at a time; whoever owns it gives it the focus while it is open. */
export class Dialog
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: DialogSpec | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Scrim: { rect: true, w: screen.w, h: screen.h, color: colours.scrim },
      Card: {
        Ground: { x: -1, y: -1, color: colours.card },
        Icon: { x: PAD, y: PAD - 2, w: ICON, h: ICON },
        Title: { y: PAD - 8 },
        Text: { type: PagedText },
        Sound: { type: SoundStrip, x: PAD, w: COLUMN_BUTTON_W },
        Buttons: { type: ButtonList },
      },
    };
  }

  /** The open dialog's id. */
  get open(): string | undefined {
    return this.current?.id;
  }

  /** Opens a dialog in place of any other. */
  show(spec: DialogSpec): void {
    const isRedrawn = this.current?.id === spec.id;
    this.current = spec;
    this.testId = `dialog:${spec.id}`;
    const direction = spec.direction ?? 'row';
    const w = direction === 'column' ? COLUMN_BUTTON_W + PAD * 2 : WIDE;
    const left = PAD + (spec.icon ? ICON + 24 : 0);
    const title = wrapLines(spec.title, type.title, w - left - PAD);
    let y = PAD + title.length * type.title.lineHeight + 12;
    const textY = y;
    const text = {
      blocks: [{ text: spec.text ?? '' }],
      style: type.body,
      headingStyle: type.label,
    };
    const footer = spec.footer ?? (() => '');
    const needed = spec.text ? this.textHeight(spec) : 0;
    if (spec.text) y += needed + 8;
    y += 28;
    const soundY = y;
    if (spec.sound) y += STRIP_H + 28;
    const wide = direction === 'column' ? { w: COLUMN_BUTTON_W } : {};
    const buttons = spec.buttons.map((button) => ({
      ...button,
      ...wide,
      press: () => {
        if (!button.stays) this.close();
        button.press();
      },
    }));
    const rows = direction === 'column' ? buttons.length : 1;
    const h = y + rows * BUTTON_H + (rows - 1) * gapOf(direction, rows) + PAD;
    this.patch({
      visible: true,
      Card: {
        x: (screen.w - w) / 2,
        y: Math.round((screen.h - h) / 2),
        Ground: { texture: plate(w, h, radius.large) },
        Icon: spec.icon
          ? { visible: true, texture: icon(spec.icon, ICON), color: spec.tone ?? colours.accent }
          : { visible: false },
        Title: {
          x: left,
          text: { ...type.title, text: title.join('\n') },
        },
        Text: spec.text
          ? {
              visible: true,
              x: PAD - 28,
              y: textY,
              paged: { ...text, w: INNER + 56, h: needed, footer, arrow: true },
            }
          : { visible: false },
        Sound: { y: soundY, strip: spec.sound?.strip },
        Buttons: { x: PAD, y, direction, buttons },
      },
    });
    const { list } = this;
    list?.select(spec.focus ?? spec.buttons[0]?.id ?? '');
    const card = this.getByRef('Card');
    if (card && !isRedrawn) {
      setNow(card, 'alpha', 0.001);
      card.setSmooth('alpha', 1, { duration: motion.fade });
    }
    this._refocus();
  }

  close(): void {
    if (!this.current) return;
    this.current = undefined;
    this.visible = false;
    this._refocus();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.list;
  }

  override _handleUp() {
    if (this.current?.sound) this.current.sound.mute();
    else this.body?.turn(-1);
  }

  override _handleLeft() {
    this.current?.sound?.louder(-1);
  }

  override _handleRight() {
    this.current?.sound?.louder(1);
  }

  override _handleDown() {
    this.body?.turn(1);
  }

  override _handleBack() {
    const { current } = this;
    this.close();
    current?.back?.();
  }

  /** Nothing behind a dialog hears a key. */
  override _handleKey() {}

  private get list(): ButtonList | undefined {
    return this.getByRef('Card')?.getByRef('Buttons');
  }

  private get body(): PagedText | undefined {
    return this.getByRef('Card')?.getByRef('Text');
  }

  private textHeight(spec: DialogSpec): number {
    const paged = {
      blocks: [{ text: spec.text ?? '' }],
      style: type.body,
      headingStyle: type.label,
      w: INNER,
      h: MOST_TEXT_H,
      footer: () => '',
    };
    const lines = layOut(paged, INNER, Number.POSITIVE_INFINITY)[0]?.length ?? 0;
    return Math.min(lines * type.body.lineHeight + 56, MOST_TEXT_H);
  }
}
