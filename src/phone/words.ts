/** Prepares an exercise for the page's views. */
import type { Exercise } from '../catalogue/types';
import { mediaKey } from '../catalogue/variant';
import { applyItem } from '../session/routine/applyItem';
import type { RoutineItem } from '../session/routine/routine';
import { svgAddress } from '../tv/svg';
import { el } from './dom';
import type { PhoneServices } from './load';

/** The exercise with the variant and dose of a routine's item. */
export function exerciseOfItem(
  item: RoutineItem,
  { exercises }: PhoneServices,
): Exercise | undefined {
  const known = exercises.get(item.exercise);
  return known && applyItem(known, item);
}

/** The exercise's picture. It has no name for a screen reader, since the exercise's name is beside it. */
export function posterOf(
  exercise: Exercise,
  { media }: PhoneServices,
  size: 'tile' | 'poster',
): HTMLElement {
  const file = (exercise.recorded ??
    media.exercises[mediaKey(exercise)] ??
    media.exercises[exercise.id])?.[size];
  const src = file ? `static/${file}` : `static/pictograms/${exercise.position}.svg`;
  const className = file ? 'picture' : 'picture drawn';
  const picture = el('img', { className, attributes: { src, alt: '', loading: 'lazy' } });
  const redraw = async () => {
    try {
      picture.src = await svgAddress(src);
    } catch {
      // The exercise stays without a picture.
    }
  };
  if (!file) picture.addEventListener('error', () => void redraw(), { once: true });
  return picture;
}
