/** Textures that many elements share: rounded plates, rings, icons, pictograms. */

import { Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../../app/loading/staticFolder';
import type { Position } from '../../catalogue/types';
import { colours, focusRing, radius } from './index';

/** Settings of a texture. Textures with the same settings share their picture. */
export type TextureSettings = ReturnType<typeof Lightning.Tools.getRoundRect>;

/** Loads a texture at once and never frees it, so that an element can show it without a wait. */
export function keepTexture(stage: Lightning.Stage, settings: TextureSettings): Lightning.Texture {
  const { texture } = stage.createElement({ texture: settings });
  if (!texture) throw new Error('A texture without settings');
  texture.load();
  if (texture.source) texture.source.permanent = true;
  return texture;
}

/** Gives an element another picture. While that loads, the element shows none, and never the old one. */
export function swapTexture(
  element: Lightning.Element,
  texture: Lightning.Texture | TextureSettings | null,
): void {
  element.texture = null;
  element.texture = texture as Lightning.Texture | null;
}

/** A filled rounded rectangle in white; the element's colour tints it. Sizes in px. */
export const plate = (w: number, h: number, corner: number = radius.medium): TextureSettings =>
  Lightning.Tools.getRoundRect(w, h, corner, 0, undefined, true, 0xffffffff);

/** The focus ring around a box of this size; place it with `ringPlace`. */
export const ring = (w: number, h: number, corner: number = radius.medium): TextureSettings => {
  const grow = focusRing.gap * 2 + focusRing.width;
  return Lightning.Tools.getRoundRect(
    w + grow,
    h + grow,
    corner + focusRing.gap + focusRing.width / 2,
    focusRing.width,
    colours.focus,
    false,
  );
};

/** X and y of the focus ring's element, px, relative to the box that it surrounds. */
export const ringPlace = -(focusRing.gap + focusRing.width + 1);

/** Names in `icons.json`. The solid icons were drawn for this app. */
export type IconName =
  | 'alert-triangle'
  | 'arrow-down'
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-up'
  | 'airplay'
  | 'book-open'
  | 'briefcase'
  | 'calendar'
  | 'check'
  | 'check-circle'
  | 'chevron-down'
  | 'chevron-left'
  | 'chevron-right'
  | 'circle'
  | 'clock'
  | 'copy'
  | 'download'
  | 'edit-2'
  | 'eye'
  | 'file-text'
  | 'frown'
  | 'globe'
  | 'home'
  | 'info'
  | 'list'
  | 'lock'
  | 'minus-circle'
  | 'more-horizontal'
  | 'package'
  | 'pause-circle'
  | 'message-circle'
  | 'plus'
  | 'refresh-cw'
  | 'repeat'
  | 'rotate-ccw'
  | 'settings'
  | 'shuffle'
  | 'skip-back'
  | 'skip-forward'
  | 'sliders'
  | 'tag'
  | 'tool'
  | 'trash-2'
  | 'trending-up'
  | 'upload'
  | 'type'
  | 'users'
  | 'video-off'
  | 'volume-2'
  | 'volume-x'
  | 'wifi-off'
  | 'wind'
  | 'delete'
  | 'hash'
  | 'maximize-2'
  | 'tv'
  | 'captions-solid'
  | 'ours-solid'
  | 'qr-solid'
  | 'pause-solid'
  | 'play-solid';

/**
 * An icon in white. The page draws SVGs, since the image worker can't read them.
 * @param px side
 */
export function icon(name: IconName, px: number): TextureSettings {
  const folder = name.endsWith('-solid') ? 'pictograms' : 'icons';
  return Lightning.Tools.getSvgTexture(staticAddress(`${folder}/${name}.svg`), px, px);
}

/** Side of the asterisk that marks a number of ours, px. */
export const MARK = 28;

/**
 * The asterisk: this app chose the number, the brochure doesn't give it.
 * @param x left edge, px
 * @param y upper edge, px
 * @param px side
 */
export const mark = (x: number, y: number, px: number = MARK) => ({
  testId: 'ours',
  x,
  y,
  w: px,
  h: px,
  texture: icon('ours-solid', px),
  color: colours.accent,
});

/** The pictogram of an exercise without a picture: its position, in white without a ground. */
export const pictogram = (position: Position, w: number, h: number): TextureSettings =>
  Lightning.Tools.getSvgTexture(staticAddress(`pictograms/${position}.svg`), w, h);

/** Rounds the corners of an element's picture; without WebGL they stay square. */
export const rounded = (
  stage: Lightning.Stage,
  corner: number = radius.medium,
): Lightning.shaders.RoundedRectangle | null =>
  stage.gl
    ? (stage.createShader({
        type: Lightning.shaders.RoundedRectangle,
        radius: corner,
      }) as Lightning.shaders.RoundedRectangle)
    : null;

/**
 * A filled rounded box of a size that few elements have. A large plate takes 10 ms to draw and to send
 * to the graphics card (measured), so there the graphics card rounds a plain box.
 */
export const largePlate = (stage: Lightning.Stage, w: number, h: number, corner: number) =>
  stage.gl
    ? { x: 0, y: 0, w, h, rect: true, shader: rounded(stage, corner) }
    : { x: -1, y: -1, texture: plate(w, h, corner) };

/** A ground with a round-cornered hole, through which the video below the canvas is visible. */
export const holeCorners = (w: number, h: number, corner: number, color: string): TextureSettings =>
  Lightning.Tools.getCanvasTexture((done, stage) => {
    const canvas = stage.platform.getDrawingCanvas();
    canvas.width = w;
    canvas.height = h;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = color;
      pen.fillRect(0, 0, w, h);
      pen.globalCompositeOperation = 'destination-out';
      pen.beginPath();
      pen.moveTo(corner, 0);
      pen.arcTo(w, 0, w, h, corner);
      pen.arcTo(w, h, 0, h, corner);
      pen.arcTo(0, h, 0, 0, corner);
      pen.arcTo(0, 0, w, 0, corner);
      pen.closePath();
      pen.fill();
    }
    done(null, canvas);
  }, `hole ${w} ${h} ${corner} ${color}`);
