/** Words about pain during an exercise. */
import type { Exercise } from '../catalogue/types';
import type { Translate } from './translate';

/**
 * The text about pain during an exercise. The brochure accepts light pain, except in an exercise for
 * advanced people: its caution says to skip it.
 */
export const painText = (t: Translate, { caution, level }: Exercise): string =>
  level === 'advanced' ? (caution ?? t('caution.plain')) : t('pain.text');
