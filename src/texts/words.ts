/** Words that depend on an exercise or on the state of the overlay. */
import type { PhaseCase } from '../catalogue/phases';
import type { Exercise } from '../catalogue/types';
import type { Routine } from '../session/routine/routine';
import type { OverlayState } from '../timeline/overlay';
import { capital } from './dose';
import { isTextKey, type Translate } from './translate';

/** The equipment of an exercise, "Mat, zitbal", or that it needs none. */
export const equipmentText = (t: Translate, exercise: Exercise): string =>
  exercise.equipment.length
    ? capital(exercise.equipment.map((one) => t(`equipment.${one}`)).join(', '))
    : t('equipment.none');

/** The needs of an exercise: position and equipment; `ours` when the brochure does not name one. */
export const needsOf = (t: Translate, exercise: Exercise) => [
  { label: t('exercise.position'), text: t(`position.${exercise.position}`), ours: false },
  {
    label: t('exercise.needs'),
    text: equipmentText(t, exercise),
    ours: exercise.assumed.some((name) => exercise.equipment.some((one) => one === name)),
  },
];

/** The look of the overlay in this state. In an effort, the return looks as in other exercises. */
export function phaseLook({ atEase, phase, timed }: OverlayState): PhaseCase {
  if (atEase) return 'ease';
  return timed && phase === 'move' ? 'effort' : phase;
}

/** The movement's own word where it has one, else the phase's. */
export const phaseWord = (t: Translate, overlay: OverlayState): string =>
  overlay.word ?? t(`phase.${phaseLook(overlay)}`);

/**
 * Where in an exercise one is: "Links, reeks 1 van 2, herhaling 3 van 15"; empty where there is only
 * one place.
 */
export function placeText(t: Translate, overlay: OverlayState): string {
  const { numberKind, repetition, repetitions, set, sets, side, timed } = overlay;
  const isRepeating = !timed && numberKind !== 'seconds' && repetitions > 1;
  const said = [
    side ? t.inSentence(t(`side.${side}`)) : '',
    sets > 1 ? t.inSentence(t('player.set', { n: set, all: sets })) : '',
    isRepeating ? t('player.repetitionOf', { n: repetition, all: repetitions }) : '',
  ];
  return capital(said.filter(Boolean).join(', '));
}

/** A pace as it is written: "0,75×". */
export const paceText = (t: Translate, pace: number): string => `${t.number(pace)}×`;

/** Words as a list: "houding, kracht en mobiliteit". */
export function listText(t: Translate, words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  const list = words.slice(0, -1).join(', ');
  return list ? t('list.and', { list, last }) : last;
}

/** Its one name everywhere, and its variant's: "Brug, armen gekruist". */
export function shortName({ shortTitle, variant: id, variants }: Exercise): string {
  const { title } = variants.find((one) => one.id === id) ?? {};
  return title ? `${shortTitle}, ${title.charAt(0).toLowerCase()}${title.slice(1)}` : shortTitle;
}

/** The brochure's longer title, for beside its name once; undefined where that says the same. */
export const longTitle = ({ shortTitle, title }: Exercise): string | undefined =>
  title === shortTitle ? undefined : title;

/** A routine's name: a text of the app's, or as someone chose it. */
export const nameOfRoutine = (t: Translate, { title }: Routine): string =>
  isTextKey(title) ? t(title) : title;

/**
 * A note that the exercise's texts are a translation, and who reviewed it; undefined for the
 * source's own texts.
 */
export function translationNote(t: Translate, { translated }: Exercise): string | undefined {
  if (!translated) return undefined;
  const { reviewer } = translated;
  return reviewer ? t('exercise.translatedBy', { reviewer }) : t('exercise.translated');
}

/** "6 minuten": whole minutes, at least one. Number and unit stay on one line. */
export const minutesText = (t: Translate, seconds: number): string =>
  t.count('count.minutes', Math.max(1, Math.round(seconds / 60))).replace(' ', '\u00a0');
