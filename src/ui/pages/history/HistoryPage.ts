import type { Lightning } from '@lightningjs/sdk';
import type { Day } from '../../../session/memory/memory';
import { isProvisional } from '../../../session/memory/provisional';
import { buttonH } from '../../components/Button';
import { ButtonList } from '../../components/ButtonList';
import { MONTH, MonthCalendar } from '../../components/MonthCalendar';
import { Rail } from '../../components/Rail';
import { SESSION_ROW, SessionRow, type SessionRowItem } from '../../components/SessionRow';
import { WEEK_W, WeekCard } from '../../components/WeekCard';
import type { Shell } from '../../shell';
import { colours, screen, type } from '../../theme';
import { ground, Page } from '../Page';
import { monthBeside, monthSpec, sessionRows, weekSpec } from './historyContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  Month: typeof MonthCalendar;
  Week: typeof WeekCard;
  Heading: object;
  Clip: { List: typeof Rail };
  Buttons: typeof ButtonList;
}

/** Parts that can have the focus, from top to bottom. */
const STOPS = ['Month', 'List', 'Buttons'] as const;
type Stop = (typeof STOPS)[number];

const TOP = 160;
const RIGHT_X = screen.right - WEEK_W;
const ROW_GAP = 18;
const step = (): number => SESSION_ROW.h + ROW_GAP;
/** Gap between the list and the button below it, px. */
const LIST_GAP = 24;
/** Room for the focus ring inside the clipped list. */
const BLEED = 16;
const buttonsY = (): number => screen.bottom - buttonH();

/** Shows the past: a month of days, this week, and the last sessions. */
export class HistoryPage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'history';
  private shell: Shell | undefined;
  private month: Day = '';
  private stop: Stop = 'Month';

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 14, color: colours.text },
      Month: { type: MonthCalendar, x: screen.left, y: TOP, w: MONTH.w },
      Week: { type: WeekCard, x: RIGHT_X, y: TOP },
      Heading: { x: RIGHT_X, color: colours.text },
      Clip: {
        x: RIGHT_X - BLEED,
        w: WEEK_W + BLEED * 2,
        clipping: true,
        List: { type: Rail, x: BLEED, y: BLEED },
      },
      Buttons: { type: ButtonList, x: RIGHT_X, y: buttonsY() },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell): void {
    this.shell = shell;
    const { memoryStore, t } = shell.services;
    this.month = memoryStore.today();
    if (this.list) this.list.index = 0;
    this.stop = 'Month';
    this.patch({
      Title: { text: { ...type.title, text: t('history.title') } },
      Buttons: {
        buttons: [{ id: 'back', label: t('routine.back'), press: () => shell.back() }],
      },
    });
    this.draw(shell);
  }

  /** The set's clock may have become true, or another window may have noted a session. */
  override remembered(): void {
    const { shell } = this;
    if (!shell) return;
    const { memoryStore } = shell.services;
    if (isProvisional(this.month) === memoryStore.hasTrueClock) this.month = memoryStore.today();
    this.draw(shell);
  }

  lead(part: object): void {
    this.stop =
      part === this.list ? 'List' : part === this.getByRef('Buttons') ? 'Buttons' : 'Month';
    this._refocus();
  }

  override _getFocused(): Lightning.Component | undefined {
    if (this.stop === 'List') return this.list;
    return this.getByRef(this.stop);
  }

  override _handleUp(): void {
    this.step(-1);
  }

  override _handleDown(): void {
    this.step(1);
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private get list(): Rail<SessionRowItem> | undefined {
    return this.getByRef('Clip')?.getByRef('List') as Rail<SessionRowItem> | undefined;
  }

  /** The parts that are there: an empty list is not, nor a calendar without a true clock. */
  private get stops(): Stop[] {
    const isThere = {
      Month: this.shell?.services.memoryStore.hasTrueClock === true,
      List: (this.list?.length ?? 0) > 0,
      Buttons: true,
    };
    return STOPS.filter((stop) => isThere[stop]);
  }

  /** Moves the focus to the part above or below. */
  private step(by: -1 | 1) {
    const { stops } = this;
    this.stop = stops[stops.indexOf(this.stop) + by] ?? this.stop;
    this._refocus();
  }

  private draw(shell: Shell) {
    const { hasTrueClock } = shell.services.memoryStore;
    // Without a calendar the rest has its place.
    const x = hasTrueClock ? RIGHT_X : screen.left;
    this.patch({
      Month: { visible: hasTrueClock },
      Week: { x, week: weekSpec(shell) },
      Heading: { x },
      Clip: { x: x - BLEED },
      Buttons: { x },
    });
    this.drawMonth();
    this.drawList(shell);
    if (!this.stops.includes(this.stop)) this.stop = this.stops[0] ?? 'Buttons';
    this._refocus();
  }

  private drawMonth() {
    const { shell } = this;
    if (!shell?.services.memoryStore.hasTrueClock) return;
    const step = (by: -1 | 1) => {
      this.month = monthBeside(this.month, by);
      this.drawMonth();
    };
    this.patch({ Month: { month: monthSpec(shell, this.month, step) } });
  }

  private drawList(shell: Shell) {
    const { t } = shell.services;
    const items = sessionRows(shell);
    const weekH = this.getByRef('Week')?.h ?? 0;
    const headingY = TOP + weekH + 30;
    const listY = headingY + type.heading.lineHeight + 16;
    // The list shows whole rows only: there is no room for half a row.
    const rows = Math.max(1, Math.floor((buttonsY() - LIST_GAP - listY + ROW_GAP) / step()));
    const view = rows * step();
    this.patch({
      Heading: {
        y: headingY,
        visible: items.length > 0,
        text: { ...type.heading, text: t('history.last') },
      },
      Clip: { y: listY - BLEED, h: view - ROW_GAP + BLEED * 2 },
    });
    const { list } = this;
    if (!list) return;
    const { index } = list;
    list.rail = { cell: SessionRow, direction: 'column', step: step(), view, items };
    list.index = Math.min(index, Math.max(0, items.length - 1));
  }
}
