/** Sets and moves the properties of elements, with regard to transitions. */
import type { Lightning } from '@lightningjs/sdk';
import { motion } from './index';

/** Sets a property at once, and ends a transition of it. */
export function setNow(
  element: Lightning.Element,
  property: 'x' | 'y' | 'alpha',
  value: number,
): void {
  element.transition(property).reset(value, 1);
  element[property] = value;
}

/** The parts of Lightning's transitions that this uses. */
interface Moving {
  isRunning(): boolean;
  targetValue: number;
}

/** Value of a property after all movements. */
export function settled(
  element: Record<'x' | 'y' | 'alpha', number>,
  property: 'x' | 'y' | 'alpha',
): number {
  // Lightning's own question would make a transition for every element that has none.
  const { _transitions } = element as { _transitions?: Record<string, unknown> };
  const moving = _transitions?.[property] as Partial<Moving> | undefined;
  return (moving?.isRunning?.() ? moving.targetValue : undefined) ?? element[property];
}

/** Moves a property to a value; at once for a patient who wants no motion. */
export function glide(
  element: Lightning.Element,
  property: 'x' | 'y' | 'alpha',
  value: number,
): void {
  if (motion.scroll > 0) element.setSmooth(property, value, { duration: motion.scroll });
  else setNow(element, property, value);
}
