import { Lightning } from '@lightningjs/sdk';
import { colours, radius, screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { plate } from '../theme/shapes';
import { boxed } from '../theme/textBox';

interface Spec extends Lightning.Component.TemplateSpec {
  Plate: object;
  Title: object;
  Why: object;
  Staff: object;
}

const W = 1120;
const PAD = 56;

/**
 * A notice in the middle of a screen that nobody operates. It says whose screen this is, and tells staff the
 * way out.
 */
export class DeskNotice
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    const line = { x: W / 2, mountX: 0.5 };
    return {
      x: (screen.w - W) / 2,
      visible: false,
      Plate: { x: -1, y: -1, color: colours.cardHigh },
      Title: { ...line, color: colours.text },
      Why: { ...line, color: colours.text },
      Staff: { ...line, color: colours.soft },
    };
  }

  /** @param why empty where the title says all */
  say(title: string, why: string, staff: string): void {
    const said = [title, why, staff].join('\n');
    if (said === this.said) return;
    this.said = said;
    let y = PAD;
    const put = (text: string, style: typeof type.body, after: number) => {
      const lines = text ? wrapLines(text, style, W - 2 * PAD) : [];
      const at = y;
      y += lines.length * style.lineHeight + after;
      return { y: at, text: { ...boxed(style, lines, 0), textAlign: 'center' as const } };
    };
    this.patch({
      Title: put(title, type.display, 20),
      Why: put(why, type.body, 32),
      Staff: put(staff, type.small, PAD - 8),
    });
    this.patch({ y: (screen.h - y) / 2, Plate: { texture: plate(W, y, radius.large) } });
  }
}
