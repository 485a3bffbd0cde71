/** Starts or continues a routine. It first asks about exercises for advanced people. */

import type { ShownItem } from '../../app/routines';
import type { Exercise } from '../../catalogue/types';
import type { SavedCheckpoint } from '../../session/memory/memory';
import type { Routine } from '../../session/routine/routine';
import { shortName } from '../../texts/words';
import type { Shell } from '../shell';
import { askAboutPain } from './home/homeDialogs';

/** A resume point in words. */
export interface ResumeText {
  exercise: Exercise | undefined;
  /** The exercise's short name. */
  name: string;
  /** Such as "reeks 2 van 2, links, herhaling 3"; empty when the exercise has only one place. */
  place: string;
}

/** Says the exercise and the place in it, such as "reeks 1 van 2, rechts, herhaling 3". */
export function resumeText({ at, routine }: SavedCheckpoint, { services }: Shell): ResumeText {
  const { routines, t } = services;
  const shown = routines.shown(routine);
  const isThere = (one: ShownItem | undefined) => one?.item.exercise === at.exercise;
  const exercise = (isThere(shown[at.index]) ? shown[at.index] : shown.find(isThere))?.exercise;
  const part = exercise?.parts.find(({ id }) => id === at.part);
  if (!exercise || !part)
    return { exercise, name: exercise ? shortName(exercise) : at.exercise, place: '' };
  const { durationSeconds, reps = 1, sets } = part.dose;
  const place = [
    exercise.parts.length > 1 ? t.inSentence(part.title ?? '') : '',
    sets > 1 ? t.inSentence(t('player.set', { n: at.set, all: sets })) : '',
    at.side ? t(`side.${at.side}`).toLowerCase() : '',
    reps > 1 && durationSeconds === undefined ? t('resume.repetition', { n: at.repetition }) : '',
  ].filter(Boolean);
  return { exercise, name: shortName(exercise), place: place.join(', ') };
}

/** The brochure's caution. When several exercises have one, their names and a common sentence. */
function cautionText(advanced: Exercise[], shell: Shell): string {
  const { t } = shell.services;
  const [only] = advanced;
  if (only && advanced.length === 1) {
    return `${shortName(only)}.\n${only.caution ?? t('caution.plain')}`;
  }
  const names = advanced.map(shortName).join(', ');
  return `${t('routine.advanced', { names })}\n${t('caution.plain')}`;
}

/** Calls `go` at once; when the brochure has a caution, it asks first. */
function withCaution(routine: Routine, shell: Shell, go: () => void): void {
  const { routines, t } = shell.services;
  const advanced = routines
    .shown(routine)
    .map(({ exercise }) => exercise)
    .filter((exercise) => exercise.level === 'advanced');
  if (!advanced.length) {
    go();
    return;
  }
  shell.ask({
    id: 'caution',
    title: t('caution.title'),
    icon: 'alert-triangle',
    text: cautionText(advanced, shell),
    buttons: [
      { id: 'back', label: t('caution.back'), press: () => {} },
      { id: 'start', label: t('caution.start'), icon: 'play-solid', press: go },
    ],
  });
}

/** Continues a routine at its resume point, after the questions about earlier pain. */
export function goOn(saved: SavedCheckpoint, shell: Shell): void {
  const { sessions } = shell.services;
  askAboutPain(shell, () => {
    const now = sessions.resumePoints.find(({ routine }) => routine.id === saved.routine.id);
    // An answer may exclude the exercise of the resume point. Then the player doesn't open, since the
    // patient has not seen the new start.
    if (now?.at.exercise !== saved.at.exercise) return;
    const { routine, at } = now;
    withCaution(routine, shell, () => {
      sessions.request(routine, at);
      shell.go(`player/${routine.id}`);
    });
  });
}

/**
 * Starts a routine, after the questions about earlier pain. For a routine with a resume point, it asks
 * where to begin.
 * @param isAnew true begins at the start without asking
 */
export function startRoutine(routine: Routine, shell: Shell, isAnew = false): void {
  const { routines } = shell.services;
  if (!routines.shown(routine).length) return;
  const wasToday = routines.today === routine;
  askAboutPain(shell, () => {
    // An answer may change today's routine. Then the player doesn't open, since the patient has not
    // seen the new one.
    const isOther = wasToday && !hasSameItems(routines.today, routine);
    if (!isOther) begin(routines.asChosenNow(routine), shell, isAnew);
  });
}

const hasSameItems = (one: Routine, other: Routine): boolean =>
  JSON.stringify(one.items) === JSON.stringify(other.items);

/** Begins at once, or asks where to begin. */
function begin(routine: Routine, shell: Shell, isAnew: boolean): void {
  const { memoryStore, mode, routines, sessions, t } = shell.services;
  if (!routines.shown(routine).length) return;
  if (mode.groupMode(memoryStore.memory.settings.group)) {
    withCaution(routine, shell, () => {
      sessions.requestForGroup(routine);
      shell.go(`group/${routine.id}`);
    });
    return;
  }
  const fromStart = () => {
    sessions.request(routine);
    shell.go(`player/${routine.id}`);
  };
  const resumePoint = sessions.resumePointIn(routine);
  if (!resumePoint || isAnew) {
    withCaution(routine, shell, fromStart);
    return;
  }
  const { name, place } = resumeText(resumePoint, shell);
  shell.ask({
    id: 'resume',
    title: t('resume.title'),
    text: t('resume.text', { place: [name, place].filter(Boolean).join(': ') }),
    buttons: [
      {
        id: 'go',
        label: t('resume.go'),
        icon: 'play-solid',
        primary: true,
        press: () => goOn(resumePoint, shell),
      },
      {
        id: 'again',
        label: t('resume.again'),
        icon: 'repeat',
        press: () => withCaution(routine, shell, fromStart),
      },
    ],
    focus: 'go',
  });
}
