import { Lightning } from '@lightningjs/sdk';
import type { ClickSpot, SpokenKey } from '../../../access/spoken';
import { atSize, centredY, colours, radius, screen, type } from '../../../theme';
import { textWidth } from '../../../theme/measure';
import { icon, plate } from '../../../theme/shapes';
import type { TypeStyle } from '../../../theme/sizes';

/** One key and what it does now. */
export interface Hint {
  /** Icons of arrow keys, or a word on a key cap. */
  keys: (ArrowIcon | { cap: string; key: SpokenKey })[];
  text: string;
}

const lineH = (): number => atSize(56, 60, 64);
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
  /** Widest it may be, px: hints that don't fit beside one another stand below. */
  room: number = screen.w;
  private said = '';
  private clickable: ClickSpot[] = [];

  /** Each hint, where it has two keys its halves: the key it tells of. */
  get spots(): readonly ClickSpot[] {
    return this.clickable;
  }

  static override _template(): Lightning.Component.Template {
    return {
      mountX: 1,
      mountY: 1,
      Ground: { x: -1, y: -1, color: colours.overlay },
      Items: {},
    };
  }

  set hints(hints: readonly Hint[]) {
    const said = JSON.stringify(hints);
    if (said === this.said) return;
    this.said = said;
    const tall = lineH();
    const items: object[] = [];
    this.clickable = [];
    let x = PAD;
    let row = 0;
    let w = 0;
    for (const hint of hints) {
      const wide = widthOf(hint);
      if (x > PAD && x + wide + PAD > this.room) {
        x = PAD;
        row += 1;
      }
      items.push(...drawn(hint, x, row * tall));
      const each = (wide + BETWEEN) / hint.keys.length;
      const from = x - BETWEEN / 2;
      this.clickable.push(
        ...hint.keys.map((key, at) => ({
          box: { x: from + at * each, y: row * tall, w: each, h: tall },
          key: typeof key === 'string' ? ARROWS[key] : key.key,
        })),
      );
      x += wide + BETWEEN;
      w = Math.max(w, x - BETWEEN + PAD);
    }
    const h = (row + 1) * tall;
    this.patch({
      w,
      h,
      Ground: { texture: plate(w, h, radius.small), visible: hints.length > 0 },
      Items: { children: items },
    });
  }
}

/** Width of a key on the screen and the gap after it, px. */
const keyWidth = (key: Hint['keys'][number]): number =>
  (typeof key === 'string' ? HINT_ICON : textWidth(key.cap, type.smallBold)) + GAP;

const widthOf = ({ keys, text }: Hint): number =>
  keys.reduce((sum, key) => sum + keyWidth(key), 0) + textWidth(text, type.small);

/** A hint's keys, and what they do. */
function drawn({ keys, text }: Hint, left: number, top: number): object[] {
  const tall = lineH();
  const items: object[] = [];
  let x = left;
  const write = (words: string, style: TypeStyle, color: number) =>
    items.push({ x, y: top + centredY(tall, style), text: { ...style, text: words }, color });
  for (const key of keys) {
    if (typeof key === 'string') {
      items.push({
        x,
        y: top + (tall - HINT_ICON) / 2,
        w: HINT_ICON,
        h: HINT_ICON,
        texture: icon(key, HINT_ICON),
        color: colours.accent,
      });
    } else write(key.cap, type.smallBold, colours.accent);
    x += keyWidth(key);
  }
  write(text, type.small, colours.text);
  return items;
}
