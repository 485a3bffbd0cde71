import { Lightning } from '@lightningjs/sdk';
import type { RemoteKey } from '../../../../tv/keyTables';
import type { ClickSpot } from '../../../access/spoken';
import { atSize, centredY, colours, motion, radius, screen, type } from '../../../theme';
import { textWidth } from '../../../theme/measure';
import { setNow } from '../../../theme/motion';
import { icon, plate } from '../../../theme/shapes';
import type { TypeStyle } from '../../../theme/sizes';

/** One key on the screen: a word on a key cap, or an arrow. */
interface DrawnKey {
  key: RemoteKey;
  cap?: string;
}

/** Keys with one meaning, and their current action. */
export interface Hint {
  keys: DrawnKey[];
  text: string;
  /** The key opens a question first. Such hints have lines of their own. */
  asks?: true;
}

/** Height of a line of hints at the current text size, px. */
export const hintLineH = (): number => atSize(56, 60, 64);
/** Space left and right of the hints, px. */
export const HINT_PAD = 20;
/** Side of a key's icon, px. */
export const HINT_ICON = 32;

/** Icons of the keys in hints. */
export const HINT_ICONS = ['arrow-left', 'arrow-right', 'arrow-up', 'arrow-down'] as const;
const ICONS: Record<RemoteKey, (typeof HINT_ICONS)[number] | undefined> = {
  Left: 'arrow-left',
  Right: 'arrow-right',
  Up: 'arrow-up',
  Down: 'arrow-down',
  Enter: undefined,
  Back: undefined,
};
const GAP = 10;
const BETWEEN = 26;
/** Seconds that the hints stay after a key. */
const HINTS_STAY = 7;
const SEEN_ALPHA = 0.01;

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Items: object;
}

/**
 * The current actions of the remote's keys, in as few lines as possible, aligned to the right. They
 * fade after some seconds and come back at a key.
 */
export class KeyHints
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** Largest width, px. Hints that don't fit side by side go below one another. */
  room: number = screen.w;
  private said = '';
  private clickable: ClickSpot[] = [];

  /** Places to click on the visible hints. A hint of two keys has a place per key. */
  get spots(): readonly ClickSpot[] {
    const { alpha = 1 } = this.getByRef('Items') ?? {};
    return alpha > SEEN_ALPHA ? this.clickable : [];
  }

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      mountX: 1,
      mountY: 1,
      Ground: { x: -1, y: -1, color: colours.overlay },
      Items: {},
    };
  }

  set hints(hints: readonly Hint[]) {
    const said = JSON.stringify([hints, this.room]);
    if (said === this.said) return;
    this.said = said;
    const tall = hintLineH();
    const lines = hintLines(hints, this.room);
    const { h, w } = sizeOf(lines);
    const fading: object[] = [];
    this.clickable = [];
    for (const [row, { from, to, wide }] of lines.entries()) {
      let x = w - HINT_PAD - wide;
      const y = row * tall;
      for (const hint of hints.slice(from, to)) {
        const own = widthOf(hint);
        fading.push(...drawn(hint, x, y));
        const each = (own + BETWEEN) / hint.keys.length;
        const left = x - BETWEEN / 2;
        for (const [at, { key }] of hint.keys.entries()) {
          this.clickable.push({ box: { x: left + at * each, y, w: each, h: tall }, key });
        }
        x += own + BETWEEN;
      }
    }
    this.patch({
      w,
      h,
      Ground: { texture: plate(w, h, radius.small), visible: hints.length > 0 },
      Items: { children: fading },
    });
  }

  /**
   * Shows all hints.
   * @param stay true: until the next call; false: they fade after some seconds
   */
  wake(stay: boolean): void {
    for (const element of [this.getByRef('Ground'), this.getByRef('Items')]) {
      if (!element) continue;
      setNow(element, 'alpha', 1);
      if (!stay) element.setSmooth('alpha', 0, { delay: HINTS_STAY, duration: 3 * motion.fade });
    }
  }
}

/** One line of hints: the first hint, the end (not included), and the width without the plate's edges, px. */
interface Line {
  from: number;
  to: number;
  wide: number;
}

/**
 * Puts hints on lines one after another.
 * @param widths of the hints, px
 * @param room width of a line, px
 * @param from place of the first hint
 */
function fill(widths: readonly number[], room: number, from = 0): Line[] {
  const lines: Line[] = [];
  for (const [at, wide] of widths.entries()) {
    const last = lines[lines.length - 1];
    const longer = last && last.wide + BETWEEN + wide;
    if (last && longer !== undefined && longer <= room) {
      last.wide = longer;
      last.to = from + at + 1;
    } else lines.push({ from: from + at, to: from + at + 1, wide });
  }
  return lines;
}

/** As few lines as possible, of about the same width, so that they cover little of the picture. */
function balanced(widths: readonly number[], room: number, from = 0): Line[] {
  let best = fill(widths, room, from);
  while (best.length > 1) {
    const widest = Math.max(...best.map(({ wide }) => wide));
    const narrower = fill(widths, widest - 1, from);
    if (narrower.length > best.length || narrower.some(({ wide }) => wide >= widest)) break;
    best = narrower;
  }
  return best;
}

/**
 * Puts all hints on one line if they fit. Otherwise the hints that act at once are above the ones that
 * ask, if that needs no extra line.
 * @param room width of the plate, px
 */
export function hintLines(hints: readonly Hint[], room: number): Line[] {
  const widths = hints.map(widthOf);
  const most = room - HINT_PAD * 2;
  const all = balanced(widths, most);
  const first = hints.findIndex(({ asks }) => asks);
  if (all.length < 2 || first < 1) return all;
  const grouped = [
    ...balanced(widths.slice(0, first), most),
    ...balanced(widths.slice(first), most, first),
  ];
  return grouped.length > all.length ? all : grouped;
}

const sizeOf = (lines: readonly Line[]): { w: number; h: number } => ({
  w: Math.max(0, ...lines.map(({ wide }) => wide)) + HINT_PAD * 2,
  h: lines.length * hintLineH(),
});

/** Width and height of the hints' plate in a room of this width, px. */
export const hintsSize = (hints: readonly Hint[], room: number): { w: number; h: number } =>
  sizeOf(hintLines(hints, room));

/** Width of a key on the screen and of the gap after it, px. */
const keyWidth = ({ cap }: DrawnKey): number =>
  (cap === undefined ? HINT_ICON : textWidth(cap, type.smallBold)) + GAP;

const widthOf = ({ keys, text }: Hint): number =>
  keys.reduce((sum, key) => sum + keyWidth(key), 0) + textWidth(text, type.small);

/** The elements of a hint: its keys and its text. */
function drawn({ keys, text }: Hint, left: number, top: number): object[] {
  const tall = hintLineH();
  const items: object[] = [];
  let x = left;
  const write = (words: string, style: TypeStyle, color: number) =>
    items.push({ x, y: top + centredY(tall, style), text: { ...style, text: words }, color });
  for (const key of keys) {
    const name = ICONS[key.key];
    if (key.cap !== undefined) write(key.cap, type.smallBold, colours.accent);
    else if (name) {
      items.push({
        x,
        y: top + (tall - HINT_ICON) / 2,
        w: HINT_ICON,
        h: HINT_ICON,
        texture: icon(name, HINT_ICON),
        color: colours.accent,
      });
    }
    x += keyWidth(key);
  }
  write(text, type.small, colours.text);
  return items;
}
