import { Lightning } from '@lightningjs/sdk';
import { colours, radius, screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { plate } from '../theme/shapes';
import type { ButtonSpec } from './Button';
import { ButtonList } from './ButtonList';
import { Picture, type PictureSpec } from './Picture';

/** Today's routine, large: what, why, start. */
export interface HeroSpec {
  eyebrow: string;
  title: string;
  why: string;
  picture: PictureSpec | undefined;
  buttons: ButtonSpec[];
}

interface Spec extends Lightning.Component.TemplateSpec {
  hero: HeroSpec;
  Ground: object;
  Picture: typeof Picture;
  Shade: object;
  Eyebrow: object;
  Title: object;
  Why: object;
  Buttons: typeof ButtonList;
}

export const HERO = { w: screen.right - screen.left, h: 436 } as const;
const PAD = 56;
/** The picture keeps 16 : 9 at the card's height. */
const PICTURE_W = Math.round((HERO.h * 16) / 9);
const PICTURE_X = HERO.w - PICTURE_W;
const TEXT_W = PICTURE_X - PAD + 40;
const SHADE_W = 420;

/** The first thing on the home screen: one OK starts today's routine. */
export class Hero
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    const { w, h } = HERO;
    return {
      w,
      h,
      Ground: { x: -1, y: -1, texture: plate(w, h, radius.large), color: colours.card },
      Picture: {
        type: Picture,
        x: PICTURE_X,
        w: PICTURE_W,
        h,
        corner: radius.large,
        stand: { x: 0.6, y: 0.5, h: 0.56 },
      },
      Shade: {
        rect: true,
        x: PICTURE_X - 2,
        w: SHADE_W,
        h,
        colorLeft: colours.card,
        colorRight: 0x001c312f,
      },
      Eyebrow: { x: PAD, y: PAD - 12, color: colours.mint },
      Title: { x: PAD, y: PAD + 28, color: colours.text },
      Why: { x: PAD, color: colours.soft },
      Buttons: { type: ButtonList, x: PAD, y: h - PAD - 84 },
    };
  }

  set hero({ eyebrow, title, why, picture, buttons }: HeroSpec) {
    const titleLines = wrapLines(title, type.display, TEXT_W);
    this.patch({
      Picture: picture ? { visible: true, picture } : { visible: false },
      Shade: { visible: picture !== undefined },
      Eyebrow: { text: { ...type.smallBold, text: eyebrow.toUpperCase(), letterSpacing: 2 } },
      Title: { text: { ...type.display, text: titleLines.join('\n') } },
      Why: {
        y: PAD + 46 + titleLines.length * type.display.lineHeight,
        text: { ...type.small, text: wrapLines(why, type.small, TEXT_W - 40).join('\n') },
      },
      Buttons: { buttons },
    });
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef('Buttons');
  }
}
