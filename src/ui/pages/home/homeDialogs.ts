/** Questions on the home screen about earlier pain. */
import type { Exercise } from '../../../catalogue/types';
import { excludeExercise } from '../../../session/memory/excludedExercises';
import type { PainAnswer, PainNote } from '../../../session/memory/memory';
import {
  answerPain,
  offersExclusion,
  openQuestions,
  postponePain,
} from '../../../session/memory/pain';
import { dayText } from '../../../texts/days';
import { capital } from '../../../texts/dose';
import type { Shell } from '../../shell';
import { colours } from '../../theme';

/**
 * Offers to exclude the exercise, after an answer that keeps it out of the next routine.
 * @param then runs after the dialog, whatever the answer is
 */
function offerShelf(shell: Shell, { shortTitle, id }: Exercise, then: () => void): void {
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
        press: () => {
          memoryStore.change((memory) => excludeExercise(memory, id, 'pain', memoryStore.today()));
          then();
        },
      },
      { id: 'once', label: t('painBack.onlyNext'), press: then },
    ],
    back: then,
  });
}

/**
 * Asks how a pain of an earlier day developed. The focus is on the button that postpones the question,
 * so that an OK out of habit is no statement about health.
 * @param then runs after the answer
 */
function askHowItWent(shell: Shell, note: PainNote, exercise: Exercise, then: () => void): void {
  const { memoryStore, t } = shell.services;
  const answer = (said: PainAnswer) => {
    memoryStore.change((memory) => answerPain(memory, note, said, memoryStore.today()));
    if (offersExclusion(said)) offerShelf(shell, exercise, then);
    else then();
  };
  const postpone = () => {
    memoryStore.change((memory) => postponePain(memory, note, memoryStore.today()));
    then();
  };
  const isLast = note.postponedOn !== undefined;
  shell.ask({
    id: 'painBack',
    title: t('painBack.title'),
    icon: 'frown',
    tone: colours.coral,
    text: t('painBack.text', {
      when: capital(dayText(t, note.day, memoryStore.today())),
      exercise: exercise.shortTitle,
    }),
    direction: 'column',
    buttons: [
      { id: 'gone', label: t('painBack.gone'), press: () => answer('gone') },
      { id: 'lasted', label: t('painBack.lasted'), press: () => answer('lasted') },
      { id: 'worse', label: t('painBack.worse'), press: () => answer('worse') },
      { id: 'later', label: t(isLast ? 'painBack.notNow' : 'painBack.later'), press: postpone },
    ],
    focus: 'later',
    back: postpone,
  });
}

/**
 * Asks about earlier pain, one exercise after the other. A set in group mode doesn't ask.
 * @param then runs after the last question; at once when there is no question
 */
export function askAboutPain(shell: Shell, then: () => void = () => {}): void {
  const { memoryStore, mode, routines } = shell.services;
  const { memory } = memoryStore;
  const isGroup = mode.groupMode(memory.settings.group);
  for (const note of isGroup ? [] : openQuestions(memory, memoryStore.today())) {
    const exercise = routines.exercise(note.exercise);
    if (!exercise) continue;
    askHowItWent(shell, note, exercise, () => askAboutPain(shell, then));
    return;
  }
  then();
}
