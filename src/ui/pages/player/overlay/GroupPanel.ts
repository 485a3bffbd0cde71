import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import { phaseLook, phaseWord } from '../../../../texts/words';
import { colours, radius, screen } from '../../../theme';
import { cutLine, textWidth } from '../../../theme/measure';
import { plate, swapTexture } from '../../../theme/shapes';
import { BOLD, CAPITAL, type TypeStyle } from '../../../theme/sizes';
import type { PanelState } from '../playerContent';
import { Countdown } from './Countdown';
import { Digits } from './Digits';
import { countsRepetitions, setAndSide } from './phaseLine';
import { phaseLooks } from './phaseLooks';
import { overlayShapes, phaseColour, signOf } from './phaseStyle';
import { Ring } from './Ring';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Ring: typeof Ring;
  Number: typeof Digits;
  Press: object;
  Countdown: typeof Countdown;
  Shape: object;
  Word: object;
  SideShape: object;
  Line: { Label: object; Number: typeof Digits; Rest: object };
}

const style = (fontSize: number, lineHeight: number): TypeStyle => ({
  fontFace: BOLD,
  fontSize,
  lineHeight,
});

/**
 * Type style of the phase's word: capitals of 123 px. An angle of 0.7° at six metres on a 65-inch set
 * needs 97 px; the design asks for 120 px.
 */
const WORD = style(176, 190);
const COUNT = style(176, 190);
const LINE = style(60, 72);
/** Smallest font size of the word, px: its capitals are 120 px high. */
const LEAST_WORD = Math.ceil(120 / CAPITAL);

/** Width and height of what is read, px. Its plate is larger, and holds the key hints below. */
export const GROUP_PANEL = { w: screen.right - screen.left, h: 254 } as const;
/** The plate: by how much it is larger at the top, the sides and the bottom, px. */
export const GROUP_PLATE = { top: 16, side: 24, bottom: 64 } as const;
/** The ring reaches a little over what is read, into its plate, so that two digits stand inside it, px. */
const RING = 272;
const RING_AT = { x: -16, y: -12 } as const;
/** The middle of the ring, px. */
const MIDDLE = { x: RING_AT.x + RING / 2, y: RING_AT.y + RING / 2 } as const;
/** The ring is this much thinner than that of a single person. */
const THINNER = 0.5;
/** What is written in the ring keeps this from its outer edge, px. */
const RING_EDGE = 30;
const SHAPE = 112;
const SHAPE_Y = 28;
const SIDE = 52;
const SHAPE_X = RING_AT.x + RING + 36;
const WORD_X = SHAPE_X + SHAPE + 36;
const WORD_ROOM = GROUP_PANEL.w - WORD_X;
/**
 * X of a word that is too long for the usual place, px. Its shape is then smaller, and in front of the
 * line below.
 */
const ALONE_X = RING_AT.x + RING + 28;
export const ALONE_ROOM = GROUP_PANEL.w - ALONE_X;
const SMALL_SHAPE = 60;
const WORD_Y = -24;
const LINE_Y = 176;

