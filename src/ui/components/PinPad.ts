import { Lightning } from '@lightningjs/sdk';
import type { Box } from '../../app/stage';
import { PIN_DIGITS } from '../../tv/pin';
import type { Spoken } from '../access/spoken';
import { centredY, colours, radius, screen, type } from '../theme';
import { plate, ring, ringPlace } from '../theme/shapes';

/** Texts and actions of the pad. */
export interface PinPadSpec {
  title: string;
  /** Shown after wrong digits. */
  wrong: string;
  ok: string;
  erase: string;
  /** @returns true when these digits are right */
  enter(digits: string): boolean;
  close(): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  testId: string;
  Scrim: object;
  Card: {
    Ground: object;
    Title: object;
    Digits: object;
    Wrong: object;
    Keys: object;
    Ring: object;
  };
}

/** Rows of keys in a telephone's order. The lower corners delete a digit and confirm. */
const ROWS = [
  ['1', '2', '3'],
  ['4', '5', '6'],
  ['7', '8', '9'],
  ['erase', '0', 'ok'],
] as const;
type Key = (typeof ROWS)[number][number];

const KEY = { w: 200, h: 92, gap: 16 } as const;
const CARD = { w: 3 * KEY.w + 2 * KEY.gap + 128, h: 760 } as const;
const PAD = 64;
const DIGITS_Y = 140;
const WRONG_Y = 214;
const KEYS_Y = 276;

const placeOf = (row: number, column: number) => ({
  x: PAD + column * (KEY.w + KEY.gap),
  y: KEYS_Y + row * (KEY.h + KEY.gap),
});

/** A key's place on the stage, px. The pad's own corner is the screen's corner. */
const onStage = (row: number, column: number): Box => {
  const { x, y } = placeOf(row, column);
  return { x: (screen.w - CARD.w) / 2 + x, y: (screen.h - CARD.h) / 2 + y, w: KEY.w, h: KEY.h };
};

/** Takes digits that are typed with the arrows and OK. It shows the typed digits as dots. */
export class PinPad
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  declare testId: string;
  private current: PinPadSpec | undefined;
  private digits = '';
  private row = 0;
  private column = 0;

  static override _template(): Lightning.Component.Template<Spec> {
    const { h, w } = CARD;
    return {
      visible: false,
      Scrim: { rect: true, w: screen.w, h: screen.h, color: colours.scrim },
      Card: {
        x: (screen.w - w) / 2,
        y: (screen.h - h) / 2,
        Ground: { x: -1, y: -1, texture: plate(w, h, radius.large), color: colours.card },
        Title: { x: w / 2, mountX: 0.5, y: PAD - 8, color: colours.text },
        Digits: { x: w / 2, mountX: 0.5, y: DIGITS_Y, color: colours.accent },
        Wrong: { x: w / 2, mountX: 0.5, y: WRONG_Y, color: colours.coral },
        Keys: {},
        Ring: { texture: ring(KEY.w, KEY.h, radius.medium) },
      },
    };
  }

  get isOpen(): boolean {
    return this.current !== undefined;
  }

  /** The focused key, and the number of typed digits, for a screen reader. */
  get spoken(): Spoken[] {
    const { current } = this;
    if (!current) return [];
    return [
      { role: 'heading', name: current.title },
      { role: 'text', name: `${this.digits.length}`, isNews: true },
      ...ROWS.flatMap((keys, row) =>
        keys.map(
          (key, column): Spoken => ({
            role: 'button',
            name: this.labelOf(key),
            isFocused: row === this.row && column === this.column,
            take: () => this.move(row - this.row, column - this.column),
            box: onStage(row, column),
          }),
        ),
      ),
    ];
  }

  show(spec: PinPadSpec): void {
    this.current = spec;
    this.digits = '';
    this.row = 1;
    this.column = 1;
    this.patch({
      visible: true,
      Card: {
        Title: { text: { ...type.heading, text: spec.title } },
        Wrong: { text: { ...type.small, text: ' ' } },
      },
    });
    this.drawKeys();
    this.drawDigits();
    this.drawFocus();
  }

  close(): void {
    this.current = undefined;
    this.digits = '';
    this.visible = false;
  }

  override _handleUp() {
    this.move(-1, 0);
  }

  override _handleDown() {
    this.move(1, 0);
  }

  override _handleLeft() {
    this.move(0, -1);
  }

  override _handleRight() {
    this.move(0, 1);
  }

  override _handleEnter() {
    const key = this.key;
    if (key === 'ok') this.enter();
    else if (key === 'erase') this.digits = this.digits.slice(0, -1);
    else if (this.digits.length < PIN_DIGITS.max) this.digits += key;
    this.drawDigits();
  }

  override _handleBack() {
    this.current?.close();
  }

  /** Takes every other key, so that the page behind the pad gets none. */
  override _handleKey() {}

  private get key(): Key {
    return ROWS[this.row]?.[this.column] ?? 'ok';
  }

  private labelOf(key: Key): string {
    const { current } = this;
    if (key === 'ok') return current?.ok ?? '';
    return key === 'erase' ? (current?.erase ?? '') : key;
  }

  private enter() {
    const { current, digits } = this;
    if (!current || !digits || current.enter(digits)) return;
    this.digits = '';
    this.patch({ Card: { Wrong: { text: { ...type.small, text: current.wrong } } } });
  }

  private move(down: number, right: number) {
    this.row = Math.min(Math.max(this.row + down, 0), ROWS.length - 1);
    this.column = Math.min(Math.max(this.column + right, 0), 2);
    this.drawFocus();
  }

  private drawKeys() {
    const keys = ROWS.flatMap((row, at) =>
      row.map((key, column) => ({
        ...placeOf(at, column),
        Plate: {
          x: -1,
          y: -1,
          texture: plate(KEY.w, KEY.h, radius.medium),
          color: key === 'ok' ? colours.accent : colours.cardHigh,
        },
        Label: {
          x: KEY.w / 2,
          mountX: 0.5,
          y: centredY(KEY.h, type.label),
          color: key === 'ok' ? colours.onAccent : colours.text,
          text: { ...type.label, text: this.labelOf(key) },
        },
      })),
    );
    const parent = this.getByRef('Card')?.getByRef('Keys') as Lightning.Element | undefined;
    if (parent) parent.children = keys;
  }

  private drawDigits() {
    const shown = '●'.repeat(this.digits.length) || '–';
    this.patch({ Card: { Digits: { text: { ...type.title, text: shown } } } });
  }

  private drawFocus() {
    this.testId = `pin:${this.key}`;
    const { x, y } = placeOf(this.row, this.column);
    this.patch({ Card: { Ring: { x: x + ringPlace, y: y + ringPlace } } });
  }
}
