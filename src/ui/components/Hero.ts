import { Lightning } from '@lightningjs/sdk';
import { atSize, centredY, colours, radius, screen, type } from '../theme';
import { cutSpaced, LETTER_SPACING, spacedWidth, textWidth, wrapLines } from '../theme/measure';
import { largePlate } from '../theme/shapes';
import type { TypeStyle } from '../theme/sizes';
import { boxed } from '../theme/textBox';
import { type ButtonSpec, buttonH, smallButtonH } from './Button';
import { ButtonList } from './ButtonList';
import { ExerciseStrip, type StripSpec } from './ExerciseStrip';
import { Picture, type PictureSpec } from './Picture';

/**
 * Contents of the large card: today's routine, or the routine that was interrupted. It says which one,
 * why, and starts it.
 */
export interface HeroSpec {
  eyebrow: string;
  title: string;
  why: string;
  /** A large picture beside the words; not drawn where there is a strip. */
  picture: PictureSpec | undefined;
  /** The exercises that it will start; absent for a single one. */
  strip?: StripSpec | undefined;
  buttons: ButtonSpec[];
  /** Small choices beside the eyebrow, such as the routine's length. */
  choices: ButtonSpec[];
  /** True leaves choices and strip to `complete`, so that the rest is drawn sooner. */
  isBare?: boolean;
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
  Strip: typeof ExerciseStrip;
  Buttons: typeof ButtonList;
}

/** Heights of the card, px. `low` is for a screen that has something between the card and the first row. */
export const HERO = {
  w: screen.right - screen.left,
  get h(): number {
    return atSize(536, 576, 632);
  },
  get low(): number {
    return atSize(452, 500, 560);
  },
} as const;
const PAD = 56;
const SHADE_W = 420;
const GAP = 16;
const CHOICE_GAP = 20;

const STRIP_GAP = 18;
/** Least height of the strip, with its names, px. */
const leastStripH = (): number => atSize(150, 160, 170);
/** Least room for the reasons beside the title, px. */
const LEAST_WHY = 400;

/** Type styles from large to small. The card takes the first pair that fits above the buttons. */
const styles = (): { title: TypeStyle; why: TypeStyle }[] => [
  { title: type.display, why: type.small },
  { title: type.title, why: type.small },
  { title: type.heading, why: type.caption },
];

/** Lines of words for which no style is small enough: an ellipsis ends them. */
const LEAST_LINES = { title: 1, why: 2 } as const;

/** Places of the words: y and lines of title and reasons, x of the reasons, and where what follows begins. */
interface Words {
  style: { title: TypeStyle; why: TypeStyle };
  titleLines: string[];
  whyLines: string[];
  whyX: number;
  whyY: number;
  end: number;
}

/** The words below one another. */
function stacked(
  style: Words['style'],
  title: string,
  why: string,
  y: number,
  w: number,
  most?: { title: number; why: number },
): Words {
  const titleLines = wrapLines(title, style.title, w, most?.title);
  const whyLines = wrapLines(why, style.why, w - 40, most?.why);
  const whyY = y + titleLines.length * style.title.lineHeight + GAP - 10;
  const end = whyY + whyLines.length * style.why.lineHeight;
  return { style, titleLines, whyLines, whyX: PAD, whyY, end };
}

/** The reasons in two lines beside a title of one line; undefined where there is no room for them. */
function beside(style: Words['style'], title: string, why: string, y: number): Words | undefined {
  const whyX = PAD + Math.ceil(textWidth(title, style.title)) + 48;
  const room = HERO.w - PAD - whyX;
  // Two lines of about the same width.
  const half = Math.ceil(textWidth(why, type.caption) * 0.6);
  const whyLines =
    room < LEAST_WHY ? [] : wrapLines(why, type.caption, Math.min(room, Math.max(half, LEAST_WHY)));
  const { lineHeight } = style.title;
  if (whyLines.length < 1 || whyLines.length > 2) return undefined;
  const whyY = y + Math.round((lineHeight - whyLines.length * type.caption.lineHeight) / 2) + 4;
  const small = { ...style, why: type.caption };
  return { style: small, titleLines: [title], whyLines, whyX, whyY, end: y + lineHeight };
}

/** The first thing on the home screen: one OK starts the routine. */
export class Hero
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  private isAtChoices = false;
  private said = '';
  private current: HeroSpec | undefined;

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
      Why: { color: colours.soft },
      Strip: { type: ExerciseStrip, x: PAD, w: HERO.w - PAD * 2 },
      Buttons: { type: ButtonList, x: PAD },
    };
  }

  /** Draws the choices and the strip of a card that was shown without them. */
  complete(): void {
    const { choices = [], strip } = this.current ?? {};
    this.patch({ Choices: { buttons: choices }, Strip: { strip } });
  }

  /**
   * Shows new contents at the current height. The focus stays on its button if that button is still
   * there.
   */
  set hero(spec: HeroSpec) {
    const { buttons, choices, eyebrow, isBare, strip, title, why } = spec;
    const picture = strip ? undefined : spec.picture;
    this.current = spec;
    const { h } = this;
    const isLow = h < HERO.h;
    const padY = isLow ? 24 : 32;
    // The picture keeps 16 : 9 at the card's height.
    const pictureW = Math.round((h * 16) / 9);
    const pictureX = HERO.w - pictureW;
    const textW = picture ? pictureX - PAD + 40 : HERO.w - PAD * 2;
    const titleY = padY + smallButtonH() + (isLow ? 8 : 12);
    const buttonsY = h - padY - buttonH();
    const room = strip ? leastStripH() + STRIP_GAP : 0;
    const smallest = styles().pop() as Words['style'];
    const all = styles().flatMap((style) => [
      ...(strip ? [beside(style, title, why, titleY)] : []),
      stacked(style, title, why, titleY, textW),
    ]);
    const layouts = all.filter((one): one is Words => one !== undefined);
    const text =
      layouts.find(({ end }) => end + GAP + room <= buttonsY) ??
      stacked(smallest, title, why, titleY, textW, LEAST_LINES);
    const stripY = text.end + STRIP_GAP;
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
        buttons: isBare ? [] : choices,
      },
      Title: { y: titleY, text: boxed(text.style.title, text.titleLines, textW) },
      Why: {
        x: text.whyX,
        y: text.whyY,
        text: boxed(text.style.why, text.whyLines, text.whyX > PAD ? 0 : textW - 40),
      },
      Strip: { y: stripY, h: buttonsY - GAP - stripY, strip: isBare ? undefined : strip },
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