/** The panel that people read from the back row: the number, the phase, and one line with the progress. */
export class GroupPanel
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private look = '';
  private sign = '';
  private word = '';
  private line = '';
  private press = '';
  /** True when the phase's word uses the whole width. */
  private isAlone = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      ...GROUP_PANEL,
      Ground: {
        x: -GROUP_PLATE.side - 1,
        y: -GROUP_PLATE.top - 1,
        texture: plate(
          GROUP_PANEL.w + 2 * GROUP_PLATE.side,
          GROUP_PANEL.h + GROUP_PLATE.top + GROUP_PLATE.bottom,
          radius.large,
        ),
        color: colours.overlay,
      },
      Ring: { type: Ring, ...RING_AT, w: RING, h: RING },
      Number: {
        type: Digits,
        x: MIDDLE.x,
        y: Math.round(MIDDLE.y + (CAPITAL * COUNT.fontSize) / 2 - COUNT.fontSize),
        style: COUNT,
        align: 'center',
        isTime: true,
        room: RING - 2 * RING_EDGE,
      },
      Press: { mount: 0.5, ...MIDDLE, visible: false, color: colours.text },
      Countdown: { type: Countdown, isTight: true, ...MIDDLE },
      SideShape: { x: SHAPE_X, y: LINE_Y + 14, w: SIDE, h: SIDE, visible: false },
      Shape: { x: SHAPE_X, y: SHAPE_Y, w: SHAPE, h: SHAPE },
      Word: { x: WORD_X },
      Line: {
        x: SHAPE_X,
        y: LINE_Y,
        Label: { color: colours.text },
        Number: { type: Digits, style: LINE },
        Rest: { color: colours.text },
      },
    };
  }

  /** Draws an overlay state. It changes only the parts that differ from the state before. */
  show(overlay: PanelState, t: Translate): void {
    this.showPress(overlay.press);
    const look = phaseLook(overlay);
    const ink = phaseColour(look);
    const number = this.getByRef('Number');
    const ring = this.getByRef('Ring');
    if (number) {
      number.visible = overlay.press === undefined;
      number.isTime = overlay.numberKind === 'seconds';
      number.value = overlay.number;
      number.ink = overlay.countdown ? ink : colours.text;
      this.getByRef('Countdown')?.show(overlay.countdown, t('player.countdown'), ink);
    }
    if (ring) ring.progress = overlay.progress;
    const sign = signOf(look, overlay.word !== undefined);
    if (look !== this.look || sign !== this.sign) {
      this.look = look;
      this.sign = sign;
      this.patch({
        Ring: { ink, thickness: Math.round(phaseLooks[look].thickness * THINNER) },
        Shape: { color: ink },
        Word: { color: ink },
      });
      const shape = this.getByRef('Shape');
      if (shape) swapTexture(shape, overlayShapes(this.stage, SHAPE, SIDE).phase[sign]);
    }
    this.showWord(phaseWord(t, overlay));
    this.showLine(overlay, t);
  }

  /** Draws the name of the key that is waited for, in place of the number. */
  private showPress(press = '') {
    if (press === this.press) return;
    this.press = press;
    const share = Math.min(1, (RING - 2 * RING_EDGE) / textWidth(press, COUNT));
    const fontSize = Math.floor(COUNT.fontSize * share);
    this.patch({
      Press: press
        ? { visible: true, text: { ...COUNT, fontSize, lineHeight: fontSize, text: press } }
        : { visible: false },
    });
  }

  /**
   * Draws the phase's word. A word that is too long gets smaller letters, down to the size that the
   * back row can read.
   */
  private showWord(word: string) {
    if (word === this.word) return;
    this.word = word;
    const wide = textWidth(word, WORD);
    this.isAlone = (wide * LEAST_WORD) / WORD.fontSize > WORD_ROOM;
    const room = this.isAlone ? ALONE_ROOM : WORD_ROOM;
    const share = Math.min(1, room / wide);
    const fontSize = Math.max(LEAST_WORD, Math.floor(WORD.fontSize * share));
    this.patch({
      Shape: this.isAlone
        ? { x: SHAPE_X, y: LINE_Y + 8, w: SMALL_SHAPE, h: SMALL_SHAPE }
        : { x: SHAPE_X, y: SHAPE_Y, w: SHAPE, h: SHAPE },
      Word: {
        x: this.isAlone ? ALONE_X : WORD_X,
        y: WORD_Y + WORD.fontSize - fontSize,
        text: { ...WORD, fontSize, text: cutLine(word, { ...WORD, fontSize }, room) },
      },
    });
  }

  /**
   * Draws the line "Herhaling 7 van 15  ·  Reeks 1 van 2  ·  Links". The number is made of digits,
   * since it alone changes.
   */
  private showLine(overlay: PanelState, t: Translate) {
    const hasRepetition = countsRepetitions(overlay);
    // One line of such letters has no room for more than the side's own word.
    const { sideWord, ...plain } = overlay;
    const place = setAndSide(plain, t);
    const { side } = overlay;
    const { isAlone } = this;
    const key = `${hasRepetition ? overlay.repetitions : ''} ${place} ${side} ${isAlone}`;
    const line = this.getByRef('Line');
    const digits = line?.getByRef('Number');
    const rest = line?.getByRef('Rest');
    if (!line || !digits || !rest) return;
    const label = `${t('player.repetition')} `;
    if (key !== this.line) {
      this.line = key;
      const of = hasRepetition ? t('player.of', { n: overlay.repetitions }) : '';
      const text = [of, place].filter(Boolean).join('  ·  ');
      digits.visible = hasRepetition;
      const x = SHAPE_X + (isAlone ? SMALL_SHAPE + 20 : 0);
      line.x = x + (side ? SIDE + 20 : 0);
      this.patch({ SideShape: { x, visible: side !== undefined, color: colours.text } });
      const shape = this.getByRef('SideShape');
      if (shape && side) swapTexture(shape, overlayShapes(this.stage, SHAPE, SIDE).side[side]);
      line.patch({
        Label: { visible: hasRepetition, text: { ...LINE, text: label.trim() } },
        Number: { x: textWidth(label, LINE) },
        Rest: { text: { ...LINE, text } },
      });
    }
    if (hasRepetition) digits.value = overlay.repetition;
    rest.x = hasRepetition ? digits.x + digits.w + textWidth(' ', LINE) : 0;
  }
}
