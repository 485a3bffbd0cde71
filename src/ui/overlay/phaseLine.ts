/** Where one is in an exercise, in words. */
import type { OverlayState } from '../../timeline/overlay';
import type { Translate } from '../texts/translate';

/** A repetition's number is shown while one is being done. */
export const countsRepetitions = ({ atEase, phase, repetitions, timed }: OverlayState): boolean =>
  !timed &&
  repetitions > 1 &&
  (phase === 'move' || phase === 'hold' || phase === 'return' || atEase);

/** "Reeks 1 van 2 · Links". */
export const placeOf = (overlay: OverlayState, t: Translate): string =>
  [
    overlay.sets > 1 ? t('player.set', { n: overlay.set, all: overlay.sets }) : '',
    overlay.partTitle ?? '',
    overlay.side ? t(`side.${overlay.side}`) : '',
  ]
    .filter(Boolean)
    .join('  ·  ');
