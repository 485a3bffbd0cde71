/** What the player's screen says at a moment: the conductor's view turned into words. */
import type { ConductorView } from '../../playback/conductor.types';
import type { Hint } from '../overlay/KeyHints';
import type { NextSpec } from '../overlay/NextCard';
import { capital, doseSentence } from '../texts/dose';
import type { Translate } from '../texts/translate';

/** What the keys do now. */
export function hintsOf(t: Translate, { overlay, pause }: ConductorView): Hint[] {
  const ok = { cap: t('player.key.ok') };
  const stop: Hint = { keys: [{ cap: t('player.key.back') }], text: t('player.hint.back') };
  if (pause === 'paused') {
    return [{ keys: [ok], text: t('player.hint.resume') }, menuHint(t), painHint(t), stop];
  }
  if (overlay.phase === 'prepare') {
    return [
      { keys: [ok], text: t('player.hint.start') },
      { keys: ['arrow-left', 'arrow-right'], text: t('player.hint.more') },
      menuHint(t),
      stop,
    ];
  }
  return [
    { keys: [ok], text: t('player.hint.pause') },
    { keys: ['arrow-left', 'arrow-right'], text: t('player.hint.pace') },
    menuHint(t),
    painHint(t),
  ];
}

const menuHint = (t: Translate): Hint => ({ keys: ['arrow-up'], text: t('player.hint.menu') });
const painHint = (t: Translate): Hint => ({ keys: ['arrow-down'], text: t('player.hint.pain') });

/** In a wait, what comes after it; otherwise nothing. */
export function nextOf(t: Translate, view: ConductorView): NextSpec | undefined {
  const { exercise, next, overlay } = view;
  if (overlay.phase === 'done') {
    if (!next) return undefined;
    return {
      eyebrow: t('player.next'),
      title: next.shortTitle,
      dose: capital(doseSentence(t, next.parts[0])),
    };
  }
  const coming = overlay.next;
  if (!coming) return undefined;
  const part = exercise.parts.find((one) => one.id === coming.part) ?? exercise.parts[0];
  const dose = capital(doseSentence(t, part));
  const side = coming.side ? t(`side.${coming.side}`) : undefined;
  if (overlay.phase === 'prepare') {
    const where = t(`position.${exercise.position}`);
    return { eyebrow: where, title: exercise.shortTitle, dose };
  }
  if (overlay.phase === 'switch' && side) {
    return { eyebrow: t('player.next'), title: t('player.nextSide', { side }), dose };
  }
  const title =
    coming.partTitle && coming.set === 1
      ? coming.partTitle
      : t('player.set', { n: coming.set, all: overlay.sets });
  return { eyebrow: t('player.next'), title, dose };
}
