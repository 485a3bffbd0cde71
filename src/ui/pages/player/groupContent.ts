/** Text beside the exercise on a group's screen: the brochure's easier or harder way. */
import type { Exercise } from '../../../catalogue/types';
import { withVariant } from '../../../catalogue/variant';
import { exerciseDose } from '../../../texts/dose';
import type { Shell } from '../../shell';
import { pictureOf } from '../home/homeContent';
import type { WaySpec } from './overlay/OtherWay';

/**
 * The brochure's easier or harder way of an exercise. Undefined when the exercise is not done the basic
 * way, or has no other way.
 */
export function otherWay(exercise: Exercise, shell: Shell): WaySpec | undefined {
  const { routines, t } = shell.services;
  const [variant] = exercise.variant === undefined ? exercise.variants : [];
  const known = variant && routines.exercise(exercise.id);
  if (!variant || !known) return undefined;
  const shown = { ...withVariant(known, variant.id), parts: exercise.parts };
  return {
    id: variant.id,
    kind: t(variant.kind === 'easier' ? 'group.easier' : 'group.harder'),
    name: variant.title,
    dose: exerciseDose(t, shown).text,
    picture: pictureOf(shown, shell, 'tile'),
  };
}
