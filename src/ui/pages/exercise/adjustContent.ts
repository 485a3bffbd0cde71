/** Rows of the panel that changes an exercise: its variant, then its dose part by part. */
import type { Exercise, Variant } from '../../../catalogue/types';
import { type DoseField, doseFields, setVariant, stepDose } from '../../../session/routine/doses';
import type { RoutineItem } from '../../../session/routine/routine';
import type { Translate } from '../../../texts/translate';
import type { ValueRowItem } from '../../components/ValueRow';

/** Called at a change and at the end. */
export interface AdjustEvents {
  set(item: RoutineItem): void;
  toBrochure(): void;
  done(): void;
}

type Row = Omit<ValueRowItem, 'w'>;

/**
 * The row for the variant: the exercise itself, and the brochure's easier and harder ways, from easy to
 * hard.
 */
function variantRow(t: Translate, known: Exercise, item: RoutineItem, events: AdjustEvents): Row[] {
  if (!known.variants.length) return [];
  const easier = known.variants.filter(({ kind }) => kind === 'easier');
  const harder = known.variants.filter(({ kind }) => kind === 'harder');
  const scale: (Variant | undefined)[] = [...easier, undefined, ...harder];
  const at = Math.max(
    0,
    scale.findIndex((one) => one?.id === item.variant),
  );
  const now = scale[at];
  return [
    {
      id: 'variant',
      label: now
        ? t(now.kind === 'easier' ? 'adjust.easier' : 'adjust.harder')
        : t('adjust.variant'),
      value: now ? now.title : t('adjust.plain'),
      can: { less: at > 0, more: at < scale.length - 1 },
      step: (by) => events.set(setVariant(known, item, scale[at + by]?.id)),
    },
  ];
}

/** A field's value in words: "3 tellen", "2", "ja". */
function valueText(
  t: Translate,
  { dose }: Exercise['parts'][0],
  { field, value }: DoseField,
): string {
  if (typeof value === 'boolean') return t(value ? 'settings.yes' : 'settings.no');
  if (field === 'seconds') return t.count('count.seconds', value);
  if (field === 'reps') return t.count('count.times', value);
  if (field !== 'hold') return String(value);
  return t.count(dose.holdCounts === undefined ? 'count.seconds' : 'count.counts', value);
}

/** Label of a field, such as "Achteruit: hoe lang". An exercise of one part has no part's name in it. */
function labelOf(t: Translate, { parts }: Exercise, { field, part }: DoseField): string {
  const title = parts[part]?.title ?? '';
  if (field === 'optional') return title;
  const label = t(`adjust.${field}`);
  return parts.length > 1 ? t('adjust.ofPart', { part: title, label: t.inSentence(label) }) : label;
}

function doseRow(
  t: Translate,
  known: Exercise,
  item: RoutineItem,
  field: DoseField,
  events: AdjustEvents,
): Row {
  const part = known.parts[field.part] ?? known.parts[0];
  const value = Number(field.value);
  const step = (by: -1 | 1) => events.set(stepDose(known, item, field, by));
  const isOn = field.value === true;
  return {
    id: `${field.field}-${field.part}`,
    label: labelOf(t, known, field),
    value: valueText(t, part, field),
    ours: field.isOurs && field.isBrochure,
    can: { less: value > field.min, more: value < field.max },
    step,
    ...(field.field === 'optional' ? { press: () => step(isOn ? -1 : 1) } : {}),
  };
}

/** All rows. A number of ours that nobody changed keeps its asterisk. */
export function adjustRows(
  t: Translate,
  known: Exercise,
  item: RoutineItem,
  isAdjusted: boolean,
  events: AdjustEvents,
): Row[] {
  return [
    ...variantRow(t, known, item, events),
    ...doseFields(known, item).map((field) => doseRow(t, known, item, field, events)),
    ...(isAdjusted
      ? [
          {
            id: 'brochure',
            label: t('adjust.brochure'),
            icon: 'rotate-ccw' as const,
            press: events.toBrochure,
          },
        ]
      : []),
    { id: 'done', label: t('adjust.done'), icon: 'check' as const, press: events.done },
  ];
}
