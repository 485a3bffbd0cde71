/** Setting at once what otherwise moves. */
import type { Lightning } from '@lightningjs/sdk';

/** Gives a property its value now, even while a transition was on its way elsewhere. */
export function setNow(
  element: Lightning.Element,
  property: 'x' | 'y' | 'alpha',
  value: number,
): void {
  element.transition(property).reset(value, 1);
  element[property] = value;
}
