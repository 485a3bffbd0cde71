/** Setting at once what otherwise moves. */
import type { Lightning } from '@lightningjs/sdk';
import { motion } from './index';

/** Gives a property its value now, even while a transition was on its way elsewhere. */
export function setNow(
  element: Lightning.Element,
  property: 'x' | 'y' | 'alpha',
  value: number,
): void {
  element.transition(property).reset(value, 1);
  element[property] = value;
}

/** What is used of Lightning's transitions. */
interface Moving {
  isRunning(): boolean;
  targetValue: number;
}

/** Where a property will be once nothing moves any more. */
export function settled(
  element: Record<'x' | 'y' | 'alpha', number>,
  property: 'x' | 'y' | 'alpha',
): number {
  // Lightning's own way to ask makes a transition for every element that has none.
  const { _transitions } = element as { _transitions?: Record<string, unknown> };
  const moving = _transitions?.[property] as Partial<Moving> | undefined;
  return (moving?.isRunning?.() ? moving.targetValue : undefined) ?? element[property];
}

/** Moves there in a moment; at once for who wants nothing to move. */
export function glide(
  element: Lightning.Element,
  property: 'x' | 'y' | 'alpha',
  value: number,
): void {
  if (motion.scroll > 0) element.setSmooth(property, value, { duration: motion.scroll });
  else setNow(element, property, value);
}
