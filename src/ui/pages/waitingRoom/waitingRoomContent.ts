/** Turns the loop's steps and the screen's health into the words of the waiting room. */

import type { AppServices } from '../../../app/services';
import type { Health, WaitingRoomView } from '../../../app/waitingRoomLoop';
import type { Exercise } from '../../../catalogue/types';
import { NO_CENTRE } from '../../../session/centre/centre';
import { waitingRoomExercises } from '../../../session/centre/centreRoutines';
import { isForChair } from '../../../session/centre/waitingRoomSteps';
import { clockText } from '../../../texts/clock';
import { weekdayName } from '../../../texts/days';
import { exerciseDose } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
import { shortName } from '../../../texts/words';
import type { ChipSpec } from '../../components/Chip';
import type { RoomHeadSpec } from '../../components/RoomHead';
import type { StaffMarkSpec } from '../../components/StaffMark';
import { colours } from '../../theme';
import type { IconName } from '../../theme/shapes';
import { spokenAddress } from '../take/takeContent';

const ICONS: Record<Health, IconName> = {
  well: 'check-circle',
  offline: 'wifi-off',
  stale: 'alert-triangle',
  empty: 'alert-triangle',
  video: 'video-off',
  files: 'alert-triangle',
};

/** The sign for staff: all is well, or what is wrong. */
export const staffMarkOf = (t: Translate, health: Health): StaffMarkSpec => ({
  icon: ICONS[health],
  word: t(`waitingRoom.mark.${health}`),
  isWell: health === 'well',
});

/** The dose at home, from the brochure. */
const doseOf = (t: Translate, exercise: Exercise): ChipSpec => {
  const { ours, text } = exerciseDose(t, exercise);
  return { text: t('waitingRoom.atHome', { dose: t.inSentence(text) }), ours };
};

/** The chip that says people can do the exercise on their chair; undefined for other exercises. */
const chairOf = (t: Translate, exercise: Exercise): ChipSpec | undefined =>
  isForChair(exercise)
    ? { text: t('waitingRoom.chair'), color: colours.accent, ink: colours.onAccent }
    : undefined;

/** Texts below the film. @param nothing text for an empty loop */
export const headOf = (
  t: Translate,
  exercise: Exercise | undefined,
  nothing: string,
): RoomHeadSpec => ({
  title: exercise ? shortName(exercise) : nothing,
  dose: exercise && doseOf(t, exercise),
  chair: exercise && chairOf(t, exercise),
});

/**
 * What one does with the exercises at home: by the QR code, or by the address when the room has no place
 * for a code. Empty when there is neither.
 */
export function takeOf(t: Translate, hasCode: boolean, address: string | undefined): string {
  if (hasCode) return t('waitingRoom.scan');
  const where = address === undefined ? '' : spokenAddress(address);
  return where && t('waitingRoom.take', { where });
}

/** The notice that any key shows: whose screen this is, or while it is dark, until when. */
export function deskOf(t: Translate, { isDark, opens }: Pick<WaitingRoomView, 'isDark' | 'opens'>) {
  const staff = t('waitingRoom.deskStaff');
  if (!isDark) return { title: t('waitingRoom.desk'), why: t('waitingRoom.deskWhy'), staff };
  if (!opens) return { title: t('waitingRoom.dark'), why: '', staff };
  const clock = clockText(t, opens.minutes);
  const time = opens.days ? `${weekdayName(t, opens.weekday)} ${clock}` : clock;
  return { title: t('waitingRoom.darkUntil', { time }), why: '', staff };
}

/** Id of the brochure's advice about its QR code. It is shown only on a screen with a code. */
const QR_ADVICE = 'qr-code';

/** Content of the loop in the current language. */
export function contentOf({ centre, library, phoneAddress }: AppServices) {
  const known = new Map(library.exercises.map((one) => [one.id, one]));
  return {
    exercises: waitingRoomExercises(centre, known).exercises,
    advice: library.advice.filter(({ id }) => id !== QR_ADVICE || phoneAddress !== undefined),
    repetitions: centre.waitingRoom.repetitions ?? NO_CENTRE.waitingRoom.repetitions,
  };
}
