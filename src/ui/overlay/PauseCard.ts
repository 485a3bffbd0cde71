import { Lightning } from '@lightningjs/sdk';
import { colours, radius, screen, type } from '../theme';
import { textWidth } from '../theme/measure';
import { icon, plate } from '../theme/shapes';

interface Spec extends Lightning.Component.TemplateSpec {
  Scrim: object;
  Card: { Ground: object; Icon: object; Title: object; Text: object };
}

const H = 232;
const PAD = 56;
const ICON = 112;

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
          y: (H - ICON) / 2,
          w: ICON,
          h: ICON,
          texture: icon('pause-solid', ICON),
          color: colours.accent,
        },
        Title: { x: PAD + ICON + 40, y: 34, color: colours.text },
        Text: { x: PAD + ICON + 40, y: 142, color: colours.soft },
      },
    };
  }

  say(title: string, text: string): void {
    const left = PAD + ICON + 40;
    const w = left + Math.max(textWidth(text, type.lead), textWidth(title, type.phase)) + PAD;
    this.patch({
      Card: {
        x: screen.right - w,
        y: screen.top,
        Ground: { texture: plate(w, H, radius.large) },
        Title: { text: { ...type.phase, text: title } },
        Text: { text: { ...type.lead, text } },
      },
    });
  }
}
