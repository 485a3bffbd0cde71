import { Lightning } from '@lightningjs/sdk';
import { atSize, colours, motion, radius, screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { setNow } from '../theme/motion';
import { type IconName, icon, plate, swapTexture } from '../theme/shapes';
import { boxed } from '../theme/textBox';
import { type ButtonSpec, buttonH } from './Button';
import { BUTTON_GAP, ButtonList } from './ButtonList';
import { layOut, PagedText } from './PagedText';
import type { SoundStrip, SoundStripSpec } from './SoundStrip';

/** A question or a text in front of the page. */
export interface DialogSpec {
  /** Tests find the dialog as `dialog:<id>`. */
  id: string;
  title: string;
  text?: string;
  icon?: IconName;
  tone?: number;
  buttons: ButtonSpec[];
  direction?: 'row' | 'column';
  /** Id of the button that has the focus first; absent: the first button. */
  focus?: string;
  /** Line under a text of several pages, such as "1 van 2". Pages count from 1. */
  footer?(page: number, pages: number): string;
  /**
   * A sound strip above a column of buttons. The arrow keys that the column doesn't need change the
   * volume.
   */
  sound?: {
    /** The component that draws the strip. It is given here, since home does without it. */
    type: typeof SoundStrip;
    strip: SoundStripSpec;
    louder(step: -1 | 1): void;
    mute(): void;
  };
  /** Runs after Back has closed the dialog. */
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
    Choices: { Buttons: typeof ButtonList };
  };
}

const wide = (): number => atSize(1120, 1280, 1480);
const PAD = 64;
/** Most lines of a title. */
const TITLE_LINES = 3;
const ICON = 56;
const mostTextH = (): number => atSize(460, 500, 560);
/** Width of the card: narrow for a column of choices alone, wider when there is a text to read. */
const column = () =>
  atSize({ w: 748, wText: 960 }, { w: 860, wText: 1080 }, { w: 980, wText: 1240 });
/** Largest height of a column of choices, px. A longer column scrolls. */
const MOST_CHOICES_H = 640;
/** Smallest distance from the card to the screen's upper and lower edge, px. */
const EDGE = 24;
/** Room for the focus ring inside the clipped choices. */
const BLEED = 16;

const widthOf = ({ direction, text }: DialogSpec): number => {
  if (direction !== 'column') return wide();
  return text ? column().wText : column().w;
};

/** Turns a click on the sound strip into a change of the volume. */
const soundOf =
  ({ louder, mute }: NonNullable<DialogSpec['sound']>): SoundStripSpec['press'] =>
  (what) => {
    if (what === 'mute') mute();
    else louder(what === 'louder' ? 1 : -1);
  };

