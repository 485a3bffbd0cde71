/** Pain on the phone: the question during an exercise, that of a later day, and what is left out. */
import type { Exercise } from '../catalogue/types';
import { bringBackExercise, excludeExercise } from '../session/memory/excludedExercises';
import type { PainAnswer } from '../session/memory/memory';
import {
  answerPain,
  isSkipped,
  isSpared,
  mayBeChosen,
  offersExclusion,
  openQuestions,
  postponePain,
} from '../session/memory/pain';
import { dayText } from '../texts/days';
import { capital } from '../texts/dose';
import { painText } from '../texts/pain';
import type { Translate } from '../texts/translate';
import { button, el, iconOf } from './dom';
import type { PhoneServices } from './load';
import type { PhoneMemory } from './phoneMemory';

/** The question "Doet dit pijn?", which stands in the place of the buttons. */
export function painPanel(
  t: Translate,
  exercise: Exercise,
  { answer, back }: { answer(skip: boolean): void; back(): void },
): HTMLElement {
  const panel = el(
    'div',
    {
      className: 'card caution pain',
      attributes: {
        role: 'alertdialog',
        'aria-labelledby': 'pain',
        'aria-describedby': 'painText',
      },
    },
    el('h3', { id: 'pain' }, iconOf('heart'), t('pain.title')),
    el('p', { id: 'painText' }, painText(t, exercise)),
    el(
      'div',
      { className: 'buttons' },
      button(t('pain.skip'), () => answer(true), { className: 'primary', key: 'skip' }),
      button(t('pain.go'), () => answer(false)),
      button(t('phone.back'), back),
    ),
  );
  // Escape withdraws the report of pain, as Back does on the television.
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') back();
  });
  return panel;
}

/** The exercise that the visitor is asked about, where one is asked whether to leave it out. */
export type Offer = { exercise: string } | undefined;

/**
 * The card that asks about a pain of an earlier day; undefined where there is nothing to ask.
 * @param offer an exercise whose pain lasted: whether to leave it out
 * @param go draws the page again, with another offer
 */
export function painQuestion(
  { exercises, t }: PhoneServices,
  memory: PhoneMemory,
  offer: Offer,
  go: (offer: Offer) => void,
): HTMLElement | undefined {
  const today = memory.today();
  const card = (title: string, text: string, ...buttons: HTMLElement[]) =>
    el(
      'section',
      { className: 'card caution', attributes: { 'aria-label': title } },
      el('h2', {}, iconOf('heart'), title),
      el('p', {}, text),
      el('div', { className: 'buttons column' }, ...buttons),
    );
  const offered = offer && exercises.get(offer.exercise);
  if (offered) {
    const { id, shortTitle } = offered;
    const leaveOut = () => {
      memory.change((now) => excludeExercise(now, id, 'pain', today));
      go(undefined);
    };
    return card(
      t('painBack.shelfTitle'),
      t('painBack.shelf', { exercise: shortTitle }),
      button(t('painBack.toShelf'), leaveOut, { className: 'primary', key: 'pain-1' }),
      button(t('painBack.onlyNext'), () => go(undefined), { key: 'pain-2' }),
    );
  }
  const note = openQuestions(memory.memory, today).find((one) => exercises.has(one.exercise));
  const exercise = note && exercises.get(note.exercise);
  if (!exercise) return undefined;
  const say = (answer: PainAnswer) => () => {
    memory.change((now) => answerPain(now, note, answer, today));
    go(offersExclusion(answer) ? { exercise: exercise.id } : undefined);
  };
  const postpone = () => {
    memory.change((now) => postponePain(now, note, today));
    go(undefined);
  };
  const when = capital(dayText(t, note.day, today));
  const isLast = note.postponedOn !== undefined;
  return card(
    t('painBack.title'),
    t('painBack.text', { when, exercise: exercise.shortTitle }),
    button(t('painBack.gone'), say('gone'), { key: 'pain-1' }),
    button(t('painBack.lasted'), say('lasted'), { key: 'pain-2' }),
    button(t('painBack.worse'), say('worse'), { key: 'pain-3' }),
    button(t(isLast ? 'painBack.notNow' : 'painBack.later'), postpone, { key: 'pain-4' }),
  );
}

/** True for an exercise that the routine passes over today, because of pain or as the visitor wished. */
export const isPassedOver = (memory: PhoneMemory, id: string): boolean =>
  !mayBeChosen(memory.memory, id, memory.today());

/** Says in a few words why the routine passes over an exercise; undefined where it doesn't. */
export function passedOverText(t: Translate, memory: PhoneMemory, id: string): string | undefined {
  if (!isPassedOver(memory, id)) return undefined;
  const now = memory.memory;
  if (isSkipped(now, id, memory.today())) return t('pain.chip');
  return isSpared(now, id, memory.today()) && !now.shelf.some(({ exercise }) => exercise === id)
    ? t('painBack.shelfTitle')
    : t('leftOut.chip');
}

/** Tells why an exercise is passed over, and brings back one that is left out; undefined where it is not. */
export function leftOutCard(
  { t }: PhoneServices,
  memory: PhoneMemory,
  { id }: Exercise,
  changed: () => void,
): HTMLElement | undefined {
  const entry = memory.memory.shelf.find(({ exercise }) => exercise === id);
  if (!entry) {
    const passed = passedOverText(t, memory, id);
    return passed === undefined ? undefined : el('p', { className: 'told' }, passed);
  }
  const since = dayText(t, entry.since, memory.today());
  const bringBack = () => {
    memory.change((now) => bringBackExercise(now, id));
    changed();
  };
  return el(
    'div',
    { className: 'card caution' },
    el('p', {}, t(`leftOut.${entry.reason}`, { since })),
    button(t('leftOut.bringBack'), bringBack, { icon: 'rotate-ccw', key: 'bringBack' }),
  );
}
