/** The progress in an exercise, in words. */

import { isWait } from '../../../../catalogue/phases';
import type { Translate } from '../../../../texts/translate';
import type { OverlayState } from '../../../../timeline/overlay';

/** True in a segment that belongs to a repetition: then the repetition's number is shown. */
export const countsRepetitions = (overlay: OverlayState): boolean =>
  !overlay.timed && overlay.repetitions > 1 && !isWait(overlay);

/** Side and set, such as "Links · Reeks 1 van 2". The side is first, beside its shape. */
export const setAndSide = (overlay: OverlayState & { sideWord?: string }, t: Translate): string =>
  [
    overlay.sideWord ?? (overlay.side ? t(`side.${overlay.side}`) : ''),
    overlay.sets > 1 ? t('player.set', { n: overlay.set, all: overlay.sets }) : '',
    overlay.partTitle ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
