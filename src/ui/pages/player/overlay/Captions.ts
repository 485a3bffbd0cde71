import { Lightning } from '@lightningjs/sdk';
import type { Translate } from '../../../../texts/translate';
import type { CaptionState } from '../../../../timeline/captions';
import { type Phrase, phraseText, sentenceText } from '../../../../timeline/phrases';
import { atSize, colours, radius, screen, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { plate } from '../../../theme/shapes';
import { Digits } from './Digits';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Reading: object;
  Cue: object;
  Count: typeof Digits;
}

/**
 * Room for captions, px: beside the panel, above the key hints. Letters of the largest size need the
 * whole width, and stand above panel and instructor.
 */
export const CAPTIONS = {
  get w(): number {
    return atSize(874, 774, screen.right - screen.left);
  },
  get isAbove(): boolean {
    return atSize(false, false, true);
  },
  /** Tallest it should be; beyond it the instruction is set smaller. */
  get h(): number {
    return atSize(560, 560, 430);
  },
};
const PAD_X = 30;
const PAD_Y = 18;
const GAP = 10;
/** Grounds come in steps of so many px, so that they share their textures. */
const STEP = 48;

/**
 * What voice says, to be read: the instruction's sentence, and below it the cue with its running
 * count. Stands on its own ground; x is its middle, y its lower edge, or its upper edge above the panel.
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

  /** Height now, px; 0 while nothing is captioned. */
  get tall(): number {
    return this.visible ? this.h : 0;
  }

  /** Undefined hides them. */
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
    // Two digits and the blank before them.
    const countW = hasCount ? textWidth('  00', cueStyle) : 0;
    const cued = cue ? wrapLines(cue, cueStyle, room - countW) : [];
    const left = CAPTIONS.h - PAD_Y * 2 - GAP - cued.length * cueStyle.lineHeight;
    const fits = wrapLines(reading, type.reading, room).length * type.reading.lineHeight <= left;
    const readingStyle = fits ? type.reading : type.body;
    const read = reading ? wrapLines(reading, readingStyle, room) : [];
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
            text: { ...readingStyle, text: read.join('\n') },
          }
        : { visible: false },
      Cue: cued.length
        ? { visible: true, x, y: cueY - 4, text: { ...cueStyle, text: cued.join('\n') } }
        : { visible: false },
      Count: {
        visible: hasCount,
        x: x + lastW + textWidth(' ', cueStyle) * (lastW ? 2 : 0),
        y: cueY - 4 + Math.max(0, cued.length - 1) * cueStyle.lineHeight,
      },
    });
  }
}
