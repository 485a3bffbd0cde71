/** What the home screen asks: how yesterday's pain went, and whether an exercise may come back. */
import type { Exercise } from '../../../catalogue/types';
import { daysBetween } from '../../../session/memory/day';
import { bringBackExercise, excludeExercise } from '../../../session/memory/excludedExercises';
import type { ExcludedExercise, PainAnswer, PainNote } from '../../../session/memory/memory';
import { answerPain, offersExclusion, openQuestion } from '../../../session/memory/pain';
import { dayText } from '../../../texts/days';
import { capital } from '../../../texts/dose';
import type { Shell } from '../../shell';
import { colours } from '../../theme';

/** Offers the shelf after an answer that leaves the exercise out of the next routine. */
function offerShelf(shell: Shell, { shortTitle, id }: Exercise): void {
  const { memoryStore, t } = shell.services;
  shell.ask({
    id: 'leaveOut',
    title: t('painBack.shelfTitle'),
    text: t('painBack.shelf', { exercise: shortTitle }),
    direction: 'column',
    buttons: [
      {
        id: 'shelf',
        label: t('painBack.toShelf'),
        icon: 'minus-circle',
        primary: true,
        press: () =>
          memoryStore.change((memory) => excludeExercise(memory, id, 'pain', memoryStore.today())),
      },
      { id: 'once', label: t('painBack.onlyNext'), press: () => {} },
    ],
  });
}

/** Asks how a pain of an earlier day went on; whatever the answer, never again. */
function askHowItWent(shell: Shell, note: PainNote, exercise: Exercise): void {
  const { memoryStore, t } = shell.services;
  const answer = (said: PainAnswer) => {
    memoryStore.change((memory) => answerPain(memory, note, said, memoryStore.today()));
    if (offersExclusion(said)) offerShelf(shell, exercise);
  };
  const daysAgo = daysBetween(note.day, memoryStore.today());
  shell.ask({
    id: 'painBack',
    title: t('painBack.title'),
    icon: 'heart',
    tone: colours.coral,
    text: t('painBack.text', {
      when: capital(dayText(t, note.day, daysAgo)),
      exercise: exercise.shortTitle,
    }),
    direction: 'column',
    buttons: [
      { id: 'gone', label: t('painBack.gone'), press: () => answer('gone') },
      { id: 'lasted', label: t('painBack.lasted'), press: () => answer('lasted') },
      { id: 'worse', label: t('painBack.worse'), press: () => answer('worse') },
      { id: 'later', label: t('painBack.notNow'), press: () => answer('unanswered') },
    ],
    back: () => answer('unanswered'),
  });
}

/** Asks about earlier pain, where there is something to ask. */
export function askAboutPain(shell: Shell): void {
  const { memoryStore, routines } = shell.services;
  const note = openQuestion(memoryStore.memory, memoryStore.today());
  const exercise = note && routines.exercise(note.exercise);
  if (note && exercise) askHowItWent(shell, note, exercise);
}

/** An exercise on the shelf: since when and why, and bringing it back with one OK. */
export function askLeftOut(
  shell: Shell,
  { id, shortTitle }: Exercise,
  entry: ExcludedExercise,
): void {
  const { memoryStore, t } = shell.services;
  const since = dayText(t, entry.since, daysBetween(entry.since, memoryStore.today()));
  shell.ask({
    id: 'leftOut',
    title: shortTitle,
    text: t(`leftOut.${entry.reason}`, { since }),
    icon: 'minus-circle',
    buttons: [
      {
        id: 'bringBack',
        label: t('leftOut.bringBack'),
        icon: 'rotate-ccw',
        primary: true,
        press: () => memoryStore.change((memory) => bringBackExercise(memory, id)),
      },
      { id: 'look', label: t('leftOut.look'), press: () => shell.go(`exercise/${id}`) },
      { id: 'close', label: t('dialog.close'), press: () => {} },
    ],
    focus: 'bringBack',
  });
}
