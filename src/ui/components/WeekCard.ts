import { Lightning } from '@lightningjs/sdk';
import { atSize, colours, radius, type } from '../theme';
import { cutLine, LETTER_SPACING, textWidth, wrapLines } from '../theme/measure';
import { plate } from '../theme/shapes';
import { boxed } from '../theme/textBox';

/** The current week in words, in total and per category. */
export interface WeekSpec {
  eyebrow: string;
  title: string;
  text: string;
  /** `brief` replaces `about` when there is too little room. */
  categories: { title: string; about: string; brief: string }[];
}

interface Spec extends Lightning.Component.TemplateSpec {
  week: WeekSpec;
  Plate: object;
  Eyebrow: object;
  Title: object;
  Text: object;
  Categories: object;
}

const PAD = 36;
const line = (): number => atSize(44, 48, 54);

/** Width of the card, px. Its height depends on its text. */
export const WEEK_W = 808;

/** Y of the title, below the eyebrow, px. */
const titleY = (): number => PAD - 4 + type.smallBold.lineHeight;

const fits = (title: string, about: string): boolean =>
  textWidth(title, type.small) + textWidth(about, type.small) + 24 <= WEEK_W - PAD * 2;

/** A category's name, cut where it would run into what was done of it. */
const titleBeside = ({ about, brief, title }: WeekSpec['categories'][number]): string => {
  const beside = textWidth(fits(title, about) ? about : brief, type.small);
  return cutLine(title, type.small, WEEK_W - PAD * 2 - 24 - beside);
};

/** Tells how much the patient exercised this week. It never names what was not done. */
export class WeekCard
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  static override _template(): Lightning.Component.Template<Spec> {
    return {
      w: WEEK_W,
      Plate: { x: -1, y: -1, color: colours.card },
      Eyebrow: { x: PAD, y: PAD - 10, color: colours.mint },
      Title: { x: PAD, y: titleY(), color: colours.text },
      Text: { x: PAD, color: colours.soft },
      Categories: { x: PAD },
    };
  }

  set week({ categories, eyebrow, text, title }: WeekSpec) {
    const titleLines = wrapLines(title, type.heading, WEEK_W - PAD * 2);
    const textLines = wrapLines(text, type.small, WEEK_W - PAD * 2);
    const textY = titleY() + titleLines.length * type.heading.lineHeight + 6;
    const listY = textY + textLines.length * type.small.lineHeight + 18;
    const h = listY + categories.length * line() + PAD - (categories.length ? 10 : 24);
    this.patch({
      h,
      Plate: { texture: plate(WEEK_W, h, radius.large) },
      Eyebrow: {
        text: { ...type.smallBold, text: eyebrow.toUpperCase(), letterSpacing: LETTER_SPACING },
      },
      Title: { text: boxed(type.heading, titleLines, WEEK_W - PAD * 2) },
      Text: { y: textY, text: boxed(type.small, textLines, WEEK_W - PAD * 2) },
      Categories: {
        y: listY,
        children: categories.flatMap((one, at) => [
          { y: at * line(), text: { ...type.small, text: titleBeside(one) }, color: colours.text },
          {
            x: WEEK_W - PAD * 2,
            mountX: 1,
            y: at * line(),
            text: {
              ...type.small,
              text: fits(one.title, one.about) ? one.about : one.brief,
            },
            color: colours.text,
          },
        ]),
      },
    });
  }
}
