import type { Lightning } from '@lightningjs/sdk';
import type { Routine } from '../../session/routine';
import { BUTTON_H } from '../components/Button';
import { ButtonList } from '../components/ButtonList';
import { Rail } from '../components/Rail';
import { ROW, RoutineRow, type RoutineRowItem } from '../components/RoutineRow';
import type { Shell } from '../shell';
import { exerciseDose } from '../texts/dose';
import { isTextKey } from '../texts/translate';
import { levelChip, minutesText } from '../texts/words';
import { colours, screen, type } from '../theme';
import { wrapLines } from '../theme/measure';
import { pictureOf } from './homeContent';
import { ground, Page } from './Page';
import { startRoutine } from './starting';

interface Spec extends Lightning.Component.TemplateSpec {
  Ground: object;
  Title: object;
  About: object;
  Buttons: typeof ButtonList;
  Clip: { List: typeof Rail };
}

const LEFT_W = 460;
const LIST_X = screen.left + LEFT_W + 64;
const LIST_Y = screen.top + 26;
const STEP = ROW.h + 24;
/** Room for the focus ring inside the clipped list. */
const BLEED = 16;
const LIST_H = screen.h - LIST_Y;

/** A routine: what is in it, how long it takes, Start. */
export class RoutinePage
  extends Page<Spec>
  implements Lightning.Component.ImplementTemplateSpec<Spec>
{
  readonly pageName = 'routine';
  private shell: Shell | undefined;
  private routine: Routine | undefined;
  private isInList = false;

  static override _template(): Lightning.Component.Template<Spec> {
    return {
      Ground: ground,
      Title: { x: screen.left, y: screen.top + 20, color: colours.text },
      About: { x: screen.left, color: colours.soft },
      Buttons: { type: ButtonList, x: screen.left, direction: 'column' },
      Clip: {
        x: LIST_X - BLEED,
        y: LIST_Y - BLEED,
        w: screen.w - LIST_X + BLEED,
        h: LIST_H + BLEED,
        clipping: true,
        List: { type: Rail, x: BLEED, y: BLEED },
      },
    };
  }

  /** Called by the route table before the page opens. */
  open(shell: Shell, routine: Routine): void {
    if (routine !== this.routine) {
      this.isInList = false;
      const { list } = this;
      if (list) list.index = 0;
    }
    this.shell = shell;
    this.routine = routine;
    this.draw();
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.isInList && this.list?.length ? this.list : this.getByRef('Buttons');
  }

  override _handleRight(): void {
    this.isInList = true;
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
    const { routine, shell } = this;
    if (!routine || !shell) return;
    const { routines, routineSeconds, t } = shell.services;
    const exercises = routines.exercisesOf(routine);
    const isEmpty = exercises.length === 0;
    const name = isTextKey(routine.title) ? t(routine.title) : routine.title;
    const title = wrapLines(name, type.title, LEFT_W);
    const about = isEmpty
      ? `${t('routine.empty')}\n${t(routine === routines.mine ? 'routine.emptyWhy' : 'routine.emptyToday')}`
      : t('routine.about', {
          exercises: t.count('count.exercises', exercises.length),
          minutes: minutesText(t, routineSeconds(routine)),
        });
    const lines = wrapLines(about, type.body, LEFT_W);
    const aboutY = screen.top + 32 + title.length * type.title.lineHeight;
    const back = { id: 'back', label: t('routine.back'), w: LEFT_W, press: () => shell.back() };
    this.patch({
      Title: { text: { ...type.title, text: title.join('\n') } },
      About: { y: aboutY, text: { ...type.body, text: lines.join('\n') } },
      Buttons: {
        y: aboutY + lines.length * type.body.lineHeight + 44,
        h: BUTTON_H,
        buttons: isEmpty
          ? [{ ...back, primary: true }]
          : [
              {
                id: 'start',
                label: t('routine.start'),
                icon: 'play-solid',
                primary: true,
                w: LEFT_W,
                press: () => startRoutine(routine, shell),
              },
              back,
            ],
      },
    });
    const { list } = this;
    if (list) {
      list.rail = {
        cell: RoutineRow,
        direction: 'column',
        step: STEP,
        view: LIST_H,
        items: exercises.map((exercise) => ({
          id: exercise.id,
          title: exercise.shortTitle,
          dose: exerciseDose(t, exercise),
          level: levelChip(t, exercise),
          picture: pictureOf(exercise, shell, 'tile'),
          open: () => shell.go(`exercise/${exercise.id}`),
          // Today's is fixed: only one's own can be changed.
          ...(routine === routines.mine
            ? {
                remove: {
                  label: t('routine.remove'),
                  press: () => {
                    routines.remove(routine, exercise);
                    this.draw();
                  },
                },
              }
            : {}),
        })),
      };
    }
    if (isEmpty) this.isInList = false;
    this._refocus();
  }
}
