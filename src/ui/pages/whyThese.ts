/** Why these exercises, in one line: the first reasons that fit. */
import type { Reason } from '../../session/daily';
import type { Library } from '../services';
import type { Translate } from '../texts/translate';
import { listText } from '../texts/words';

/** How many reasons are worth a line. */
const MOST = 2;

/** "Andere oefeningen dan gisteren. Van elk iets: houding, kracht en mobiliteit." */
export function whyThese(t: Translate, reasons: readonly Reason[], library: Library): string {
  const categories = listText(
    t,
    library.categories.map(({ title }) => title.toLowerCase()),
  );
  return reasons
    .slice(0, MOST)
    .map(({ key, params }) => t(`why.${key}`, { ...params, categories }))
    .join(' ');
}
