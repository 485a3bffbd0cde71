import { Lightning } from '@lightningjs/sdk';
import { atSize, centredY, colours, radius, screen, type } from '../theme';
import { cutSpaced, LETTER_SPACING, spacedWidth, wrapLines } from '../theme/measure';
import { largePlate } from '../theme/shapes';
import type { TypeStyle } from '../theme/sizes';
import { boxed } from '../theme/textBox';
import { type ButtonSpec, buttonH, smallButtonH } from './Button';
import { ButtonList } from './ButtonList';
import { Picture, type PictureSpec } from './Picture';

/**
 * Contents of the large card: today's routine, or the routine that was interrupted. It says which one,
 * why, and starts it.
 */
export interface HeroSpec {
  eyebrow: string;
  title: string;
  why: string;
  picture: PictureSpec | undefined;
  buttons: ButtonSpec[];
  /** Small choices beside the eyebrow, such as the routine's length. */
  choices: ButtonSpec[];
}

interface Spec extends Lightning.Component.TemplateSpec {
  hero: HeroSpec;
  Ground: object;
  Picture: typeof Picture;
  Shade: object;
  Eyebrow: object;
  Choices: typeof ButtonList;
  Title: object;
  Why: object;
  Buttons: typeof ButtonList;
}

/** Heights of the card, px. `low` is for a screen that has something between the card and the first row. */
export const HERO = {
  w: screen.right - screen.left,
  get h(): number {
    return atSize(436, 470, 560);
  },
  get low(): number {
    return atSize(364, 400, 480);
  },
} as const;
const PAD = 56;
const SHADE_W = 420;
const GAP = 16;
const CHOICE_GAP = 20;

/** Type styles from large to small. The card takes the first pair that fits above the buttons. */
const styles = (): { title: TypeStyle; why: TypeStyle }[] => [
  { title: type.display, why: type.small },
  { title: type.title, why: type.small },
  { title: type.heading, why: type.caption },
];

/** The first thing on the home screen: one OK starts the routine. */
export class Hero
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private isAtChoices = false;
  private said = '';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      w: HERO.w,
      h: HERO.h,
      Ground: { color: colours.card },
      Picture: {
        type: Picture,
        isOnCard: true,
        corner: radius.large,
        pictogramPlace: { x: 0.6, y: 0.5, h: 0.56 },
      },
      Shade: {
        rect: true,
        w: SHADE_W,
        colorLeft: colours.card,
        colorRight: colours.card & 0xffffff,
      },
      Eyebrow: { x: PAD, color: colours.mint },
      Choices: { type: ButtonList, gap: CHOICE_GAP },
      Title: { x: PAD, color: colours.text },
      Why: { x: PAD, color: colours.soft },
      Buttons: { type: ButtonList, x: PAD },
    };
  }

  /** Sets the small choices when they come after the other contents. */
  set choices(buttons: ButtonSpec[]) {
    this.patch({ Choices: { buttons } });
  }

  /**
   * Shows new contents at the current height. The focus stays on its button if that button is still
   * there.
   */
  set hero({ buttons, choices, eyebrow, picture, title, why }: HeroSpec) {
    const { h } = this;
    const isLow = h < HERO.h;
    const padY = isLow ? 24 : 40;
    // The picture keeps 16 : 9 at the card's height.
    const pictureW = Math.round((h * 16) / 9);
    const pictureX = HERO.w - pictureW;
    const textW = picture ? pictureX - PAD + 40 : HERO.w - PAD * 2;
    const titleY = padY + smallButtonH() + (isLow ? 8 : 12);
    const buttonsY = h - padY - buttonH();
    const layouts = styles().map((style) => {
      const all = buttonsY - GAP - titleY;
      const forTitle = all - (why ? GAP - 10 + style.why.lineHeight : 0);
      const titleLines = wrapLines(title, style.title, textW, forTitle / style.title.lineHeight);
      const whyY = titleY + titleLines.length * style.title.lineHeight + GAP - 10;
      const forWhy = (buttonsY - GAP - whyY) / style.why.lineHeight;
      const whyLines = wrapLines(why, style.why, textW - 40, forWhy);
      const fits =
        titleLines.length === wrapLines(title, style.title, textW).length &&
        whyLines.length === wrapLines(why, style.why, textW - 40).length &&
        whyY + whyLines.length * style.why.lineHeight + GAP <= buttonsY;
      return { style, titleLines, whyLines, whyY, fits };
    });
    const text = layouts.find(({ fits }) => fits) ?? layouts[layouts.length - 1];
    if (!text) return;
    const forChoices = choices.length ? ButtonList.widthOf(choices) + 32 : 0;
    const label = cutSpaced(eyebrow.toUpperCase(), type.smallBold, HERO.w - PAD * 2 - forChoices);
    this.patch({
      Ground: largePlate(this.stage, HERO.w, h, radius.large),
      Picture: picture
        ? { visible: true, x: pictureX, w: pictureW, h, picture }
        : { visible: false },
      Shade: { visible: picture?.src !== undefined, x: pictureX - 2, h },
      Eyebrow: {
        y: padY + centredY(smallButtonH(), type.smallBold),
        text: { ...type.smallBold, text: label, letterSpacing: LETTER_SPACING },
      },
      Choices: {
        x: PAD + spacedWidth(label, type.smallBold) + 32,
        y: padY,
        buttons: choices,
      },
      Title: { y: titleY, text: boxed(text.style.title, text.titleLines, textW) },
      Why: { y: text.whyY, text: boxed(text.style.why, text.whyLines, textW - 40) },
      Buttons: { y: buttonsY, buttons },
    });
    // Other buttons mean another routine: the focus goes to the first button.
    const said = buttons.map(({ id }) => id).join();
    if (said !== this.said || !choices.length) this.isAtChoices = false;
    if (said !== this.said) this.getByRef('Buttons')?.select(buttons[0]?.id ?? '');
    this.said = said;
    this._refocus();
  }

  /** Moves the focus to where another hero had it. */
  takeOver(other: Hero): void {
    this.isAtChoices = other.isAtChoices;
    for (const name of ['Buttons', 'Choices'] as const) {
      this.getByRef(name)?.select(other.getByRef(name)?.selected ?? '');
    }
    this._refocus();
  }

  lead(part: object): void {
    this.toChoices(part === this.getByRef('Choices'));
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.getByRef(this.isAtChoices ? 'Choices' : 'Buttons');
  }

  override _handleUp(): boolean {
    const choices = this.getByRef('Choices');
    if (this.isAtChoices || !choices?.buttons.length) return false;
    // The focus goes to the choice in force.
    choices.select(choices.buttons.find(({ chosen }) => chosen)?.id ?? '');
    return this.toChoices(true);
  }

  override _handleDown(): boolean {
    return this.isAtChoices && this.toChoices(false);
  }

  private toChoices(isAtChoices: boolean): true {
    this.isAtChoices = isAtChoices;
    this._refocus();
    return true;
  }
}
