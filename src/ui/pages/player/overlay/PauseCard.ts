import { Lightning } from '@lightningjs/sdk';
import { atSize, colours, radius, screen, type } from '../../../theme';
import { textWidth, wrapLines } from '../../../theme/measure';
import { PAUSE_SCRIM } from '../../../theme/palettes';
import { icon, plate } from '../../../theme/shapes';
import { CAPITAL } from '../../../theme/sizes';
import { boxed } from '../../../theme/textBox';
import { NEXT } from './NextCard';

interface Spec extends Lightning.Component.TemplateSpec {
  bottom: number;
  Scrim: object;
  Card: { Ground: object; Icon: object; Title: object; Text: object };
}

/** Upper right corner of the card, px. */
export interface Corner {
  right: number;
  top: number;
}

/** The usual corner: below the exercise's name, whatever the name's length is. */
const USUAL: Corner = { right: screen.right, top: screen.top + 86 };

/** Side of its icon, px. */
export const PAUSE_ICON = 112;
const ICON_GAP = 40;
const GAP = 12;
/** Most lines below the title. */
const LINES = 5;

/**
 * Says that the session is paused, and how to continue. It is in the upper corner, or beside the panel
 * when the captions are at the top. Beside the panel there is room for the word but not for its icon.
 */
export class PauseCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** Lower edge of the card when it is beside the panel, px. */
  bottom = 0;
  private isBeside = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Scrim: { rect: true, w: screen.w, h: screen.h, color: PAUSE_SCRIM },
      Card: {
        Ground: { x: -1, y: -1, color: colours.overlay },
        Icon: {
          w: PAUSE_ICON,
          h: PAUSE_ICON,
          texture: icon('pause-solid', PAUSE_ICON),
          color: colours.accent,
        },
        Title: { color: colours.text },
        Text: { color: colours.soft },
      },
    };
  }

  /** @param corner upper right corner, at every text size; absent: the usual place */
  say(title: string, text: string, corner?: Corner): void {
    this.isBeside = !corner && atSize(false, false, true);
    const pad = this.isBeside ? 36 : 56;
    const left = pad + (this.isBeside ? 0 : PAUSE_ICON + ICON_GAP);
    const { right, top } = corner ?? USUAL;
    const most = this.isBeside ? NEXT.w : right - screen.left;
    const lines = wrapLines(text, type.lead, most - left - pad, LINES);
    const widest = Math.max(...lines.map((line) => textWidth(line, type.lead)));
    const w = left + Math.max(widest, textWidth(title, type.phase)) + pad;
    // The blank above the word's capitals counts as part of the padding.
    const titleY = pad - Math.round((1 - CAPITAL) * type.phase.fontSize) + 8;
    const textY = titleY + type.phase.lineHeight + GAP;
    const h = textY + lines.length * type.lead.lineHeight + pad - 20;
    this.patch({
      Card: {
        x: right - w,
        y: this.isBeside ? this.bottom - h : top,
        Ground: { texture: plate(w, h, radius.large) },
        Icon: { visible: !this.isBeside, x: pad, y: (h - PAUSE_ICON) / 2 },
        Title: { x: left, y: titleY, text: { ...type.phase, text: title } },
        Text: { x: left, y: textY, text: boxed(type.lead, lines, widest) },
      },
    });
  }
}
