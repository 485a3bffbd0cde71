import { Lightning } from '@lightningjs/sdk';
import type { SpokenKey, Spot } from '../access/spoken';
import { centredY, colours, radius, type } from '../theme';
import { textWidth } from '../theme/measure';
import { icon, plate } from '../theme/shapes';

/** One key and what it does now. */
export interface Hint {
  /** Icons of arrow keys, or a word on a key cap. */
  keys: (ArrowIcon | { cap: string; key: SpokenKey })[];
  text: string;
}

const H = 56;
const PAD = 20;
/** Side of a key's icon, px. */
export const HINT_ICON = 32;

/** Icons of keys that hints name. */
export const HINT_ICONS = ['arrow-left', 'arrow-right', 'arrow-up', 'arrow-down'] as const;
type ArrowIcon = (typeof HINT_ICONS)[number];
const ARROWS: Record<ArrowIcon, SpokenKey> = {
  'arrow-left': 'Left',
  'arrow-right': 'Right',
  'arrow-up': 'Up',
  'arrow-down': 'Down',
};
const GAP = 10;
const BETWEEN = 26;

/** What the remote's keys do now: fades away after a while, comes back at a key. */
export class KeyHints extends Lightning.Component {
  private said = '';
  private clickable: Spot[] = [];

  /** Each hint, where it has two keys its halves: the key it tells of. */
  get spots(): readonly Spot[] {
    return this.clickable;
  }

  static override _template(): Lightning.Component.Template {
    return { h: H, mountX: 1, Ground: { x: -1, y: -1, color: colours.overlay }, Items: {} };
  }

  set hints(hints: readonly Hint[]) {
    const said = JSON.stringify(hints);
    if (said === this.said) return;
    this.said = said;
    const items: object[] = [];
    this.clickable = [];
    let x = PAD;
    for (const { keys, text } of hints) {
      const from = x - BETWEEN / 2;
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
      const w = (x - BETWEEN / 2 - from) / keys.length;
      this.clickable.push(
        ...keys.map((key, at) => ({
          box: { x: from + at * w, y: 0, w, h: H },
          key: typeof key === 'string' ? ARROWS[key] : key.key,
        })),
      );
    }
    const whole = Math.max(0, x - BETWEEN + PAD);
    this.patch({
      w: whole,
      Ground: { texture: plate(whole, H, radius.small), visible: hints.length > 0 },
      Items: { children: items },
    });
  }
}
