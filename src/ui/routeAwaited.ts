/**
 * Makes a page wait for the second script and for all exercises, where it needs them, and keeps a locked
 * waiting room open.
 */
import { Router } from '@lightningjs/sdk';
import { HomePage } from './pages/home/HomePage';
import type { Shell } from './shell';

type Guard = NonNullable<Router.RouteDefinition['beforeNavigate']>;

/**
 * Pages that open before all exercises are loaded. Home shows the exercises that are loaded, and the
 * others show none.
 */
const WITH_WHAT_THERE_IS = ['home', 'settings', 'settings/:row', 'about', 'bye'];

/** Things that pages wait for before they open. */
export interface Awaited {
  /** Resolves when all exercises are loaded. */
  whole(): Promise<void>;
  /** Resolves when the second script is loaded; to false when it can't be loaded and another page opens. */
  secondScript(): Promise<boolean>;
}

export const WAITING_ROOM = 'waiting-room';

/**
 * A route that opens its page only when everything that the page needs is loaded. Where only the PIN leads
 * out of the waiting room, each other route leads back to it.
 * @param awaited resolves when that is loaded
 */
export const waiting = (
  shell: () => Shell,
  awaited: Awaited,
  route: Router.RouteDefinition,
): Router.RouteDefinition => {
  const { beforeNavigate, component, path } = route;
  const isInSecondScript = component !== HomePage;
  const isWhole = !WITH_WHAT_THERE_IS.includes(path);
  return {
    ...route,
    async beforeNavigate(from: string, request: Parameters<Guard>[1]) {
      if (path !== WAITING_ROOM && shell().services.mode.isLocked) {
        Router.navigate(WAITING_ROOM, {}, false);
        return false;
      }
      if (isInSecondScript && !(await awaited.secondScript())) return false;
      if (isWhole) await awaited.whole();
      return beforeNavigate ? beforeNavigate(from, request) : true;
    },
  };
};
