/** Rows of the panel that changes an exercise: its variant, then its dose part by part. */
import type { Exercise } from '../../../catalogue/types';
import {
  type DoseField,
  doseFields,
  setVariant,
  stepDose,
  variantScale,
} from '../../../session/routine/doses';
import type { RoutineItem } from '../../../session/routine/routine';
import { fieldLabel, fieldValue, variantLabel } from '../../../texts/adjust';
import type { Translate } from '../../../texts/translate';
import type { ValueRowItem } from '../../components/ValueRow';

/** Called at a change and at the end. */
export interface AdjustEvents {
  set(item: RoutineItem): void;
  toBrochure(): void;
  done(): void;
}

type Row = Omit<ValueRowItem, 'w'>;

/** The row for the variant, with the exercise itself among the brochure's ways. */
function variantRow(t: Translate, known: Exercise, item: RoutineItem, events: AdjustEvents): Row[] {
  const { at, ways } = variantScale(known, item);
  if (ways.length < 2) return [];
  return [
    {
      id: 'variant',
      ...variantLabel(t, ways[at]),
      can: { less: at > 0, more: at < ways.length - 1 },
      step: (by) => events.set(setVariant(known, item, ways[at + by]?.id)),
    },
  ];
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
    label: fieldLabel(t, known, field),
    value: fieldValue(t, part, field),
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
