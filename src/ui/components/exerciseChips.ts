/** Marks that stand on an exercise's tile and page. */
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

/** Marks an exercise that the patient has left out. */
export const leftOutChip = (t: Translate): ChipSpec => ({
  text: t('leftOut.chip'),
  ink: colours.sand,
});

/** Marks an exercise whose words are a translation; undefined for the source's own words. */
export function translationChip(t: Translate, exercise: Exercise): ChipSpec | undefined {
  const text = translationNote(t, exercise);
  return text ? { text, style: type.small, color: colours.card, ink: colours.soft } : undefined;
}
