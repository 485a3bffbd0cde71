import { Lightning } from '@lightningjs/sdk';
import { atSize, colours, radius, type } from '../theme';
import { textWidth, wrapLines } from '../theme/measure';
import { plate } from '../theme/shapes';

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
        text: { ...type.smallBold, text: eyebrow.toUpperCase(), letterSpacing: 2 },
      },
      Title: { text: { ...type.heading, text: titleLines.join('\n') } },
      Text: { y: textY, text: { ...type.small, text: textLines.join('\n') } },
      Categories: {
        y: listY,
        children: categories.flatMap((one, at) => [
          { y: at * line(), text: { ...type.small, text: one.title }, color: colours.text },
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
