/** Why these exercises, in one line: the first reasons that fit. */
import type { Reason } from '../../session/daily';
import type { Translate } from '../texts/translate';

/** How many reasons are worth a line. */
const MOST = 2;

/** "Van alles wat. Andere oefeningen dan gisteren." */
export const whyThese = (t: Translate, reasons: readonly Reason[]): string =>
  reasons
    .slice(0, MOST)
    .map(({ key, params }) => t(`why.${key}`, params))
    .join(' ');
