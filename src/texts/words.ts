/** Words that depend on an exercise or on where the overlay is. */
import type { Exercise } from '../catalogue/types';
import type { Routine } from '../session/routine/routine';
import type { OverlayState } from '../timeline/overlay';
import type { ChipSpec } from '../ui/components/Chip';
import { colours, type } from '../ui/theme';
import { capital } from './dose';
import { isTextKey, type Translate } from './translate';

/** What must be at hand: "Mat, zitbal", or that nothing is needed. */
export const equipmentText = (t: Translate, exercise: Exercise): string =>
  exercise.equipment.length
    ? capital(exercise.equipment.map((one) => t(`equipment.${one}`)).join(', '))
    : t('equipment.none');

/** What one needs for an exercise: position and equipment; ours when the brochure doesn't name it. */
export const needsOf = (t: Translate, exercise: Exercise) => [
  { label: t('exercise.position'), text: t(`position.${exercise.position}`), ours: false },
  {
    label: t('exercise.needs'),
    text: equipmentText(t, exercise),
    ours: exercise.assumed.some((name) => exercise.equipment.some((one) => one === name)),
  },
];

/**
 * How a phase looks and is called; `ease` is the pause at ease within a set, `effort` a movement
 * that goes on for a time.
 */
export type PhaseLook = OverlayState['phase'] | 'ease' | 'effort';

/** How the overlay looks at this moment. */
export function phaseLook({ atEase, phase, timed }: OverlayState): PhaseLook {
  if (atEase) return 'ease';
  return timed && phase === 'move' ? 'effort' : phase;
}

/** The movement's own word where it has one, else the phase's. */
export const phaseWord = (t: Translate, overlay: OverlayState): string =>
  overlay.word ?? t(`phase.${phaseLook(overlay)}`);

/** A pace as it is written: "0,75×". */
export const paceText = (t: Translate, pace: number): string => `${t.number(pace)}×`;

/** A level's mark on a tile; none for the exercises that are for everyone. */
export function levelChip(t: Translate, { level }: Exercise): ChipSpec | undefined {
  if (level === 'basic') return undefined;
  return level === 'advanced'
    ? {
        text: t('level.advanced'),
        color: colours.coral,
        ink: colours.onAccent,
        icon: 'alert-triangle',
      }
    : { text: t('level.harder'), color: colours.accent, ink: colours.onAccent };
}

/** "houding, kracht en mobiliteit". */
export function listText(t: Translate, words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  const list = words.slice(0, -1).join(', ');
  return list ? t('list.and', { list, last }) : last;
}

/** Its short name, and its variant's: "Brug, armen gekruist". */
export function shortName({ shortTitle, variant: id, variants }: Exercise): string {
  const { title } = variants.find((one) => one.id === id) ?? {};
  return title ? `${shortTitle}, ${title.charAt(0).toLowerCase()}${title.slice(1)}` : shortTitle;
}

/** Marks an exercise that is on the shelf. */
export const leftOutChip = (t: Translate): ChipSpec => ({
  text: t('leftOut.chip'),
  ink: colours.sand,
});

/** A routine's name: a text of the app's, or as someone chose it. */
export const nameOfRoutine = (t: Translate, { title }: Routine): string =>
  isTextKey(title) ? t(title) : title;

/** That the exercise's words are a translation, and whether someone has reviewed it. */
export function translationChip(t: Translate, { translated }: Exercise): ChipSpec | undefined {
  if (!translated) return undefined;
  const { reviewer } = translated;
  const text = reviewer ? t('exercise.translatedBy', { reviewer }) : t('exercise.translated');
  return { text, style: type.small, color: colours.card, ink: colours.soft };
}

/** "6 minuten": whole minutes, at least one; number and unit stay on one line. */
export const minutesText = (t: Translate, seconds: number): string =>
  t.count('count.minutes', Math.max(1, Math.round(seconds / 60))).replace(' ', '\u00a0');
