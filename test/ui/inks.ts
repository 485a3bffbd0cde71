/** Reads from the stage the colour of each visible text, and the colour of its ground. */

import { screen } from '../../src/ui/theme';
import { settled } from '../../src/ui/theme/motion';
import type { Rgb } from '../support/colour';
import { blend } from '../support/colour';

/** The parts of Lightning's elements that it reads. */
export interface Node {
  ref?: string;
  visible: boolean;
  alpha: number;
  color: number;
  rect: boolean;
  texture: { _lookupId?: string; _src?: string } | null;
  text?: { text: string; fontSize: number } | null;
  x: number;
  y: number;
  w: number;
  h: number;
  mountX: number;
  mountY: number;
  scaleX: number;
  renderWidth: number;
  renderHeight: number;
  children: Node[];
  colorUl: number;
  colorUr: number;
  colorBl: number;
  colorBr: number;
}

/** A visible text or icon, with its ground. */
interface Inked {
  /** The text, or the file of an icon. */
  what: string;
  isText: boolean;
  ink: Rgb;
  ground: Rgb;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boxes painted so far: a colour for each corner, or a picture, which may have any colour. */
type Painted = Box & { argb: number[]; alpha: number };

const SEEN = 0.05;
/** The size and the file of an icon or pictogram. */
const ICON = /^svg.*?([\w-]+)\.svg/;
/** The id of a filled rounded rectangle: `rect`, width, height, stroke width, stroke colour, filled, … */
const PLATE = /^rect(\d+),(\d+),[^,]*,[^,]*,1,/;

/** Width and height of a plate's texture; undefined for other textures. */
function plateOf({ texture }: Node): [number, number] | undefined {
  const [, w, h] = PLATE.exec(texture?._lookupId ?? '') ?? [];
  return w && h ? [Number(w), Number(h)] : undefined;
}

const isOnStage = (x: number, y: number): boolean =>
  x >= 0 && x <= screen.w && y >= 0 && y <= screen.h;

/**
 * Every text and icon below an element, with its ink blended into its ground, when nothing moves any more.
 * @param behind the colour under the canvas: the page, or the brightest picture of the video
 * @param picture the colour that stands for an image: the worst one for the texts on it
 */
export function inksOf(root: Node, behind: Rgb, picture: Rgb): Inked[] {
  const painted: Painted[] = [];
  const found: Inked[] = [];

  const groundAt = (x: number, y: number): Rgb => {
    let ground = behind;
    for (const { alpha, argb, bottom, left, right, top } of painted) {
      if (x < left || x > right || y < top || y > bottom) continue;
      // The lightest colour of a gradient, since the inks here are light.
      const laid = argb.map((one) => blend(ground, one, alpha));
      ground = laid.reduce((a, b) => (a[0] + a[1] + a[2] > b[0] + b[1] + b[2] ? a : b));
    }
    return ground;
  };

  const walk = (node: Node, x: number, y: number, alpha: number) => {
    const shown = alpha * settled(node, 'alpha');
    if (!node.visible || shown < SEEN) return;
    const plate = plateOf(node);
    const w = plate?.[0] ?? (node.w || node.renderWidth);
    const h = plate?.[1] ?? (node.h || node.renderHeight);
    const left = x + settled(node, 'x') - node.mountX * w;
    const top = y + settled(node, 'y') - node.mountY * h;
    const box = { left, top, right: left + w, bottom: top + h };
    const note = (what: string, isText: boolean, size: number) => {
      // A point within the first letter.
      const [px, py] = [left + size * 0.3, top + size * 0.7];
      if (!isOnStage(px, py)) return;
      const ground = groundAt(px, py);
      found.push({ what, isText, ground, ink: blend(ground, node.color, shown) });
    };
    const icon = ICON.exec(node.texture?._lookupId ?? '')?.[1];
    if (node.text?.text) note(node.text.text, true, node.text.fontSize);
    else if (icon) note(icon, false, w);
    else if (node.rect || plate) {
      const argb = [node.colorUl, node.colorUr, node.colorBl, node.colorBr];
      painted.push({ ...box, argb, alpha: shown });
    } else if (node.texture?._src) {
      const [r, g, b] = picture;
      painted.push({
        ...box,
        argb: [((255 << 24) | (r << 16) | (g << 8) | b) >>> 0],
        alpha: shown,
      });
    }
    for (const child of node.children) walk(child, left, top, shown);
  };

  walk(root, 0, 0, 1);
  return found;
}
