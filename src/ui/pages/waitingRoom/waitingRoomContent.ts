/** Turns the loop's steps and the screen's health into the words of the waiting room. */

import type { AppServices } from '../../../app/services';
import type { Health } from '../../../app/waitingRoomLoop';
import type { Exercise } from '../../../catalogue/types';
import { NO_CENTRE } from '../../../session/centre/centre';
import { waitingRoomExercises } from '../../../session/centre/centreRoutines';
import { isForChair } from '../../../session/centre/waitingRoomSteps';
import { exerciseDose } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
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

/**
 * Texts beside the picture. When the room has no place for a QR code, they contain the address.
 * @param nothing text for an empty loop
 */
export function headOf(
  t: Translate,
  exercise: Exercise | undefined,
  qr: object | undefined,
  address: string | undefined,
  nothing: string,
): RoomHeadSpec {
  const where = address === undefined ? '' : spokenAddress(address);
  return {
    eyebrow: t('waitingRoom.lookNow'),
    title: exercise?.title ?? nothing,
    dose: exercise && doseOf(t, exercise),
    chair: exercise && chairOf(t, exercise),
    take: qr ? t('waitingRoom.scan') : where && t('waitingRoom.take', { where }),
  };
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
