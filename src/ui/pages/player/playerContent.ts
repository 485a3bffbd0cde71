/** Turns the session controller's view into the words on the player's screen. */
import type { Exercise, Part } from '../../../catalogue/types';
import type { SessionView } from '../../../playback/controller/controller';
import { capital, type DoseLine, doseSentence } from '../../../texts/dose';
import type { Translate } from '../../../texts/translate';
import { paceText, shortName } from '../../../texts/words';
import type { OverlayState } from '../../../timeline/overlay';
import { named } from '../../access/spoken';
import type { NextSpec } from './overlay/NextCard';

/** Words about a pause and about another pace. */
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

/** A part's dose for the card of the next exercise. */
function doseOf(t: Translate, part: Part): DoseLine {
  const { ours, text } = doseSentence(t, part);
  return { text: capital(text), ours };
}

/** The card for the next exercise. It tells when the patient has to lie down or get up. */
const nextExercise = (t: Translate, { nextPosition }: SessionView, next: Exercise): NextSpec => ({
  eyebrow: t(nextPosition ? `player.nextPosition.${nextPosition}` : 'player.next'),
  title: shortName(next),
  dose: doseOf(t, next.parts[0]),
});

/** The card for the exercise that the patient prepares for. Its name stands above the picture. */
function thisExercise(t: Translate, { exercise, waiting }: SessionView) {
  const where = t(`position.${exercise.position}`);
  return waiting ? { eyebrow: where, title: t('player.waiting') } : { title: where };
}

/** The overlay state's part about the movement after a wait. */
type Coming = NonNullable<OverlayState['next']>;

const nextSide = (t: Translate, { side }: Coming): string | undefined =>
  side && t('player.nextSide', { side: t(`side.${side}`).toLowerCase() });

/** Title of the card for the next set: the part's name before its first set, otherwise the number of the set. */
const nextSet = (t: Translate, { overlay }: SessionView, { partTitle, set }: Coming): string =>
  partTitle && set === 1 ? partTitle : t('player.set', { n: set, all: overlay.sets });

/** What the counter's panel shows. */
export interface PanelState extends OverlayState {
  /** A key's name in place of the number: the session waits for that key. */
  press?: string;
  /** Names what works on this side, in place of the side alone. */
  sideWord?: string;
}

/** The overlay state, or what stands in its place while the session waits for OK or counts in. */
export function panelOf(t: Translate, view: SessionView): PanelState {
  const { countIn, exercise, waiting } = view;
  const sideOf = exercise.parts.find(({ id }) => id === view.overlay.part)?.sideOf;
  const { side } = view.overlay;
  const overlay: PanelState = {
    ...view.overlay,
    ...(sideOf && side ? { sideWord: t(`side.${sideOf}.${side}`) } : {}),
  };
  const { countdown, ...plain } = overlay;
  if (waiting) {
    return { ...plain, word: t('player.press'), progress: 1, press: t('player.key.ok') };
  }
  if (countIn !== 1 && countIn !== 2 && countIn !== 3) return overlay;
  return {
    ...plain,
    phase: 'prepare',
    atEase: false,
    word: t('player.countIn'),
    number: countIn,
    numberKind: 'seconds',
    countdown: countIn,
    progress: countIn / 3,
  };
}

/** Every card that an exercise can show before its end: the picture makes room for all of them. */
export function cardsOf(t: Translate, view: SessionView): NextSpec[] {
  const { exercise, overlay } = view;
  const cards = [true, false].map((waiting) =>
    nextOf(t, {
      ...view,
      waiting,
      overlay: {
        ...overlay,
        phase: 'prepare',
        next: overlay.next ?? { part: overlay.part, set: 1 },
      },
    }),
  );
  for (const { dose, id: part, title } of exercise.parts) {
    const sides = dose.sides === 'none' ? [undefined] : (['left', 'right'] as const);
    for (const side of sides) {
      const next = { part, set: dose.sets, ...(side ? { side } : {}) };
      for (const phase of ['rest', 'switch'] as const) {
        const at = { ...overlay, phase, sets: dose.sets };
        cards.push(nextOf(t, { ...view, overlay: { ...at, next } }));
        if (!title) continue;
        cards.push(
          nextOf(t, { ...view, overlay: { ...at, next: { ...next, set: 1, partTitle: title } } }),
        );
      }
    }
  }
  return cards.flatMap((card) => card ?? []);
}

/** During a wait, the card of what follows; otherwise undefined. */
export function nextOf(t: Translate, view: SessionView): NextSpec | undefined {
  const { exercise, next: coming, overlay } = view;
  const { next, phase } = overlay;
  if (phase === 'done') return coming && nextExercise(t, view, coming);
  if (!next) return undefined;
  const part = exercise.parts.find((one) => one.id === next.part) ?? exercise.parts[0];
  const dose = doseOf(t, part);
  switch (phase) {
    case 'prepare':
      return { ...thisExercise(t, view), dose };
    case 'switch':
      return {
        eyebrow: t('player.next'),
        title: nextSide(t, next) ?? nextSet(t, view, next),
        dose,
      };
    case 'rest':
      return { eyebrow: t('player.next'), title: nextSet(t, view, next), dose };
    case 'move':
    case 'hold':
    case 'return':
      return undefined;
    default:
      return phase satisfies never;
  }
}
