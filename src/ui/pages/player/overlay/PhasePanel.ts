import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import { phaseLook, phaseWord } from '../../../../texts/words';
import type { Side } from '../../../../timeline/types';
import { atSize, colours, radius, type } from '../../../theme';
import { textWidth, wrapLines, wrapWords } from '../../../theme/measure';
import { plate, swapTexture } from '../../../theme/shapes';
import { CAPITAL, type TypeStyle } from '../../../theme/sizes';
import { boxed } from '../../../theme/textBox';
import type { PanelState } from '../playerContent';
import { Countdown } from './Countdown';
import { Digits } from './Digits';
import { countsRepetitions, setAndSide } from './phaseLine';
import { phaseLooks } from './phaseLooks';
import { overlayShapes, phaseColour, SHAPE, SIDE_SHAPE, signOf } from './phaseStyle';
import { Ring } from './Ring';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Ring: typeof Ring;
  Number: typeof Digits;
  Press: object;
  Countdown: typeof Countdown;
  Shape: object;
  Word: object;
  Repetition: {
    Label: object;
    Number: typeof Digits;
    Of: object;
  };
  SideShape: object;
  Place: object;
}

/** Measures of the panel, px. It is low and narrow, since instructors are filmed outside its corner. */
export const PANEL = {
  get w(): number {
    return atSize(830, 930, 1080);
  },
  get h(): number {
    return atSize(316, 340, 392);
  },
};
const PAD = 30;
/** What is written in the ring keeps this from its outer edge, px. */
const RING_EDGE = 36;
const SHAPE_GAP = 18;
const SIDE_GAP = 12;
const WORD_Y = 30;

/** Places in the panel at the current text size, px. */
function places() {
  const ring = atSize(256, 260, 270);
  const textX = PAD + ring + 34;
  return {
    ring,
    ringY: (PANEL.h - ring) / 2,
    textX,
    textW: PANEL.w - textX - PAD,
    bottom: PANEL.h - PAD,
    line: atSize(52, 56, 62),
  };
}

/** Y of the phase's word, px. One line has a fixed place; two lines are balanced with the parts below. */
function wordTop(isTwoLines: boolean, hasRepetition: boolean, hasPlace: boolean): number {
  if (!isTwoLines) return WORD_Y;
  if (hasRepetition) return WORD_Y - 28;
  if (hasPlace) return WORD_Y - 19;
  const { fontSize, lineHeight } = type.phase;
  const h = CAPITAL * fontSize + lineHeight;
  return Math.round((PANEL.h - h) / 2 - (1 - CAPITAL) * fontSize);
}

/** The word's style with smaller letters: its lines come closer too. */
const sized = (fontSize: number): TypeStyle => ({
  ...type.phase,
  fontSize,
  lineHeight: Math.round((type.phase.lineHeight * fontSize) / type.phase.fontSize),
});

/** Smallest size of a word of two lines, as a share of its usual size. */
const LEAST_SIZE = 0.8;

/**
 * Divides the phase's word into at most two lines. A long word gets smaller letters (px);
 * one that is still too long is broken, and ends in an ellipsis.
 */
function setWord(full: string, room: number): { word: string; fontSize: number } {
  let style: TypeStyle = type.phase;
  let lines = wrapWords(full, style, room);
  while (lines.length > 2 && style.fontSize > LEAST_SIZE * type.phase.fontSize) {
    style = { ...style, fontSize: style.fontSize - 2 };
    lines = wrapWords(full, style, room);
  }
  const widest = Math.max(...lines.map((line) => textWidth(line, style)));
  const share = Math.min(1, room / widest);
  if (lines.length < 3 && style.fontSize * share >= LEAST_SIZE * type.phase.fontSize) {
    return { word: lines.join('\n'), fontSize: Math.floor(style.fontSize * share) };
  }
  const least = { ...type.phase, fontSize: Math.ceil(LEAST_SIZE * type.phase.fontSize) };
  return { word: wrapLines(full, least, room, 2).join('\n'), fontSize: least.fontSize };
}

