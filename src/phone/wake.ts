/** Keeps the phone from going dark while one lies on the mat, where it lets a page ask for that. */

interface Lock {
  release(): Promise<void>;
}

/** @returns lets it sleep again */
export function stayAwake(): () => void {
  const { wakeLock } = navigator as {
    wakeLock?: { request(kind: 'screen'): Promise<Lock> };
  };
  let lock: Lock | undefined;
  let isOver = false;
  const ignore = () => {
    // Refused on a low battery: the film still plays.
  };
  const ask = () => {
    if (isOver || document.visibilityState !== 'visible') return;
    wakeLock?.request('screen').then((given) => {
      lock = given;
      if (isOver) given.release().catch(ignore);
    }, ignore);
  };
  // It is taken away while another app is in front.
  document.addEventListener('visibilitychange', ask);
  ask();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    lock?.release().catch(ignore);
  };
}
