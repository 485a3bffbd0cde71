/** The question whether an excluded exercise may come back. */
import type { Exercise } from '../../../catalogue/types';
import { bringBackExercise } from '../../../session/memory/excludedExercises';
import type { ExcludedExercise } from '../../../session/memory/memory';
import { dayText } from '../../../texts/days';
import type { Shell } from '../../shell';

/** Tells since when and why an exercise is excluded. One OK brings it back. */
export function askLeftOut(
  shell: Shell,
  { id, shortTitle }: Exercise,
  entry: ExcludedExercise,
): void {
  const { memoryStore, t } = shell.services;
  const since = dayText(t, entry.since, memoryStore.today());
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