/** The overlay's panel: the ring with the current number, phase, repetition, set, side. */
export class PhasePanel
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** The phase's word as a whole; below, its lines and their font size, px. */
  private full = '';
  private word = '';
  private wordSize = 0;
  private wordY = -1;
  private look = '';
  private sign = '';
  private repetition = '';
  private place = '';
  private press = '';

  static override _template(): Lightning.Component.Template<Spec> {
    const { ring, ringY, textX } = places();
    return {
      w: PANEL.w,
      h: PANEL.h,
      Ground: {
        x: -1,
        y: -1,
        texture: plate(PANEL.w, PANEL.h, radius.large),
        color: colours.overlay,
      },
      Ring: { type: Ring, x: PAD, y: ringY, w: ring, h: ring },
      Number: {
        type: Digits,
        x: PAD + ring / 2,
        y: Math.round(PANEL.h / 2 + (CAPITAL * type.count.fontSize) / 2 - type.count.fontSize),
        style: type.count,
        align: 'center',
        isTime: true,
        room: ring - 2 * RING_EDGE,
      },
      Press: {
        mount: 0.5,
        x: PAD + ring / 2,
        y: Math.round(PANEL.h / 2),
        visible: false,
        color: colours.text,
      },
      Countdown: { type: Countdown, x: PAD + ring / 2, y: ringY + ring / 2 },
      Shape: { x: textX, w: SHAPE, h: SHAPE },
      Word: {},
      Repetition: {
        x: textX,
        visible: false,
        Label: { color: colours.text },
        Number: { type: Digits, style: type.heading },
        Of: { color: colours.text },
      },
      SideShape: { x: textX, w: SIDE_SHAPE, h: SIDE_SHAPE, visible: false },
      Place: { color: colours.soft },
    };
  }

  /** Draws an overlay state. It changes only the parts that differ from the state before. */
  show(overlay: PanelState, t: Translate): void {
    this.showPress(overlay.press);
    const number = this.getByRef('Number');
    const ring = this.getByRef('Ring');
    if (number) {
      number.visible = overlay.press === undefined;
      number.isTime = overlay.numberKind === 'seconds';
      number.value = overlay.number;
      // The last three counts before a change have the phase's colour, a word and a shape.
      const ink = overlay.countdown ? phaseColour(phaseLook(overlay)) : colours.text;
      number.ink = ink;
      this.getByRef('Countdown')?.show(overlay.countdown, t('player.countdown'), ink);
    }
    if (ring) ring.progress = overlay.progress;
    const place = setAndSide(overlay, t);
    this.showPhase(overlay, t, place !== '');
    const twoLines = this.word.includes('\n');
    this.showRepetition(overlay, t, twoLines);
    this.showPlace(place, overlay.side, twoLines);
  }

  /** Draws the name of the key that is waited for, in place of the number. */
  private showPress(press = '') {
    if (press === this.press) return;
    this.press = press;
    const { ring } = places();
    const style = type.phase;
    const share = Math.min(1, (ring - 2 * RING_EDGE) / textWidth(press, style));
    const fontSize = Math.floor(style.fontSize * share);
    this.patch({
      Press: press
        ? { visible: true, text: { ...style, fontSize, text: press } }
        : { visible: false },
    });
  }

  private showPhase(overlay: PanelState, t: Translate, hasPlace: boolean) {
    const look = phaseLook(overlay);
    const ink = phaseColour(look);
    const sign = signOf(look, overlay.word !== undefined);
    if (look !== this.look || sign !== this.sign) {
      this.look = look;
      this.sign = sign;
      this.patch({
        Ring: { ink, thickness: phaseLooks[look].thickness },
        Shape: { color: ink },
        Word: { color: ink },
      });
      const shape = this.getByRef('Shape');
      if (shape) swapTexture(shape, overlayShapes(this.stage).phase[sign]);
    }
    const full = phaseWord(t, overlay);
    const { textW, textX } = places();
    const isOther = full !== this.full;
    if (isOther) {
      this.full = full;
      const { fontSize, word } = setWord(full, textW - SHAPE - SHAPE_GAP);
      this.word = word;
      this.wordSize = fontSize;
    }
    const { word, wordSize: fontSize } = this;
    const wordY = wordTop(word.includes('\n'), countsRepetitions(overlay), hasPlace);
    if (!isOther && wordY === this.wordY) return;
    this.wordY = wordY;
    this.patch({
      Shape: { y: wordY + type.phase.fontSize - (CAPITAL * type.phase.fontSize + SHAPE) / 2 },
      Word: {
        x: textX + SHAPE + SHAPE_GAP,
        y: wordY + type.phase.fontSize - fontSize,
        text: boxed(sized(fontSize), word.split('\n'), textW - SHAPE - SHAPE_GAP),
      },
    });
  }

  /** Draws the line "Herhaling 7 van 15". The number is made of digits, since it alone changes. */
  private showRepetition(overlay: PanelState, t: Translate, twoLines: boolean) {
    const hasRepetition = countsRepetitions(overlay);
    const key = hasRepetition ? `${overlay.repetitions} ${twoLines}` : '';
    if (key !== this.repetition) {
      this.repetition = key;
      const { bottom, line } = places();
      const label = t('player.repetition');
      this.patch({
        Repetition: hasRepetition
          ? {
              visible: true,
              y: bottom - line * 2 - (twoLines ? -10 : 16),
              Label: { text: { ...type.lead, text: label } },
              Number: { x: textWidth(`${label} `, type.lead) },
              Of: { text: { ...type.lead, text: t('player.of', { n: overlay.repetitions }) } },
            }
          : { visible: false },
      });
    }
    if (!hasRepetition) return;
    const line = this.getByRef('Repetition');
    const digits = line?.getByRef('Number');
    const of = line?.getByRef('Of');
    if (!digits || !of || digits.value === overlay.repetition) return;
    digits.value = overlay.repetition;
    of.x = digits.x + digits.w + textWidth(' ', type.lead);
  }

  /** Draws set and side. They are larger when there is no repetition above them. */
  private showPlace(place: string, side: Side | undefined, twoLines: boolean) {
    const isAlone = this.repetition === '';
    const key = `${place} ${side} ${isAlone} ${twoLines}`;
    if (key === this.place) return;
    this.place = key;
    const { bottom, line, textW, textX } = places();
    const left = side ? SIDE_SHAPE + SIDE_GAP : 0;
    const share = Math.min(1, (textW - left) / textWidth(place, type.lead));
    const size = Math.floor(type.lead.fontSize * share);
    const y = isAlone && !twoLines ? bottom - line - 36 : bottom - line;
    const color = isAlone ? colours.text : colours.soft;
    const { fontSize } = type.lead;
    const drawnSide = {
      visible: true,
      testId: `side:${side}`,
      y: y + fontSize - (CAPITAL * fontSize + SIDE_SHAPE) / 2,
      color,
    };
    this.patch({
      SideShape: side ? drawnSide : { visible: false },
      Place: place
        ? {
            visible: true,
            x: textX + left,
            y: y + type.lead.fontSize - size,
            color,
            text: { ...type.lead, fontSize: size, text: place },
          }
        : { visible: false },
    });
    const shape = this.getByRef('SideShape');
    if (shape && side) swapTexture(shape, overlayShapes(this.stage).side[side]);
  }
}
