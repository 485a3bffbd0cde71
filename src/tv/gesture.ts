/** What a person does that lets a page sound and play: browsers allow it inside such an event only. */

/** Keys, clicks, and a finger that lifts: what every engine counts. */
const GESTURES = ['keydown', 'click', 'touchend'];

/** Calls back inside every gesture, before anyone else acts on it. @returns stops it */
export function onGesture(then: () => void): () => void {
  for (const name of GESTURES) window.addEventListener(name, then, true);
  return () => {
    for (const name of GESTURES) window.removeEventListener(name, then, true);
  };
}
