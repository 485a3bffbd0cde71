/** Chips on an exercise's tile and page. */
import type { AppServices } from '../../app/services';
import type { Exercise } from '../../catalogue/types';
import type { Translate } from '../../texts/translate';
import { translationNote } from '../../texts/words';
import { colours, type } from '../theme';
import type { ChipSpec } from './Chip';

/** The chip that names an exercise's level; undefined for exercises for everyone. */
export function levelChip(t: Translate, { level }: Exercise): ChipSpec | undefined {
  if (level === 'basic') return undefined;
  return level === 'advanced'
    ? {
        text: t('level.advanced'),
        color: colours.coral,
        ink: colours.onAccent,
        icon: 'alert-triangle',
      }
    : { text: t('level.harder'), color: colours.accent, ink: colours.onAccent };
}

/**
 * The chip of an exercise that the app doesn't choose: the patient excluded it, or skipped it today
 * because it hurt. The patient can still start it.
 */
export function keptOutChip(
  { routines, t }: Pick<AppServices, 'routines' | 't'>,
  { id }: Exercise,
): ChipSpec | undefined {
  if (routines.isLeftOut(id)) return { text: t('leftOut.chip'), ink: colours.sand };
  return routines.isSkipped(id) ? { text: t('pain.chip'), ink: colours.coral } : undefined;
}

/** The chip of an exercise whose text is a translation; undefined for the brochure's own text. */
export function translationChip(t: Translate, exercise: Exercise): ChipSpec | undefined {
  const text = translationNote(t, exercise);
  return text ? { text, style: type.small, color: colours.card, ink: colours.soft } : undefined;
}
