/** Moves the screen's focus for a screen reader or a pointer, which don't use the remote's arrows. */
import type { RemoteKey } from '../../tv/keyTables';
import type { Drawn } from './gather';
import type { Leader, Speaks } from './spoken';

/** Key codes that the key table of every set contains. */
const CODES: Record<RemoteKey, number> = {
  Back: 8,
  Enter: 13,
  Left: 37,
  Up: 38,
  Right: 39,
  Down: 40,
};

/** Gives an element the focus. Each component around it is told, from the outermost inwards. */
export function leadTo(element: Drawn, by: Leader): void {
  const steps: { to: Speaks; part: object }[] = [];
  let part: Drawn = element;
  for (let at = element.parent; at; at = at.parent) {
    if (at.lead) steps.unshift({ to: at, part });
    if ((at as { isComponent?: boolean }).isComponent) part = at;
  }
  for (const step of steps) step.to.lead?.(step.part, by);
}

/** Sends a key as the remote does. So every press takes the same way through the app, with its guards. */
export function pressKey(key: RemoteKey): void {
  for (const type of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(type, { bubbles: true });
    // Some browser engines ignore the code in the options.
    Object.defineProperty(event, 'keyCode', { value: CODES[key] });
    window.dispatchEvent(event);
  }
}
