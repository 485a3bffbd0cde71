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
/** Middle of the word above the ring's middle, and of the dots below it, px: clear of its number. */
const WORD_Y = -72;
/** The same above a number that leaves less room in its ring. */
const TIGHT = { wordY: -82, wordW: 84, fontSize: 26 } as const;
const DOTS_Y = 74;
const MOST = 3;
/** Width that the ring leaves for the word, px. */
const WORD_W = 110;

/**
 * Warns of a change: "nog" above the ring's number and as many dots below it as seconds are left. A
 * word and a shape, since the number's colour alone would tell it to few.
 */
export class Countdown
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** The number is large for its ring. */
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
   * @param left whole seconds to the change; undefined when it is further off
   * @param word what stands above the number
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
