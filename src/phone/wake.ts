/** Keeps the phone's screen on while a visitor exercises, where the phone supports it. */

interface Lock {
  release(): Promise<void>;
}

/**
 * Keeps the screen on.
 * @returns a function that lets it go off again
 */
export function stayAwake(): () => void {
  const { wakeLock } = navigator as {
    wakeLock?: { request(kind: 'screen'): Promise<Lock> };
  };
  let lock: Lock | undefined;
  let isOver = false;
  const ignore = () => {
    // The phone refuses on a low battery; the film still plays.
  };
  const ask = () => {
    if (isOver || document.visibilityState !== 'visible') return;
    wakeLock?.request('screen').then((given) => {
      lock = given;
      if (isOver) given.release().catch(ignore);
    }, ignore);
  };
  // The phone ends the lock while it shows another app, so the page requests it again.
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    lock?.release().catch(ignore);
  };
}
