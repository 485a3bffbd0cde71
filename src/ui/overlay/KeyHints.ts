import { Lightning } from '@lightningjs/sdk';
import { centredY, colours, radius, type } from '../theme';
import { textWidth } from '../theme/measure';
import { type IconName, icon, plate } from '../theme/shapes';

/** One key and what it does now. */
export interface Hint {
  /** Icons of arrow keys, or a word on a key cap. */
  keys: (IconName | { cap: string })[];
  text: string;
}

const H = 56;
const PAD = 20;
/** Side of a key's icon, px. */
export const HINT_ICON = 32;

/** Icons of keys that hints name. */
export const HINT_ICONS = ['arrow-left', 'arrow-right', 'arrow-up', 'arrow-down'] as const;
const GAP = 10;
const BETWEEN = 26;

/** What the remote's keys do now: fades away after a while, comes back at a key. */
export class KeyHints extends Lightning.Component {
  private said = '';

  static override _template(): Lightning.Component.Template {
    return { h: H, mountX: 1, Ground: { x: -1, y: -1, color: colours.overlay }, Items: {} };
  }

  set hints(hints: readonly Hint[]) {
    const said = JSON.stringify(hints);
    if (said === this.said) return;
    this.said = said;
    const items: object[] = [];
    let x = PAD;
    for (const { keys, text } of hints) {
      for (const key of keys) {
        if (typeof key === 'string') {
          const texture = icon(key, HINT_ICON);
          items.push({
            x,
            y: (H - HINT_ICON) / 2,
            w: HINT_ICON,
            h: HINT_ICON,
            texture,
            color: colours.accent,
          });
          x += HINT_ICON + GAP;
        } else {
          const y = centredY(H, type.smallBold);
          items.push({ x, y, text: { ...type.smallBold, text: key.cap }, color: colours.accent });
          x += textWidth(key.cap, type.smallBold) + GAP;
        }
      }
      items.push({
        x,
        y: centredY(H, type.small),
        text: { ...type.small, text },
        color: colours.text,
      });
      x += textWidth(text, type.small) + BETWEEN;
    }
    const w = Math.max(0, x - BETWEEN + PAD);
    this.patch({
      w,
      Ground: { texture: plate(w, H, radius.small), visible: hints.length > 0 },
      Items: { children: items },
    });
  }
}
