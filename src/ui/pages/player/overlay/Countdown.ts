import { Lightning } from '@lightningjs/sdk';
import { colours, type } from '../../../theme';
import { textWidth } from '../../../theme/measure';
import { plate } from '../../../theme/shapes';

interface Spec extends Lightning.Component.TemplateSpec {
  isTight: boolean;
  Word: object;
  Dots: object;
}

const DOT = 16;
const BETWEEN = 30;
/**
 * Distance of the word from the ring's middle (upwards) and of the dots (downwards), px. Both are
 * outside the number.
 */
const WORD_Y = -72;
/** The same for a number that is large for its ring; width of the word and size of its letters, px. */
const TIGHT = { wordY: -82, wordW: 84, fontSize: 26 } as const;
const DOTS_Y = 74;
const MOST = 3;
/** Width of the word in the ring, px. */
const WORD_W = 110;

/**
 * Warns of a change: the word "nog" above the ring's number, and a dot below it for each remaining
 * second. Word and dots help people who can't see the change of colour.
 */
export class Countdown
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** True when the number is large for its ring. */
  isTight = false;
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Word: { mount: 0.5, y: WORD_Y },
      Dots: {
        children: Array.from({ length: MOST }, (_, at) => ({
          testId: 'countdown',
          mount: 0.5,
          x: (at - (MOST - 1) / 2) * BETWEEN,
          y: DOTS_Y,
          w: DOT,
          h: DOT,
          texture: plate(DOT, DOT, DOT / 2),
        })),
      },
    };
  }

  /**
   * @param left whole seconds until the change; undefined hides the warning
   * @param word word above the number
   * @param ink colour, ARGB
   */
  show(left: number | undefined, word: string, ink: number = colours.text): void {
    this.visible = left !== undefined;
    if (left === undefined) return;
    const said = `${left} ${word} ${ink}`;
    if (said === this.said) return;
    this.said = said;
    const { isTight } = this;
    const full = isTight ? { ...type.smallBold, fontSize: TIGHT.fontSize } : type.smallBold;
    const fits = Math.min(1, (isTight ? TIGHT.wordW : WORD_W) / textWidth(word, full));
    const style = { ...full, fontSize: Math.floor(full.fontSize * fits) };
    const y = isTight ? TIGHT.wordY : WORD_Y;
    this.patch({ Word: { y, color: ink, text: { ...style, text: word } } });
    for (const [at, dot] of (this.getByRef('Dots')?.children ?? []).entries()) {
      dot.visible = at < left;
      dot.color = ink;
    }
  }
}
