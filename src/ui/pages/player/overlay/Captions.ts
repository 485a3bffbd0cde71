import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import type { CaptionState } from '../../../../timeline/captions';
import { type Phrase, phraseText, sentenceText } from '../../../../timeline/phrases';
import { atSize, colours, radius, screen, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { plate } from '../../../theme/shapes';
import { boxed } from '../../../theme/textBox';
import { Digits } from './Digits';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Reading: object;
  Cue: object;
  Count: typeof Digits;
}

/**
 * Box of the captions, px: beside the panel, above the key hints. At the largest text size the letters
 * need the whole width, so the captions are above the panel and the instructor.
 */
export const CAPTIONS = {
  get w(): number {
    return atSize(874, 774, screen.right - screen.left);
  },
  get isAbove(): boolean {
    return atSize(false, false, true);
  },
  /** Usual largest height, px. A taller caption gets smaller letters for its instruction. */
  get h(): number {
    return atSize(560, 560, 430);
  },
};
const PAD_X = 30;
const PAD_Y = 18;
const GAP = 10;
/** Widths of the ground are multiples of this, px, so that captions share textures. */
const STEP = 48;

/**
 * The voice as text: the instruction's sentence, and below it the cue with its count. The captions have
 * a ground. Their x is the middle; their y is the lower edge, or the upper edge when they are above the
 * panel.
 */
export class Captions
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      mountX: 0.5,
      mountY: CAPTIONS.isAbove ? 0 : 1,
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

  /** Shows a caption; undefined hides it. */
  show(state: CaptionState | undefined, t: Translate): void {
    const words = (says: readonly Phrase[] = []) =>
      says.length ? sentenceText((one) => phraseText((key) => t(key), one), says) : '';
    const cue = words(state?.cue?.says);
    const reading = words(state?.reading?.says);
    this.visible = cue !== '' || reading !== '';
    if (!this.visible) return;
    const hasCount = state?.count !== undefined;
    const said = `${cue}\n${reading}\n${hasCount}`;
    if (said !== this.said) {
      this.said = said;
      this.layOut(cue, reading, hasCount);
    }
    const count = this.getByRef('Count');
    if (count && state?.count !== undefined) count.value = state.count;
  }

  private layOut(cue: string, reading: string, hasCount: boolean) {
    const cueStyle = type.cue;
    const room = CAPTIONS.w - PAD_X * 2;
    // Room for two digits and the spaces before them.
    const countW = hasCount ? textWidth('  00', cueStyle) : 0;
    const mostCued = (CAPTIONS.h - PAD_Y * 2) / cueStyle.lineHeight;
    const cued = cue ? wrapLines(cue, cueStyle, room - countW, mostCued) : [];
    const left = CAPTIONS.h - PAD_Y * 2 - GAP - cued.length * cueStyle.lineHeight;
    const fits = wrapLines(reading, type.reading, room).length * type.reading.lineHeight <= left;
    const readingStyle = fits ? type.reading : type.body;
    const mostRead = left / readingStyle.lineHeight;
    const read = reading && mostRead >= 1 ? wrapLines(reading, readingStyle, room, mostRead) : [];
    const lastW = textWidth(cued[cued.length - 1] ?? '', cueStyle);
    const widest = Math.max(
      ...read.map((line) => textWidth(line, readingStyle)),
      ...cued.map((line) => textWidth(line, cueStyle)),
      lastW + countW,
    );
    const w = Math.min(CAPTIONS.w, Math.ceil((widest + PAD_X * 2) / STEP) * STEP);
    const x = Math.max(PAD_X, Math.round((w - widest) / 2));
    const readH = read.length * readingStyle.lineHeight;
    const gap = read.length && cued.length ? GAP : 0;
    const cueY = PAD_Y + readH + gap;
    const h = cueY + cued.length * cueStyle.lineHeight + PAD_Y;
    this.patch({
      w,
      h,
      Ground: { texture: plate(w, h, radius.medium) },
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
        visible: hasCount,
        x: x + lastW + textWidth(' ', cueStyle) * (lastW ? 2 : 0),
        y: cueY - 4 + Math.max(0, cued.length - 1) * cueStyle.lineHeight,
      },
    });
  }
}
