import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import type { CaptionState } from '../../../../timeline/captions';
import { type Phrase, phraseText, sentenceText } from '../../../../timeline/phrases';
import { colours, radius, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { plate } from '../../../theme/shapes';
import type { TypeStyle } from '../../../theme/sizes';
import { boxed } from '../../../theme/textBox';
import { Digits } from './Digits';

interface Spec extends Lightning.Component.TemplateSpec {
  room: Room;
  Ground: object;
  Reading: object;
  Cue: object;
  Count: typeof Digits;
}

const PAD_X = 30;
const PAD_Y = 18;
const GAP = 10;
/** Widths of the ground are multiples of this, px, so that captions share textures. */
const STEP = 48;

/** Largest width and height, px. */
interface Room {
  w: number;
  h: number;
}

interface Words {
  cue: string;
  reading: string;
  hasCount: boolean;
}

function wordsOf(state: CaptionState | undefined, t: Translate): Words {
  const words = (says: readonly Phrase[] = []) =>
    says.length ? sentenceText((one) => phraseText((key) => t(key), one), says) : '';
  return {
    cue: words(state?.cue?.says),
    reading: words(state?.reading?.says),
    hasCount: state?.count !== undefined,
  };
}

/** Lines and places of a caption, px, with letters of these styles. */
function linesIn(
  { cue, hasCount, reading }: Words,
  { h: mostH, w: most }: Room,
  cueStyle: TypeStyle,
  readingStyle: TypeStyle,
  isCut = false,
) {
  const room = most - PAD_X * 2;
  // Room for two digits and the spaces before them.
  const countW = hasCount ? textWidth('  00', cueStyle) : 0;
  const forAll = mostH - PAD_Y * 2;
  const mostCued = isCut ? forAll / cueStyle.lineHeight / (reading ? 2 : 1) : undefined;
  const cued = cue ? wrapLines(cue, cueStyle, room - countW, mostCued) : [];
  const forRead = forAll - GAP - cued.length * cueStyle.lineHeight;
  const mostRead = isCut ? forRead / readingStyle.lineHeight : undefined;
  const read = reading ? wrapLines(reading, readingStyle, room, mostRead) : [];
  const lastW = textWidth(cued[cued.length - 1] ?? '', cueStyle);
  const widest = Math.max(
    ...read.map((line) => textWidth(line, readingStyle)),
    ...cued.map((line) => textWidth(line, cueStyle)),
    lastW + countW,
  );
  const w = Math.min(most, Math.ceil((widest + PAD_X * 2) / STEP) * STEP);
  const x = Math.max(PAD_X, Math.round((w - widest) / 2));
  const gap = read.length && cued.length ? GAP : 0;
  const cueY = PAD_Y + read.length * readingStyle.lineHeight + gap;
  const h = cueY + cued.length * cueStyle.lineHeight + PAD_Y;
  return { cued, cueStyle, cueY, h, lastW, read, readingStyle, w, widest, x };
}

/**
 * A caption with the largest letters that its room allows. The instruction's letters shrink first, and
 * the cue's only where there is no room for both.
 */
function layOut(words: Words, room: Room) {
  let laid = linesIn(words, room, type.cue, type.reading);
  for (const cueStyle of [type.cue, type.display, type.title, type.heading]) {
    if (cueStyle.fontSize > type.cue.fontSize) continue;
    for (const readingStyle of [type.reading, type.body, type.small]) {
      if (laid.h <= room.h) return laid;
      laid = linesIn(words, room, cueStyle, readingStyle);
    }
  }
  if (laid.h <= room.h) return laid;
  // No letters are small enough: the cue stays, and what is read ends in an ellipsis.
  return linesIn(words, room, type.heading, type.small, true);
}

/**
 * The voice as text: the instruction's sentence, and below it the cue with its count. The captions have
 * a ground. Their x is the middle, and their y is the lower edge.
 */
export class Captions
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** Largest width and height, px. */
  room: Room = { w: 874, h: 560 };
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      mountX: 0.5,
      mountY: 1,
      Ground: { x: -1, y: -1, color: colours.overlay },
      Reading: { color: colours.text },
      Cue: { color: colours.accent },
      Count: { type: Digits, style: type.cue, ink: colours.accent, visible: false },
    };
  }

  /** Current height, px; 0 without a caption. */
  get tall(): number {
    return this.visible ? this.h : 0;
  }

  /** Height of a caption in a room, px. */
  static heightOf(state: CaptionState, t: Translate, room: Room): number {
    const said = wordsOf(state, t);
    return said.cue || said.reading ? layOut(said, room).h : 0;
  }

  /** Shows a caption; undefined hides it. */
  show(state: CaptionState | undefined, t: Translate): void {
    const words = wordsOf(state, t);
    this.visible = words.cue !== '' || words.reading !== '';
    if (!this.visible) return;
    const said = JSON.stringify([words, this.room]);
    if (said !== this.said) {
      this.said = said;
      this.draw(words);
    }
    const count = this.getByRef('Count');
    if (count && state?.count !== undefined) count.value = state.count;
  }

  private draw(words: Words) {
    const { cued, cueStyle, cueY, h, lastW, read, readingStyle, w, widest, x } = layOut(
      words,
      this.room,
    );
    this.patch({
      w,
      h,
      // Its size holds at once; the texture may come a frame later.
      Ground: { w: w + 2, h: h + 2, texture: plate(w, h, radius.medium) },
      Reading: read.length
        ? {
            visible: true,
            x,
            y: PAD_Y - 4,
            text: boxed(readingStyle, read, widest),
          }
        : { visible: false },
      Cue: cued.length
        ? { visible: true, x, y: cueY - 4, text: boxed(cueStyle, cued, widest) }
        : { visible: false },
      Count: {
        style: cueStyle,
        visible: words.hasCount,
        x: x + lastW + textWidth(' ', cueStyle) * (lastW ? 2 : 0),
        y: cueY - 4 + Math.max(0, cued.length - 1) * cueStyle.lineHeight,
      },
    });
  }
}
