import { Lightning } from '@lightningjs/sdk';
import { type ClickSpot, named, type Spoken } from '../access/spoken';
import { centredY, colours, radius, type } from '../theme';
import { icon, plate, ring, ringPlace } from '../theme/shapes';

/** A day in the calendar. */
export interface CalendarCell {
  /** Day of the month, such as "25". */
  date: string;
  done: boolean;
  isToday: boolean;
}

/** A month, and the actions of Left and Right. */
export interface MonthSpec {
  title: string;
  /** Names of the weekdays from Monday: "ma", "di" … */
  heads: string[];
  /** Weeks of seven days from Monday; undefined is a day of another month. */
  weeks: (CalendarCell | undefined)[][];
  /** Says what the check means. */
  legend: string;
  can: { less: boolean; more: boolean };
  step(by: -1 | 1): void;
}

interface Spec extends Lightning.Component.TemplateSpec {
  month: MonthSpec;
  Plate: object;
  Bar: { Plate: object; Title: object; Less: object; More: object; Ring: object };
  Heads: object;
  Days: object;
  Legend: { Icon: object; Label: object };
}

const PAD = 36;
const CELL = { w: 112, h: 88 } as const;
const DISC = 64;
const CHECK = 26;
const BAR_H = 72;
const ARROW = 40;
const HEADS_Y = PAD + BAR_H + 22;
const DAYS_Y = HEADS_Y + 50;
const MOST_WEEKS = 6;

/** Measures of the calendar, px. Six weeks fit. */
export const MONTH = {
  w: 7 * CELL.w + PAD * 2,
  h: DAYS_Y + MOST_WEEKS * CELL.h + PAD + 20,
} as const;
const BAR_W = MONTH.w - PAD * 2;

/**
 * Shows a month. A day with exercise has a disc and a check; today has a ring. Left and Right change
 * the month.
 */
export class MonthCalendar
  extends Lightning.Component<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly testId = 'month';
  private current: MonthSpec | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    const { h, w } = MONTH;
    const arrow = { y: (BAR_H - ARROW) / 2, w: ARROW, h: ARROW, color: colours.text };
    return {
      h,
      Plate: { x: -1, y: -1, texture: plate(w, h, radius.large), color: colours.card },
      Bar: {
        x: PAD,
        y: PAD,
        Plate: {
          x: -1,
          y: -1,
          texture: plate(BAR_W, BAR_H, radius.medium),
          color: colours.cardHigh,
        },
        Title: {
          x: BAR_W / 2,
          mountX: 0.5,
          y: centredY(BAR_H, type.label),
          color: colours.text,
        },
        Less: { ...arrow, x: 24, texture: icon('chevron-left', ARROW) },
        More: { ...arrow, x: BAR_W - 24 - ARROW, texture: icon('chevron-right', ARROW) },
        Ring: {
          x: ringPlace,
          y: ringPlace,
          texture: ring(BAR_W, BAR_H, radius.medium),
          visible: false,
        },
      },
      Heads: { x: PAD, y: HEADS_Y },
      Days: { x: PAD, y: DAYS_Y },
      Legend: {
        x: PAD + 8,
        y: h - PAD - 22,
        Icon: { w: CHECK, h: CHECK, y: 4, texture: icon('check', CHECK), color: colours.mint },
        Label: { x: CHECK + 12, y: -1, color: colours.soft },
      },
    };
  }

  set month(month: MonthSpec) {
    this.current = month;
    const middle = (column: number) => column * CELL.w + CELL.w / 2;
    this.patch({
      Bar: {
        Title: { text: { ...type.label, text: month.title } },
        Less: { alpha: month.can.less ? 1 : 0.2 },
        More: { alpha: month.can.more ? 1 : 0.2 },
      },
      Heads: {
        children: month.heads.map((text, column) => ({
          x: middle(column),
          mountX: 0.5,
          text: { ...type.caption, text },
          color: colours.soft,
        })),
      },
      Days: {
        children: month.weeks.flatMap((week, row) =>
          week.flatMap((cell, column) => (cell ? [dayAt(cell, middle(column), row)] : [])),
        ),
      },
      Legend: { Label: { text: { ...type.caption, text: month.legend } } },
    });
  }

  /** The month, and the days that have a check, for a screen reader. */
  get spoken(): Spoken | undefined {
    const { current: month } = this;
    if (!month) return undefined;
    const days = month.weeks.flatMap((week) =>
      week.flatMap((cell) => (cell?.done ? [cell.date] : [])),
    );
    const value = days.length ? `${month.title}. ${month.legend}: ${days.join(', ')}` : month.title;
    return { role: 'value', name: named(month.title), value };
  }

  /** The two halves of the bar, which a click uses as arrows. */
  get spots(): ClickSpot[] {
    const half = (x: number, key: 'Left' | 'Right'): ClickSpot => ({
      box: { x: PAD + x, y: PAD, w: BAR_W / 2, h: BAR_H },
      key,
    });
    return [half(0, 'Left'), half(BAR_W / 2, 'Right')];
  }

  override _focus() {
    this.patch({ Bar: { Ring: { visible: true } } });
  }

  override _unfocus() {
    this.patch({ Bar: { Ring: { visible: false } } });
  }

  override _handleLeft(): void {
    if (this.current?.can.less) this.current.step(-1);
  }

  override _handleRight(): void {
    if (this.current?.can.more) this.current.step(1);
  }
}

/** Draws a day: its number, a disc with a check for a day with exercise, a ring for today. */
const dayAt = ({ date, done, isToday }: CalendarCell, x: number, row: number) => ({
  testId: done ? `done:${date}` : `day:${date}`,
  x,
  y: row * CELL.h,
  Disc: {
    mountX: 0.5,
    y: (CELL.h - DISC) / 2 - 4,
    w: DISC,
    h: DISC,
    visible: done,
    texture: plate(DISC, DISC, DISC / 2),
    color: colours.mint,
  },
  Today: {
    mountX: 0.5,
    y: (CELL.h - DISC) / 2 - 4 + ringPlace,
    visible: isToday,
    texture: ring(DISC, DISC, DISC / 2),
    color: colours.accent,
  },
  Date: {
    mountX: 0.5,
    y: centredY(CELL.h, type.small) - 4 - (done ? 8 : 0),
    text: { ...(done ? type.smallBold : type.small), text: date },
    color: done ? colours.onAccent : colours.text,
  },
  Check: {
    mountX: 0.5,
    y: CELL.h / 2 + 4,
    w: 20,
    h: 20,
    visible: done,
    texture: icon('check', CHECK),
    color: colours.onAccent,
  },
});
