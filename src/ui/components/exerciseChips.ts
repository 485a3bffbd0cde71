/** Marks that stand on an exercise's tile and page. */
import type { AppServices } from '../../app/services';
import type { Exercise } from '../../catalogue/types';
import type { Translate } from '../../texts/translate';
import { translationNote } from '../../texts/words';
import { colours, type } from '../theme';
import type { ChipSpec } from './Chip';

/** A level's mark on a tile; none for the exercises that are for everyone. */
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
 * Marks an exercise that the app doesn't choose: the patient has left it out, or skipped it today
 * because it hurt. One may still start it.
 */
export function keptOutChip(
  { routines, t }: Pick<AppServices, 'routines' | 't'>,
  { id }: Exercise,
): ChipSpec | undefined {
  if (routines.isLeftOut(id)) return { text: t('leftOut.chip'), ink: colours.sand };
  return routines.isSkipped(id) ? { text: t('pain.chip'), ink: colours.coral } : undefined;
}

/** Marks an exercise whose words are a translation; undefined for the source's own words. */
export function translationChip(t: Translate, exercise: Exercise): ChipSpec | undefined {
  const text = translationNote(t, exercise);
  return text ? { text, style: type.small, color: colours.card, ink: colours.soft } : undefined;
}
