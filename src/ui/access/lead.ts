/** Leads the screen's focus where something else than the remote's arrows wants it. */
import type { RemoteKey } from '../../tv/keyTables';
import type { Drawn } from './gather';
import type { Leader, Speaks } from './spoken';

/** Codes that every set's key table knows. */
const CODES: Record<RemoteKey, number> = {
  Back: 8,
  Enter: 13,
  Left: 37,
  Up: 38,
  Right: 39,
  Down: 40,
};

/** Gives an element the focus: whatever stands around it is told, from outside in. */
export function leadTo(element: Drawn, by: Leader): void {
  const steps: { to: Speaks; part: object }[] = [];
  let part: Drawn = element;
  for (let at = element.parent; at; at = at.parent) {
    if (at.lead) steps.unshift({ to: at, part });
    if ((at as { isComponent?: boolean }).isComponent) part = at;
  }
  for (const step of steps) step.to.lead?.(step.part, by);
}

/** As the remote would: through the same keys, so that nothing is done twice or past its guard. */
export function pressKey(key: RemoteKey): void {
  for (const type of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(type, { bubbles: true });
    // Not every engine takes it from the options.
    Object.defineProperty(event, 'keyCode', { value: CODES[key] });
    window.dispatchEvent(event);
  }
}
