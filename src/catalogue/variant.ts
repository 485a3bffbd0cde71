/**
 * An easier or harder way to do an exercise that the brochure names. It has other clips and the
 * same dose. Pure.
 */
import type { Exercise, Level, Variant } from './types';

/**
 * A harder variant raises a basic exercise to the harder level. An easier one does not change the
 * level.
 */
const levelOf = (exercise: Exercise, { kind }: Variant): Level =>
  kind === 'harder' && exercise.level === 'basic' ? 'harder' : exercise.level;

/**
 * The exercise as one of its variants. Equipment, level and clips are the variant's. The brochure's
 * sentence about the variant follows the instruction. Parts and dose are the same.
 * @param id id of the variant; undefined for the exercise itself
 * @throws RangeError, one sentence, when the exercise has no such variant
 */
export function withVariant(exercise: Exercise, id: string | undefined): Exercise {
  if (id === undefined) return exercise;
  const variant = exercise.variants.find((one) => one.id === id);
  if (!variant) {
    const known = exercise.variants.map((one) => one.id).join(', ') || 'none';
    throw new RangeError(`${exercise.id}: has no variant "${id}" (it has: ${known})`);
  }
  // A centre's own film shows the exercise itself, so the variant plays clips.
  const { recorded: _, ...unfilmed } = exercise;
  return {
    ...unfilmed,
    variant: id,
    level: levelOf(exercise, variant),
    equipment: variant.equipment ?? exercise.equipment,
    instruction: [...exercise.instruction, variant.text],
  };
}

/** An easier way of an exercise: one of its variants, or the exercise itself where `variant` is absent. */
export interface EasierWay {
  variant?: string;
  /** The variant's title. */
  title?: string;
}

/**
 * The next easier way that the catalogue names; undefined where it names none. An exercise for
 * advanced people has none, since the brochure says to skip it at any pain.
 */
export function easierWay({ level, variant, variants }: Exercise): EasierWay | undefined {
  if (level === 'advanced') return undefined;
  if (variant !== undefined) {
    return variants.find(({ id }) => id === variant)?.kind === 'harder' ? {} : undefined;
  }
  const easier = variants.find(({ kind }) => kind === 'easier');
  return easier && { variant: easier.id, title: easier.title };
}

/**
 * The name under which the media index and the media tools keep an exercise's clips. Ids contain no
 * double hyphen, so the name is unique.
 */
export const mediaKey = ({ id, variant }: Pick<Exercise, 'id' | 'variant'>): string =>
  variant === undefined ? id : `${id}--${variant}`;
