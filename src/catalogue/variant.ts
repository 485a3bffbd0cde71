/** The easier or harder way that the brochure names: another picture, the same dose. Pure. */
import type { Exercise, Level, Variant } from './types';

/** A harder variant of a basic exercise is a harder exercise; an easier one stays what it was. */
const levelOf = (exercise: Exercise, { kind }: Variant): Level =>
  kind === 'harder' && exercise.level === 'basic' ? 'harder' : exercise.level;

/**
 * The exercise as one of its variants: its own needs, level and picture, the brochure's sentence
 * about it after the instruction, the same parts and dose.
 * @param id of the variant; absent for the exercise itself
 * @throws RangeError, one sentence, when the exercise has no such variant
 */
export function withVariant(exercise: Exercise, id: string | undefined): Exercise {
  if (id === undefined) return exercise;
  const variant = exercise.variants.find((one) => one.id === id);
  if (!variant) {
    const known = exercise.variants.map((one) => one.id).join(', ') || 'none';
    throw new RangeError(`${exercise.id}: has no variant "${id}" (it has: ${known})`);
  }
  // A centre's own film shows the exercise itself; the variant keeps the app's clips.
  const { recorded: _, ...unfilmed } = exercise;
  return {
    ...unfilmed,
    variant: id,
    level: levelOf(exercise, variant),
    equipment: variant.equipment ?? exercise.equipment,
    instruction: [...exercise.instruction, variant.text],
  };
}

/** Under which name the media index and the media tools keep its clips: ids hold no double hyphen. */
export const mediaKey = ({ id, variant }: Pick<Exercise, 'id' | 'variant'>): string =>
  variant === undefined ? id : `${id}--${variant}`;
