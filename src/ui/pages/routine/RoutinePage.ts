import type { Lightning } from '@lightningjs/sdk';
import { type Routine, TODAY_ID } from '../../../session/routine/routine';
import { minutesText, nameOfRoutine } from '../../../texts/words';
import { buttonH } from '../../components/Button';
import { BUTTON_GAP, ButtonList } from '../../components/ButtonList';
import { Rail } from '../../components/Rail';
import { ROW, RoutineRow, type RoutineRowItem } from '../../components/RoutineRow';
import type { Shell } from '../../shell';
import { colours, screen, type } from '../../theme';
import { wrapLines } from '../../theme/measure';
import { MARK, mark } from '../../theme/shapes';
import { boxed } from '../../theme/textBox';
import { askAboutPain } from '../home/homeDialogs';
import { ground, Page } from '../Page';
import { type RowFocus, routineButtons, routineRows } from './routineContent';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  About: object;
  Buttons: typeof ButtonList;
  Legend: object;
  Clip: { List: typeof Rail };
}

const leftW = (): number => screen.right - screen.left - LIST_GAP - ROW.w - ACTIONS_W;
const listX = (): number => screen.left + leftW() + LIST_GAP;
/** Gap left of the list, px. */
const LIST_GAP = 44;
/** Width of the actions beside a row, px. */
const ACTIONS_W = 404;
const LIST_Y = screen.top + 26;
const step = (): number => ROW.h + 24;
/** Gap between the buttons and what the asterisk means, px. */
const LEGEND_GAP = 28;
/** Room for the focus ring inside the clipped list. */
const BLEED = 16;
const LIST_H = screen.h - LIST_Y;

/** Shows a routine: its exercises, its length, and Start. A routine of the patient can be changed here. */
export class RoutinePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'routine';
  private shell: Shell | undefined;
  private routine: Routine | undefined;
  private isInList = false;
  /** The focus for the next drawing of the list: it follows a row that was moved. */
  private follow: RowFocus | undefined;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground(),
      Title: { x: screen.left, y: screen.top + 20, color: colours.text },
      About: { x: screen.left, color: colours.soft },
      Buttons: { type: ButtonList, x: screen.left, direction: 'column' },
      Legend: { x: screen.left, visible: false },
      Clip: {
        x: listX() - BLEED,
        y: LIST_Y - BLEED,
        w: screen.w - listX() + BLEED,
        h: LIST_H + BLEED,
        clipping: true,
        List: { type: Rail, x: BLEED, y: BLEED },
      },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, routine: Routine): void {
    this.shell = shell;
    if (routine.id !== this.routine?.id) {
      this.isInList = false;
      this.follow = undefined;
      this.routine = routine;
      this.draw();
      if (this.list) this.list.index = 0;
      const buttons = this.getByRef('Buttons');
      buttons?.select(buttons.buttons[0]?.id ?? '');
      return;
    }
    this.routine = routine;
    this.draw();
  }

  /** Shows a changed routine; another page may have changed it. */
  override remembered(): void {
    const { routine, shell } = this;
    const now = routine && shell?.services.routines.find(routine.id);
    if (!now || now === routine) return;
    this.routine = now;
    this.draw();
  }

  /**
   * Today's routine, on a set that stayed on overnight: the first key of the next day shows the new
   * one, as on the home screen.
   */
  override _captureKey(): boolean {
    const { routine, shell } = this;
    if (!shell || routine?.id !== TODAY_ID) return false;
    if (shell.services.routines.today === routine) return false;
    this.remembered();
    askAboutPain(shell);
    return true;
  }

  lead(part: object): void {
    this.isInList = part === this.list;
    this._refocus();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.isInList && this.list?.length ? this.list : this.getByRef('Buttons');
  }

  override _handleRight(): void {
    this.isInList = (this.list?.length ?? 0) > 0;
    this._refocus();
  }

  override _handleLeft(): void {
    this.isInList = false;
    this._refocus();
  }

  override _handleBack(): void {
    this.shell?.back();
  }

  private get list(): Rail<RoutineRowItem> | undefined {
    return this.getByRef('Clip')?.getByRef('List') as Rail<RoutineRowItem> | undefined;
  }

  private draw() {
    const { follow, routine, shell } = this;
    if (!routine || !shell) return;
    this.follow = undefined;
    const rows = routineRows(routine, shell, follow, (focus) => {
      this.follow = focus;
    });
    this.drawLeft(routine, shell, rows);
    const { list } = this;
    if (list) {
      list.rail = {
        cell: RoutineRow,
        direction: 'column',
        step: step(),
        view: LIST_H,
        items: rows,
      };
      if (follow) list.index = follow.place;
    }
    if (!rows.length) this.isInList = false;
    this._refocus();
  }

  private drawLeft(routine: Routine, shell: Shell, rows: readonly RoutineRowItem[]) {
    const count = rows.length;
    const { routines, routineSeconds, t } = shell.services;
    const title = wrapLines(nameOfRoutine(t, routine), type.title, leftW(), TITLE_LINES);
    const why = t(routines.isOwn(routine) ? 'routine.emptyWhy' : 'routine.emptyToday');
    const about =
      count === 0
        ? `${t('routine.empty')}\n${why}`
        : t('routine.about', {
            exercises: t.count('count.exercises', count),
            minutes: minutesText(t, routineSeconds(routine)),
          });
    const lines = wrapLines(about, type.body, leftW());
    const aboutY = screen.top + 32 + title.length * type.title.lineHeight;
    const buttonsY = aboutY + lines.length * type.body.lineHeight + 44;
    const buttons = routineButtons(routine, shell, leftW());
    const buttonsH = buttons.length * (buttonH() + BUTTON_GAP.column) - BUTTON_GAP.column;
    const legend = rows.some(({ dose }) => dose.ours) ? t('dose.legend') : '';
    this.patch({
      Title: { text: boxed(type.title, title, leftW()) },
      About: { y: aboutY, text: boxed(type.body, lines, leftW()) },
      Buttons: {
        y: buttonsY,
        buttons,
      },
      Legend: legendAt(buttonsY + buttonsH + LEGEND_GAP, legend),
    });
  }
}

/** Most lines of a routine's name. */
const TITLE_LINES = 3;

/** What the asterisk means, below the buttons, where there is room for it. */
function legendAt(y: number, legend: string) {
  const x = MARK + 12;
  const lines = wrapLines(legend, type.caption, leftW() - x);
  const hasRoom = y + lines.length * type.caption.lineHeight <= screen.bottom;
  if (!legend || !hasRoom) return { visible: false };
  return {
    visible: true,
    y,
    children: [
      mark(0, Math.round((type.caption.lineHeight - MARK) / 2)),
      { x, text: boxed(type.caption, lines, leftW() - x), color: colours.soft },
    ],
  };
}
