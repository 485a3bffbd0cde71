/** Starting a routine: what is for advanced people is asked about first. */
import type { Exercise } from '../../catalogue/types';
import type { Routine } from '../../session/routine';
import type { Shell } from '../shell';

const open = (routine: Routine, shell: Shell) => {
  shell.services.routines.wish(routine);
  shell.go(`player/${routine.id}`);
};

/** The brochure's own caution; where several exercises ask for one, their names and a plain one. */
function cautionText(advanced: Exercise[], shell: Shell): string {
  const { t } = shell.services;
  const [only] = advanced;
  if (only && advanced.length === 1) {
    return `${only.title}.\n${only.caution ?? t('caution.plain')}`;
  }
  const names = advanced.map((one) => one.shortTitle).join(', ');
  return `${t('routine.advanced', { names })}\n${t('caution.plain')}`;
}

/** Starts a routine with one OK, except where the brochure asks for caution. */
export function startRoutine(routine: Routine, shell: Shell): void {
  const { routines, t } = shell.services;
  const exercises = routines.exercisesOf(routine);
  if (!exercises.length) return;
  const advanced = exercises.filter((exercise) => exercise.level === 'advanced');
  if (!advanced.length) {
    open(routine, shell);
    return;
  }
  shell.ask({
    id: 'caution',
    title: t('caution.title'),
    icon: 'alert-triangle',
    text: cautionText(advanced, shell),
    buttons: [
      { id: 'back', label: t('caution.back'), press: () => {} },
      {
        id: 'start',
        label: t('caution.start'),
        icon: 'play-solid',
        press: () => open(routine, shell),
      },
    ],
  });
}
