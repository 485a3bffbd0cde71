/** What the player's screen says at a moment: the session controller's view turned into words. */
import type { Exercise, Part } from '../../../catalogue/types';
import type { SessionView } from '../../../playback/controller/controller';
import { capital, type DoseLine, doseSentence } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
import { paceText, shortName } from '../../../texts/words';
import { named } from '../../access/spoken';
import { atSize, type } from '../../theme';
import { textWidth } from '../../theme/measure';
import type { NextSpec } from './overlay/NextCard';

/** Whether it stands still, and another pace. */
export const newsOf = (t: Translate, { pace, pause, waiting }: SessionView): string[] => {
  const isPaused = pause === 'paused';
  const stands = isPaused ? `${t('player.paused')}. ${t('player.pausedWhy')}` : '';
  return [
    waiting ? t('player.waiting') : stands,
    named(
      pace === 1 ? undefined : t(pace < 1 ? 'player.slower' : 'player.faster'),
      paceText(t, pace),
    ),
  ];
};

/** Left of a second view, where the clips have one. */
const nameRoom = (): number => atSize(1200, 1200, 960);

/** The one name an exercise has in the player: its title where that fits, else (and of a variant) the short one. */
export const nameOf = (exercise: Exercise): string =>
  exercise.variant === undefined && textWidth(exercise.title, type.heading) <= nameRoom()
    ? exercise.title
    : shortName(exercise);

/** A part's dose for the card of what comes next. */
function doseOf(t: Translate, part: Part): DoseLine {
  const { ours, text } = doseSentence(t, part);
  return { text: capital(text), ours };
}

/** In a wait, what comes after it; otherwise nothing. */
export function nextOf(t: Translate, view: SessionView): NextSpec | undefined {
  const { exercise, next, nextPosition, overlay, waiting } = view;
  if (overlay.phase === 'done') {
    if (!next) return undefined;
    return {
      // Before one lies down or gets up, one is told.
      eyebrow: t(nextPosition ? `player.nextPosition.${nextPosition}` : 'player.next'),
      title: nameOf(next),
      dose: doseOf(t, next.parts[0]),
    };
  }
  const coming = overlay.next;
  if (!coming) return undefined;
  const part = exercise.parts.find((one) => one.id === coming.part) ?? exercise.parts[0];
  const dose = doseOf(t, part);
  const side = coming.side ? t(`side.${coming.side}`) : undefined;
  if (overlay.phase === 'prepare') {
    const where = t(`position.${exercise.position}`);
    return waiting
      ? { eyebrow: `${where}, ${nameOf(exercise)}`, title: t('player.waiting'), dose }
      : { eyebrow: where, title: nameOf(exercise), dose };
  }
  if (overlay.phase === 'switch' && side) {
    return {
      eyebrow: t('player.next'),
      title: t('player.nextSide', { side: side.toLowerCase() }),
      dose,
    };
  }
  const title =
    coming.partTitle && coming.set === 1
      ? coming.partTitle
      : t('player.set', { n: coming.set, all: overlay.sets });
  return { eyebrow: t('player.next'), title, dose };
}
