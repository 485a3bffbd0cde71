import { Lightning } from '@lightningjs/sdk';
import type { TextureSettings } from '../theme/shapes';

/**
 * A logo in its own proportions, drawn by the page in the size in which it is shown, px.
 * @param most its height, and its largest width
 */
export function logoTexture(
  picture: HTMLImageElement,
  most: { h: number; most: number },
): { w: number; h: number; texture: TextureSettings } {
  // A drawing without a size of its own is taken as a square.
  const wide = picture.naturalWidth || most.h;
  const high = picture.naturalHeight || most.h;
  const ratio = Math.min(most.h / high, most.most / wide);
  const [w, h] = [Math.round(wide * ratio), Math.round(high * ratio)];
  const texture = Lightning.Tools.getCanvasTexture((done, stage) => {
    const canvas = stage.platform.getDrawingCanvas();
    canvas.width = w;
    canvas.height = h;
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.imageSmoothingEnabled = true;
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(picture, 0, 0, w, h);
    }
    done(null, canvas);
  }, `logo ${w} ${h} ${picture.src}`);
  return { w, h, texture };
}
