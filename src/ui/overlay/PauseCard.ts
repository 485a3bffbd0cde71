import { Lightning } from '@lightningjs/sdk';
import { colours, radius, screen, type } from '../theme';
import { textWidth } from '../theme/measure';
import { icon, plate } from '../theme/shapes';

interface Spec extends Lightning.Component.TemplateSpec {
  Scrim: object;
  Card: { Ground: object; Icon: object; Title: object; Text: object };
}

/** Of the card: its upper right, px. */
export interface Corner {
  right: number;
  top: number;
}

/** Below the exercise's name, however long that is. */
const USUAL: Corner = { right: screen.right, top: screen.top + 86 };

const H = 232;
const PAD = 56;
/** Side of its icon, px. */
export const PAUSE_ICON = 112;

/** Says that everything stands still, and how it goes on. */
export class PauseCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      visible: false,
      Scrim: { rect: true, w: screen.w, h: screen.h, color: 0x660a1413 },
      Card: {
        Ground: { x: -1, y: -1, color: colours.overlay },
        Icon: {
          x: PAD,
          y: (H - PAUSE_ICON) / 2,
          w: PAUSE_ICON,
          h: PAUSE_ICON,
          texture: icon('pause-solid', PAUSE_ICON),
          color: colours.accent,
        },
        Title: { x: PAD + PAUSE_ICON + 40, y: 34, color: colours.text },
        Text: { x: PAD + PAUSE_ICON + 40, y: 142, color: colours.soft },
      },
    };
  }

  /** @param corner where its upper right corner stands */
  say(title: string, text: string, corner: Corner = USUAL): void {
    const left = PAD + PAUSE_ICON + 40;
    const w = left + Math.max(textWidth(text, type.lead), textWidth(title, type.phase)) + PAD;
    this.patch({
      Card: {
        x: corner.right - w,
        y: corner.top,
        Ground: { texture: plate(w, H, radius.large) },
        Title: { text: { ...type.phase, text: title } },
        Text: { text: { ...type.lead, text } },
      },
    });
  }
}
