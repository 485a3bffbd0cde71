/** What the player's screen says at a moment: the session controller's view turned into words. */
import type { Part } from '../../../catalogue/types';
import type { SessionView } from '../../../playback/controller/controller';
import { capital, type DoseLine, doseSentence } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
import { paceText, shortName } from '../../../texts/words';
import { named, type Spoken, type SpokenKey } from '../../access/spoken';
import type { Hint } from './overlay/KeyHints';
import type { NextSpec } from './overlay/NextCard';

/** The same to who can't see the keys: a button for each. */
export function keysOf(t: Translate, view: SessionView): Spoken[] {
  const { canChangePace, overlay, pause, waiting } = view;
  const isPaused = pause === 'paused';
  const isPreparing = overlay.phase === 'prepare' && !isPaused;
  const button = (key: SpokenKey, name: string): Spoken => ({
    role: 'button',
    name: capital(name),
    key,
    isFocused: key === 'Enter',
  });
  const ok = (): string => {
    if (isPaused) return t('player.hint.resume');
    if (isPreparing) return t(waiting ? 'player.hint.ready' : 'player.hint.start');
    return t('player.hint.pause');
  };
  const arrows = (): Spoken[] => {
    if (isPreparing) return waiting ? [] : [button('Right', t('player.hint.more'))];
    if (isPaused || !canChangePace) return [];
    return [button('Left', t('player.slower')), button('Right', t('player.faster'))];
  };
  return [
    button('Enter', ok()),
    ...arrows(),
    button('Up', t('player.hint.menu')),
    button('Down', t('player.hint.pain')),
    button('Back', t('player.hint.back')),
  ];
}

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

/** What the keys do now. */
export function hintsOf(t: Translate, view: SessionView): Hint[] {
  const { canChangePace, overlay, pause, waiting } = view;
  const ok = { cap: t('player.key.ok'), key: 'Enter' } as const;
  const back = { cap: t('player.key.back'), key: 'Back' } as const;
  const stop: Hint = { keys: [back], text: t('player.hint.back') };
  if (pause === 'paused') {
    return [{ keys: [ok], text: t('player.hint.resume') }, menuHint(t), painHint(t), stop];
  }
  if (overlay.phase === 'prepare') {
    // Whoever is waited for needs no seconds more.
    if (waiting) return [{ keys: [ok], text: t('player.hint.ready') }, menuHint(t), stop];
    return [
      { keys: [ok], text: t('player.hint.start') },
      { keys: ['arrow-left', 'arrow-right'], text: t('player.hint.more') },
      menuHint(t),
      stop,
    ];
  }
  return [
    { keys: [ok], text: t('player.hint.pause') },
    ...(canChangePace ? [paceHint(t)] : []),
    menuHint(t),
    painHint(t),
  ];
}

const paceHint = (t: Translate): Hint => ({
  keys: ['arrow-left', 'arrow-right'],
  text: t('player.hint.pace'),
});

const menuHint = (t: Translate): Hint => ({ keys: ['arrow-up'], text: t('player.hint.menu') });
const painHint = (t: Translate): Hint => ({ keys: ['arrow-down'], text: t('player.hint.pain') });

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
      title: shortName(next),
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
      ? { eyebrow: `${where}, ${shortName(exercise)}`, title: t('player.waiting'), dose }
      : { eyebrow: where, title: shortName(exercise), dose };
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
