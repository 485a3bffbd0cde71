/** Textures that many elements share: rounded plates, rings, icons, pictograms. */

import { Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../../app/loading/staticFolder';
import type { Position } from '../../catalogue/types';
import { colours, focusRing, radius } from './index';

/** What a texture is made from; textures of the same one share their picture. */
export type TextureSettings = ReturnType<typeof Lightning.Tools.getRoundRect>;

/** Loads a texture now and never frees it: whoever shows it later shows it at once. */
export function keepTexture(stage: Lightning.Stage, settings: TextureSettings): Lightning.Texture {
  const { texture } = stage.createElement({ texture: settings });
  if (!texture) throw new Error('A texture without settings');
  texture.load();
  if (texture.source) texture.source.permanent = true;
  return texture;
}

/** Another picture for an element; while that loads it shows none, never the one before. */
export function swapTexture(
  element: Lightning.Element,
  texture: Lightning.Texture | TextureSettings | null,
): void {
  element.texture = null;
  element.texture = texture as Lightning.Texture | null;
}

/** A filled rounded rectangle, white: give its element a colour. */
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

/** Where the focus ring's element stands, relative to the box it surrounds. */
export const ringPlace = -(focusRing.gap + focusRing.width + 1);

/** Names in `icons.json`; the solid ones are drawn for this app. */
export type IconName =
  | 'alert-triangle'
  | 'arrow-down'
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-up'
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
  | 'globe'
  | 'heart'
  | 'home'
  | 'info'
  | 'list'
  | 'minus-circle'
  | 'more-horizontal'
  | 'package'
  | 'pause-circle'
  | 'message-circle'
  | 'plus'
  | 'rotate-ccw'
  | 'settings'
  | 'skip-back'
  | 'skip-forward'
  | 'sliders'
  | 'star'
  | 'trash-2'
  | 'trending-up'
  | 'upload'
  | 'type'
  | 'volume-2'
  | 'volume-x'
  | 'delete'
  | 'hash'
  | 'maximize-2'
  | 'tv'
  | 'qr-solid'
  | 'pause-solid'
  | 'play-solid';

/** An icon, white. SVGs are drawn by the page, since the image worker can't read them. */
export function icon(name: IconName, px: number): TextureSettings {
  const folder = name.endsWith('-solid') ? 'pictograms' : 'icons';
  return Lightning.Tools.getSvgTexture(staticAddress(`${folder}/${name}.svg`), px, px);
}

/** Side of the star that marks what is ours and not the brochure's, px. */
export const MARK = 28;

/** The star, whose upper left corner stands here. */
export const mark = (x: number, y: number, px: number = MARK) => ({
  testId: 'ours',
  x,
  y,
  w: px,
  h: px,
  texture: icon('star', px),
  color: colours.accent,
});

/** The drawn stand-in for an exercise without a picture: its position, white on nothing. */
export const pictogram = (position: Position, w: number, h: number): TextureSettings =>
  Lightning.Tools.getSvgTexture(staticAddress(`pictograms/${position}.svg`), w, h);

/** Rounds an element's picture; where there is no WebGL the corners stay square. */
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
 * A filled rounded box of a size that few others have. A plate that large takes 10 ms to draw and to
 * send to the graphics card, which rounds a plain box by itself.
 */
export const largePlate = (stage: Lightning.Stage, w: number, h: number, corner: number) =>
  stage.gl
    ? { x: 0, y: 0, w, h, rect: true, shader: rounded(stage, corner) }
    : { x: -1, y: -1, texture: plate(w, h, corner) };

/** A ground with a round-cornered hole in it, through which the video under the canvas is seen. */
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
