import { Lightning } from '@lightningjs/sdk';
import type { Layout } from '../../session/typing/keyGrid';
import { PIN_DIGITS } from '../../tv/pin';
import { isEscape, typedBy } from '../../tv/typedKey';
import type { Spoken } from '../access/spoken';
import { colours, radius, screen, type } from '../theme';
import { plate } from '../theme/shapes';
import { buttonH } from './Button';
import { type GridKey, KeyGrid } from './KeyGrid';

/** Texts and actions of the pad. */
export interface PinPadSpec {
  title: string;
  /** Which other keys type; shown until digits are wrong. */
  hint: string;
  /** Shown after wrong digits. */
  wrong: string;
  ok: string;
  erase: string;
  /** @returns true when these digits are right */
  enter(digits: string): boolean;
  close(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  Scrim: object;
  Card: {
    Ground: object;
    Title: typeof Told;
    Digits: typeof Told;
    Hint: object;
    Keys: typeof KeyGrid;
  };
}

/** A text with words of its own for a screen reader. */
class Told extends Lightning.Component {
  spoken: Spoken | undefined;
}

/** Rows of keys in a telephone's order. The lower corners delete a digit and confirm. */
const LAYOUT: Layout = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
  ['erase', '0', 'ok'],
];

const KEY = { w: 200, x: 216, y: 108 } as const;
const CARD = { w: 2 * KEY.x + KEY.w + 128, h: 760 } as const;
const PAD = 64;
const DIGITS_Y = 140;
const HINT_Y = 214;
/** Top of a key 92 px high; every key stands in the middle of that height. */
const KEYS_Y = 276;
const KEY_ROOM = 92;

/** Takes digits, typed with the arrows and OK or with keys of their own. It shows the typed digits as dots. */
export class PinPad
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private current: PinPadSpec | undefined;
  private digits = '';

  static override _template(): Lightning.Component.Template<Spec> {
    const { h, w } = CARD;
    return {
      visible: false,
      Scrim: { rect: true, w: screen.w, h: screen.h, color: colours.scrim },
      Card: {
        x: (screen.w - w) / 2,
        y: (screen.h - h) / 2,
        Ground: { x: -1, y: -1, texture: plate(w, h, radius.large), color: colours.card },
        Title: { type: Told, x: w / 2, mountX: 0.5, y: PAD - 8, color: colours.text },
        Digits: { type: Told, x: w / 2, mountX: 0.5, y: DIGITS_Y, color: colours.accent },
        Hint: { x: w / 2, mountX: 0.5, y: HINT_Y },
        Keys: { type: KeyGrid, x: PAD },
      },
    };
  }

  get isOpen(): boolean {
    return this.current !== undefined;
  }

  show(spec: PinPadSpec): void {
    this.current = spec;
    this.digits = '';
    this.patch({
      visible: true,
      Card: {
        Title: {
          text: { ...type.heading, text: spec.title },
          spoken: { role: 'heading', name: spec.title },
        },
        Keys: {
          y: KEYS_Y + (KEY_ROOM - buttonH()) / 2,
          grid: {
            layout: LAYOUT,
            keyOf: (id) => this.keyOf(id, spec),
            size: KEY,
            name: 'pin',
            first: '5',
          },
        },
      },
    });
    this.drawHint(spec.hint, colours.soft);
    this.drawDigits();
  }

  close(): void {
    this.current = undefined;
    this.digits = '';
    this.visible = false;
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.keys;
  }

  /** Deletes a digit, while there is one. Then it closes the pad. */
  override _handleBack(event: KeyboardEvent) {
    if (this.digits && !isEscape(event)) this.erase();
    else this.current?.close();
  }

  /** Takes digits, and every other key, so that the page behind the pad gets none. */
  override _handleKey(event: KeyboardEvent) {
    const typed = typedBy(event, this.application.getOption('keys')[event.keyCode]);
    if (typed === 'erase') this.erase();
    else if (typed && LAYOUT.flat().includes(typed.character)) {
      this.addDigit(typed.character);
      // Who types digits by their keys needs OK for the whole only.
      this.keys?.select('ok');
    }
  }

  private get keys(): KeyGrid | undefined {
    return this.getByRef('Card')?.getByRef('Keys') as KeyGrid | undefined;
  }

  private keyOf(id: string, { erase, ok }: PinPadSpec): GridKey {
    if (id === 'ok') return { id, label: ok, primary: true, press: () => this.enter() };
    if (id === 'erase') return { id, label: erase, press: () => this.erase() };
    return { id, label: id, character: true, press: () => this.addDigit(id) };
  }

  private addDigit(digit: string) {
    if (this.digits.length < PIN_DIGITS.max) this.digits += digit;
    this.drawDigits();
  }

  private erase() {
    this.digits = this.digits.slice(0, -1);
    this.drawDigits();
  }

  private enter() {
    const { current, digits } = this;
    if (!current || !digits || current.enter(digits)) return;
    this.digits = '';
    this.drawHint(current.wrong, colours.coral);
    this.drawDigits();
  }

  private drawHint(text: string, color: number) {
    this.patch({ Card: { Hint: { color, text: { ...type.small, text } } } });
  }

  /** Shows a dot for each digit. A screen reader says how many there are. */
  private drawDigits() {
    const count = this.digits.length;
    this.patch({
      Card: {
        Digits: {
          text: { ...type.title, text: '●'.repeat(count) || '–' },
          spoken: { role: 'text', name: `${count}`, isNews: true },
        },
      },
    });
  }
}
