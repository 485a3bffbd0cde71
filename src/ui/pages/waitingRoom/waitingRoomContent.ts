/** What the waiting room's screen says: steps and health turned into words. */

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
  offline: 'globe',
  stale: 'alert-triangle',
  empty: 'alert-triangle',
  video: 'eye',
  files: 'alert-triangle',
};

/** For staff: that all is well, or what isn't. */
export const staffMarkOf = (t: Translate, health: Health): StaffMarkSpec => ({
  icon: ICONS[health],
  word: t(`waitingRoom.mark.${health}`),
  isWell: health === 'well',
});

/** How much one does of it at home, as the brochure says. */
const doseOf = (t: Translate, exercise: Exercise): ChipSpec => {
  const { ours, text } = exerciseDose(t, exercise);
  return { text: t('waitingRoom.atHome', { dose: t.inSentence(text) }), ours };
};

/** That one may follow it where one sits. */
const chairOf = (t: Translate, exercise: Exercise): ChipSpec | undefined =>
  isForChair(exercise)
    ? { text: t('waitingRoom.chair'), color: colours.accent, ink: colours.onAccent }
    : undefined;

/**
 * What stands beside the picture; of a code that the room has no place for the address at least.
 * @param nothing what is said where there is nothing to show
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

/** The brochure's word about its QR code means something only where there is one. */
const QR_ADVICE = 'qr-code';

/** What the loop is made of, in the language of now. */
export function contentOf({ centre, library, phoneAddress }: AppServices) {
  const known = new Map(library.exercises.map((one) => [one.id, one]));
  return {
    exercises: waitingRoomExercises(centre, known).exercises,
    advice: library.advice.filter(({ id }) => id !== QR_ADVICE || phoneAddress !== undefined),
    repetitions: centre.waitingRoom.repetitions ?? NO_CENTRE.waitingRoom.repetitions,
  };
}
