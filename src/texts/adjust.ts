/** Words of the panel that changes an exercise's variant and dose. */
import type { Exercise, Part, Variant } from '../catalogue/types';
import type { DoseField } from '../session/routine/doses';
import type { Translate } from './translate';

/** A field's value in words: "3 tellen", "2", "ja". */
export function fieldValue(t: Translate, { dose }: Part, { field, value }: DoseField): string {
  if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no');
  if (field === 'seconds') return t.count('count.seconds', value);
  if (field === 'reps') return t.count('count.times', value);
  if (field !== 'hold') return String(value);
  return t.count(dose.holdCounts === undefined ? 'count.seconds' : 'count.counts', value);
}

/** Label of a field, such as "Achteruit: hoe lang". An exercise of one part has no part's name in it. */
export function fieldLabel(
  t: Translate,
  { parts }: Exercise,
  { field, part }: Pick<DoseField, 'field' | 'part'>,
): string {
  const title = parts[part]?.title ?? '';
  if (field === 'optional') return title;
  const label = t(`adjust.${field}`);
  return parts.length > 1 ? t('adjust.ofPart', { part: title, label: t.inSentence(label) }) : label;
}

/** Label and value of a way to do the exercise; undefined stands for the exercise itself. */
export const variantLabel = (t: Translate, way: Variant | undefined) =>
  way
    ? {
        label: t(way.kind === 'easier' ? 'adjust.easier' : 'adjust.harder'),
        value: way.title,
      }
    : { label: t('adjust.variant'), value: t('adjust.plain') };
