/** Starting a routine: what is for advanced people is asked about first. */
import type { Exercise } from '../../catalogue/types';
import type { Checkpoint } from '../../playback/conductor.types';
import type { Routine } from '../../session/routine';
import type { Shell } from '../shell';

/** "Zijplank: reeks 1 van 2, rechts, herhaling 3". */
function placeText({ exercise: id, ...at }: Checkpoint, routine: Routine, shell: Shell): string {
  const { routines, t } = shell.services;
  const exercise = routines.exercise(id);
  const place = exercise?.parts.findIndex((part) => part.id === at.part) ?? -1;
  const part = exercise?.parts[place];
  if (!exercise || !part) return id;
  const item = routine.items.find((one) => one.exercise === id);
  const { durationSeconds, reps = 1, sets } = item?.doses?.[place] ?? part.dose;
  const where = [
    part.title?.toLowerCase() ?? '',
    sets > 1 ? t('player.set', { n: at.set, all: sets }).toLowerCase() : '',
    at.side ? t(`side.${at.side}`).toLowerCase() : '',
    reps > 1 && durationSeconds === undefined ? t('resume.repetition', { n: at.repetition }) : '',
  ].filter(Boolean);
  return [exercise.shortTitle, where.join(', ')].filter(Boolean).join(': ');
}

/** Opens the player; where the routine was left before its end, asks first where to begin. */
function open(routine: Routine, shell: Shell): void {
  const { routines, t } = shell.services;
  const begin = (from?: Checkpoint) => {
    routines.wish(routine, from);
    shell.go(`player/${routine.id}`);
  };
  const left = routines.leftAt(routine);
  if (!left) {
    begin();
    return;
  }
  shell.ask({
    id: 'resume',
    title: t('resume.title'),
    text: t('resume.text', { place: placeText(left, routine, shell) }),
    buttons: [
      {
        id: 'go',
        label: t('resume.go'),
        icon: 'play-solid',
        primary: true,
        press: () => begin(left),
      },
      { id: 'again', label: t('resume.again'), icon: 'rotate-ccw', press: () => begin() },
    ],
    focus: 'go',
  });
}

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
