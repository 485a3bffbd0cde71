/** Texts of the end screen: what was done, how it ended, the week so far. */
import type { AppServices } from '../../../app/services';
import type { Exercise } from '../../../catalogue/types';
import { withVariant } from '../../../catalogue/variant';
import type { SessionSummary } from '../../../playback/controller/controller';
import { type CalendarDay, weekDaysOf } from '../../../session/memory/history';
import { countEndings, type Ending, endingOf } from '../../../session/walk/summary';
import { weekdayHeads } from '../../../texts/days';
import type { Translate } from '../../../texts/translate';
import { minutesText, shortName } from '../../../texts/words';
import type { ButtonSpec } from '../../components/Button';
import { type StripItem, stripMost } from '../../components/ExerciseStrip';
import type { WeekSpec } from '../../components/WeekCard';
import type { Shell } from '../../shell';
import type { IconName } from '../../theme/shapes';
import { weekSpec } from '../history/historyContent';
import { pictureOf } from '../home/homeContent';
import { startRoutine } from '../startRoutine';

const LOOK: Record<Ending, { icon: IconName; ink: 'mint' | 'soft' | 'coral' }> = {
  done: { icon: 'check-circle', ink: 'mint' },
  skipped: { icon: 'skip-forward', ink: 'soft' },
  hurt: { icon: 'frown', ink: 'coral' },
  doneHurt: { icon: 'frown', ink: 'coral' },
};

/** An exercise of the session, and how it ended. */
export interface DoneItem extends StripItem {
  icon: IconName;
  ink: 'mint' | 'soft' | 'coral';
  how: string;
}

export interface DoneContent {
  title: string;
  about: string;
  items: DoneItem[];
  /** The brochure's advice after pain; undefined: nothing hurt. */
  advice: string | undefined;
  /** The week so far; undefined where nothing was done, or for a group. */
  week: { spec: WeekSpec; heads: string[]; days: CalendarDay[] } | undefined;
  buttons: ButtonSpec[];
}

const titleKey = (done: number, leftHurt: number) => {
  if (leftHurt) return 'done.titleSome';
  return done > 0 ? 'done.title' : 'done.titleNone';
};

const about = (t: Translate, done: number, seconds: number): string =>
  done === 0
    ? t('done.none')
    : t('done.about', {
        exercises: t.count('count.exercises', done),
        minutes: minutesText(t, seconds),
      });

/** Says how an exercise ended; for one that hurt, also whether it is excluded. */
function outcomeText(t: Translate, ending: Ending, isLeftOut: boolean): string {
  const isHurt = ending === 'hurt' || ending === 'doneHurt';
  return t(isHurt && isLeftOut ? `done.outcome.${ending}Out` : `done.outcome.${ending}`);
}

/** The exercises in order. Where not all can be shown, those that hurt are among the first ones. */
function itemsOf({ outcomes }: SessionSummary, shell: Shell): DoneItem[] {
  const { routines, t } = shell.services;
  const most = stripMost();
  const room = outcomes.length > most ? most - 1 : most;
  const rank = ({ outcome }: SessionSummary['outcomes'][number]) => (outcome === 'hurt' ? 0 : 1);
  const first = [...outcomes].sort((one, other) => rank(one) - rank(other)).slice(0, room);
  const inOrder = [
    ...outcomes.filter((one) => first.includes(one)),
    ...outcomes.filter((one) => !first.includes(one)),
  ];
  return inOrder.map((one) => {
    const ending = endingOf(one);
    return {
      ...LOOK[ending],
      name: shortName(one.exercise),
      picture: pictureOf(one.exercise, shell, 'tile'),
      how: outcomeText(t, ending, routines.isLeftOut(one.exercise.id)),
    };
  });
}

/** The brochure's advice about pain. It doesn't accept light pain in an exercise for advanced people. */
function adviceAbout(hurt: readonly Exercise[], { library }: AppServices): string | undefined {
  if (!hurt.length) return undefined;
  const stricter = hurt.find(({ level }) => level === 'advanced')?.caution;
  return stricter ?? library.advice.find(({ id }) => id === 'luisteren')?.text;
}

function buttonsOf(shell: Shell, done: number): ButtonSpec[] {
  const { sessions, t } = shell.services;
  const { again } = sessions;
  const home: ButtonSpec = {
    id: 'home',
    label: t('done.home'),
    icon: 'home',
    primary: true,
    press: () => shell.home(),
  };
  if (!again || !done) return [home];
  return [
    home,
    {
      id: 'again',
      label: t('done.again'),
      icon: 'repeat',
      press: () => startRoutine(again, shell, true),
    },
  ];
}

export function doneContent(summary: SessionSummary, shell: Shell): DoneContent {
  const { memoryStore, mode, routines, t } = shell.services;
  const { memory } = memoryStore;
  // Takes the names in the current language: it may have changed since the session.
  const outcomes = summary.outcomes.map((one) => {
    const known = routines.exercise(one.exercise.id);
    return known ? { ...one, exercise: withVariant(known, one.exercise.variant) } : one;
  });
  const { done, leftHurt } = countEndings(outcomes);
  const hurt = outcomes.filter(({ outcome }) => outcome === 'hurt').map((one) => one.exercise);
  const hasWeek = done > 0 && !hurt.length && !mode.groupMode(memory.settings.group);
  return {
    title: t(titleKey(done, leftHurt)),
    about: about(t, done, summary.seconds),
    items: itemsOf({ ...summary, outcomes }, shell),
    advice: adviceAbout(hurt, shell.services),
    week: hasWeek
      ? {
          spec: weekSpec(shell),
          heads: weekdayHeads(t),
          days: weekDaysOf(memory, memoryStore.today()),
        }
      : undefined,
    buttons: buttonsOf(shell, done),
  };
}
