import { Lightning } from '@lightningjs/sdk';
import { atSize, colours, radius, screen, type } from '../../theme';
import { textWidth, wrapLines } from '../../theme/measure';
import { icon, plate } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import type { DoneContent } from './doneContent';

interface Spec extends Lightning.Component.TemplateSpec {
  week: NonNullable<DoneContent['week']>;
}

const W = screen.right - screen.left;
const PAD = 36;
const DAY = 60;
const CHECK = 32;
const dayStep = (): number => atSize(92, 96, 104);
/** Lines that the words take: the title may take two. */
const TITLE_LINES = 2;

/** Height of the card, px. */
export const weekLineH = (): number =>
  PAD * 2 - 20 + type.smallBold.lineHeight + type.heading.lineHeight + type.small.lineHeight;

/** The week so far: its days as circles, and in words. Days without exercise say nothing. */
export class WeekLine
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  set week({ days, heads, spec }: NonNullable<DoneContent['week']>) {
    const h = weekLineH();
    const daysW = dayStep() * days.length - (dayStep() - DAY);
    const daysX = W - PAD - daysW;
    const room = daysX - PAD * 2;
    const oneLine = textWidth(spec.title, type.heading) <= room;
    const style = oneLine ? type.heading : type.label;
    const title = wrapLines(spec.title, style, room, TITLE_LINES);
    const titleY = PAD - 14 + type.smallBold.lineHeight;
    const textY = titleY + title.length * style.lineHeight;
    const hasRoom = textY + type.small.lineHeight <= h;
    const daysY = Math.round((h - DAY - 6 - type.caption.lineHeight) / 2);
    this.children = [
      { x: -1, y: -1, texture: plate(W, h, radius.medium), color: colours.card },
      {
        x: PAD,
        y: PAD - 14,
        text: { ...type.smallBold, text: spec.eyebrow.toUpperCase(), letterSpacing: 2 },
        color: colours.mint,
      },
      { x: PAD, y: titleY, text: boxed(style, title, room), color: colours.text },
      ...(hasRoom
        ? [{ x: PAD, y: textY, text: { ...type.small, text: spec.text }, color: colours.soft }]
        : []),
      ...days.map(({ done, today }, at) => ({
        x: daysX + at * dayStep(),
        y: daysY,
        Circle: {
          x: -1,
          y: -1,
          texture: plate(DAY, DAY, DAY / 2),
          color: done ? colours.mint : colours.cardHigh,
        },
        Check: {
          visible: done,
          x: (DAY - CHECK) / 2,
          y: (DAY - CHECK) / 2,
          w: CHECK,
          h: CHECK,
          texture: icon('check', CHECK),
          color: colours.onAccent,
        },
        Head: {
          x: DAY / 2,
          mountX: 0.5,
          y: DAY + 6,
          text: { ...type.caption, text: heads[at] ?? '' },
          color: today ? colours.text : colours.soft,
        },
      })),
    ];
  }
}
