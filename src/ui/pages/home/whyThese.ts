/** Reasons for the choice of today's exercises, in one line. It takes the strongest reasons that fit. */

import type { Library } from '../../../app/services';
import type { Reason } from '../../../session/choosing/today';
import type { Translate } from '../../../texts/translate';
import { listText } from '../../../texts/words';
import { type } from '../../theme';
import { textWidth } from '../../theme/measure';

/** Width of the line in the hero, px. */
const LINE_W = 930;

/** The line, such as "Andere oefeningen dan gisteren. Enkel met wat je in huis hebt." */
export function whyThese(t: Translate, reasons: readonly Reason[], library: Library): string {
  const titles = library.categories.map(({ title }) => t.inSentence(title));
  const categories = listText(t, titles);
  let line = '';
  for (const { key, params } of reasons) {
    const longer = `${line} ${t(`why.${key}`, { ...params, categories })}`.trim();
    if (!line || textWidth(longer, type.small) <= LINE_W) line = longer;
  }
  return line;
}