/** Shows one dialog at a time. Its owner gives it the focus while it is open. */
export class Dialog
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: DialogSpec | undefined;
  /** Height of the choices that are outside the view, px. */
  private hidden = 0;

  static override _template(): Lightning.Component.Template<Spec> {
    return { visible: false } as Lightning.Component.Template<Spec>;
  }

  /** The dialog's elements. They are made when the first dialog opens, so that the app starts sooner. */
  private static parts(): Lightning.Component.Template<Spec> {
    return {
      Scrim: { rect: true, w: screen.w, h: screen.h, color: colours.scrim },
      Card: {
        Ground: { x: -1, y: -1, color: colours.card },
        Icon: { x: PAD, y: PAD - 2, w: ICON, h: ICON },
        Title: { y: PAD - 8, color: colours.text },
        Text: { type: PagedText },
        Choices: { x: PAD - BLEED, Buttons: { type: ButtonList, x: BLEED, y: BLEED } },
      },
    };
  }

  /** Id of the open dialog; undefined: none is open. */
  get open(): string | undefined {
    return this.current?.id;
  }

  /** Title of the open dialog. */
  get heading(): string {
    return this.current?.title ?? '';
  }

  /** Opens a dialog; it replaces the open one. */
  show(spec: DialogSpec): void {
    const isRedrawn = this.current?.id === spec.id;
    this.current = spec;
    if (!this.hasChildren()) this.patch(Dialog.parts());
    this.testId = `dialog:${spec.id}`;
    const direction = spec.direction ?? 'row';
    const w = widthOf(spec);
    const inner = w - PAD * 2;
    const left = PAD + (spec.icon ? ICON + 24 : 0);
    const title = wrapLines(spec.title, type.title, w - left - PAD, TITLE_LINES);
    let y = PAD + title.length * type.title.lineHeight + 12;
    const textY = y;
    const text = {
      blocks: [{ text: spec.text ?? '' }],
      style: type.body,
      headingStyle: type.label,
    };
    const footer = spec.footer ?? (() => '');
    const needed = spec.text ? this.textHeight(spec, inner) : 0;
    if (spec.text) y += needed + 8;
    y += 28;
    const isColumn = direction === 'column';
    const soundY = y;
    if (spec.sound) y += spec.sound.type.h + 28;
    const buttons = spec.buttons.map((button) => ({
      ...button,
      ...(isColumn ? { w: inner } : {}),
      press: () => {
        if (!button.stays) this.close();
        button.press();
      },
    }));
    const oneH = buttonH();
    const columnH = buttons.length * (oneH + BUTTON_GAP.column) - BUTTON_GAP.column;
    // The choices get the height that the parts above them don't use.
    const mostChoicesH = Math.min(MOST_CHOICES_H, screen.h - 2 * EDGE - y - PAD);
    const choicesH = isColumn ? Math.min(columnH, mostChoicesH) : oneH;
    this.hidden = isColumn ? columnH - choicesH : 0;
    const h = y + choicesH + PAD;
    this.patch({
      visible: true,
      Card: {
        x: (screen.w - w) / 2,
        y: Math.round((screen.h - h) / 2),
        Icon: spec.icon
          ? { visible: true, texture: icon(spec.icon, ICON), color: spec.tone ?? colours.accent }
          : { visible: false },
        Title: {
          x: left,
          text: boxed(type.title, title, w - left - PAD),
        },
        Text: spec.text
          ? {
              visible: true,
              x: PAD - 28,
              y: textY,
              paged: { ...text, w: inner + 56, h: needed, footer, arrow: true },
            }
          : { visible: false },
        Sound: spec.sound && {
          type: spec.sound.type,
          x: PAD,
          y: soundY,
          w: column().w - PAD * 2,
          strip: { ...spec.sound.strip, press: soundOf(spec.sound) },
        },
        Choices: {
          y: y - BLEED,
          w: inner + BLEED * 2,
          h: choicesH + BLEED * 2,
          clipping: columnH > mostChoicesH && isColumn,
          Buttons: { y: BLEED, direction, onMove: undefined, buttons },
        },
      },
    });
    // The old plate has another size, so it must not show while the new one loads.
    const ground = this.getByRef('Card')?.getByRef('Ground') as Lightning.Element | undefined;
    if (ground) swapTexture(ground, plate(w, h, radius.large));
    const { list } = this;
    if (list && isColumn) {
      list.onMove = (top, tall) => {
        const hidden = top + tall - choicesH;
        list.y = BLEED - Math.max(0, Math.min(hidden + oneH / 2, columnH - choicesH));
      };
    }
    list?.select(spec.focus ?? spec.buttons[0]?.id ?? '');
    const card = this.getByRef('Card');
    if (card && !isRedrawn) {
      setNow(card, 'alpha', 0.001);
      card.setSmooth('alpha', 1, { duration: motion.fade });
    }
    this._refocus();
  }

  /** Makes all elements again, in the current text size and colours. */
  remake(): void {
    this.childList.clear();
    if (this.current) this.show(this.current);
  }

  close(): void {
    if (!this.current) return;
    this.current = undefined;
    this.visible = false;
    this._refocus();
  }

  /**
   * Scrolls the choices when they don't all fit; otherwise turns the text's pages. The page behind the
   * dialog never scrolls.
   */
  scroll(by: -1 | 1, direction: 'row' | 'column'): boolean {
    const { list } = this;
    if (direction !== 'column' || !list) return true;
    if (this.hidden > 0) {
      const y = list.y - by * (buttonH() + BUTTON_GAP.column);
      list.y = Math.max(BLEED - this.hidden, Math.min(BLEED, y));
    } else this.body?.turn(by);
    return true;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.list;
  }

  /**
   * Keys that act once per press, even when held. A held Up opens the menu, and must not switch the
   * menu's sound off as well.
   */
  get actsOnce(): readonly string[] {
    return this.current?.sound ? ['Up'] : [];
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

  /** Takes every other key, so that the page behind the dialog gets none. */
  override _handleKey() {}

  private get list(): ButtonList | undefined {
    return this.getByRef('Card')?.getByRef('Choices')?.getByRef('Buttons');
  }

  private get body(): PagedText | undefined {
    return this.getByRef('Card')?.getByRef('Text');
  }

  private textHeight(spec: DialogSpec, inner: number): number {
    const paged = {
      blocks: [{ text: spec.text ?? '' }],
      style: type.body,
      headingStyle: type.label,
      w: inner,
      h: mostTextH(),
      footer: () => '',
    };
    const lines = layOut(paged, inner, Number.POSITIVE_INFINITY)[0]?.length ?? 0;
    return Math.min(lines * type.body.lineHeight + 56, mostTextH());
  }
}
