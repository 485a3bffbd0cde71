import { Lightning } from '@lightningjs/sdk';
import { colours, radius, screen, type TypeStyle, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { plate } from '../theme/shapes';
import { BUTTON_H, type ButtonSpec } from './Button';
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

/** `low` where something stands between it and the first row. */
export const HERO = { w: screen.right - screen.left, h: 436, low: 364 } as const;
const PAD = 56;
const SHADE_W = 420;
const GAP = 16;

/** From large to small: the first in which title and reason fit above the buttons. */
const STYLES: readonly { title: TypeStyle; why: TypeStyle }[] = [
  { title: type.display, why: type.small },
  { title: type.title, why: type.small },
  { title: type.heading, why: type.caption },
];

/** The first thing on the home screen: one OK starts today's routine. */
export class Hero
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      w: HERO.w,
      h: HERO.h,
      Ground: { x: -1, y: -1, color: colours.card },
      Picture: { type: Picture, corner: radius.large, stand: { x: 0.6, y: 0.5, h: 0.56 } },
      Shade: { rect: true, w: SHADE_W, colorLeft: colours.card, colorRight: 0x001c312f },
      Eyebrow: { x: PAD, color: colours.mint },
      Title: { x: PAD, color: colours.text },
      Why: { x: PAD, color: colours.soft },
      Buttons: { type: ButtonList, x: PAD },
    };
  }

  /** What it says, at the height it has. */
  set hero({ eyebrow, title, why, picture, buttons }: HeroSpec) {
    const { h } = this;
    const padY = h < HERO.h ? 40 : PAD;
    // The picture keeps 16 : 9 at the card's height.
    const pictureW = Math.round((h * 16) / 9);
    const pictureX = HERO.w - pictureW;
    const textW = picture ? pictureX - PAD + 40 : HERO.w - PAD * 2;
    const titleY = padY + (h < HERO.h ? 30 : 34);
    const buttonsY = h - padY - BUTTON_H;
    const layouts = STYLES.map((style) => {
      const titleLines = wrapLines(title, style.title, textW);
      const whyLines = wrapLines(why, style.why, textW - 40);
      const whyY = titleY + titleLines.length * style.title.lineHeight + GAP - 2;
      const fits = whyY + whyLines.length * style.why.lineHeight + GAP <= buttonsY;
      return { style, titleLines, whyLines, whyY, fits };
    });
    const said = layouts.find(({ fits }) => fits) ?? layouts[layouts.length - 1];
    if (!said) return;
    this.patch({
      Ground: { texture: plate(HERO.w, h, radius.large) },
      Picture: picture
        ? { visible: true, x: pictureX, w: pictureW, h, picture }
        : { visible: false },
      Shade: { visible: picture?.src !== undefined, x: pictureX - 2, h },
      Eyebrow: {
        y: padY - 12,
        text: { ...type.smallBold, text: eyebrow.toUpperCase(), letterSpacing: 2 },
      },
      Title: { y: titleY, text: { ...said.style.title, text: said.titleLines.join('\n') } },
      Why: { y: said.whyY, text: { ...said.style.why, text: said.whyLines.join('\n') } },
      Buttons: { y: buttonsY, buttons },
    });
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef('Buttons');
  }
}
