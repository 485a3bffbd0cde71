import { Lightning } from '@lightningjs/sdk';
import type { Box } from '../../app/stage';
import { colours, cssColour, radius, screen } from '../theme';
import { holeCorners } from '../theme/shapes';

interface Spec extends Lightning.Component.TemplateSpec {
  hole: Box | undefined;
  corner: number;
}

/** Draws a page's ground. A page with a video has a hole in it for the picture. */
export class Window
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  /** Radius of the hole's corners, px; 0 for a hole at the edges of the screen. */
  corner: number = radius.medium;
  private shown: Box | undefined | null = null;

  set hole(hole: Box | undefined) {
    if (hole === this.shown) return;
    this.shown = hole;
    const color = colours.ground;
    const { w, h } = screen;
    if (!hole) {
      this.children = [{ rect: true, w, h, color }];
      return;
    }
    const right = hole.x + hole.w;
    const bottom = hole.y + hole.h;
    const { corner } = this;
    this.children = [
      { rect: true, w, h: hole.y, color },
      { rect: true, y: bottom, w, h: h - bottom, color },
      { rect: true, y: hole.y, w: hole.x, h: hole.h, color },
      { rect: true, x: right, y: hole.y, w: w - right, h: hole.h, color },
      ...(corner
        ? [
            {
              x: hole.x,
              y: hole.y,
              w: hole.w,
              h: hole.h,
              texture: holeCorners(hole.w, hole.h, corner, cssColour(colours.ground)),
            },
          ]
        : []),
    ];
  }
}
