/** Where one is in an exercise, in words. */

import { isWait } from '../../../../catalogue/phases';
import type { Translate } from '../../../../texts/translate';
import type { OverlayState } from '../../../../timeline/overlay';

/** A repetition's number is shown while one is being done. */
export const countsRepetitions = (overlay: OverlayState): boolean =>
  !overlay.timed && overlay.repetitions > 1 && !isWait(overlay);

/** "Links · Reeks 1 van 2": the side first, beside its shape. */
export const setAndSide = (overlay: OverlayState, t: Translate): string =>
  [
    overlay.side ? t(`side.${overlay.side}`) : '',
    overlay.sets > 1 ? t('player.set', { n: overlay.set, all: overlay.sets }) : '',
    overlay.partTitle ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
