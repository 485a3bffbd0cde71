/** Starts the app again once exercises can be had, where it has none. */
import type { AppServices } from './services';

/** Time between two looks, ms. */
const LOOK_EVERY = 30_000;

/**
 * @param app it has the current services
 * @param mayRestart true when nobody is in the middle of anything
 * @returns a function that ends the looking
 */
export function lookForExercises(
  app: { readonly services: Pick<AppServices, 'library' | 'reload' | 'updates'> },
  mayRestart: () => boolean | undefined,
): () => void {
  const timer = setInterval(async () => {
    const { library, reload, updates } = app.services;
    if (library.exercises.length) clearInterval(timer);
    else if ((await updates.look()) === 'new' && mayRestart()) reload();
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}
