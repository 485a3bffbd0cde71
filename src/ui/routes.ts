/**
 * The one table of routes: which page an address opens, which data it needs before it does, and
 * where an address leads that has no such data (an unknown id, a player after a reload).
 */
import { Router } from '@lightningjs/sdk';
import { ByePage } from './pages/ByePage';
import { DonePage } from './pages/DonePage';
import { ExercisePage } from './pages/ExercisePage';
import { HomePage } from './pages/HomePage';
import { PlayerPage } from './pages/PlayerPage';
import { RoutinePage } from './pages/RoutinePage';
import type { Shell } from './shell';

/** An address leads elsewhere, with a sentence for the home screen or without. */
interface Detour {
  to: string;
  notice?: string;
}

/** The last part of an address: `brug` of `exercise/brug`. */
function idOf(hash: string): string {
  const id = hash.split('/').slice(1).join('/');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** A guard that sends addresses without data elsewhere. */
const guard =
  (shell: () => Shell, detour: (shell: Shell, id: string) => Detour | undefined) =>
  async (_from: string, request: { hash: string }): Promise<boolean> => {
    const found = detour(shell(), idOf(request.hash));
    if (!found) return true;
    shell().notice = found.notice;
    Router.navigate(found.to, {}, false);
    return false;
  };

/** @param shell given late: services are loaded while the router boots */
export function routes(shell: () => Shell, boot: () => Promise<void>): Router.Config {
  return {
    root: 'home',
    boot,
    routes: [
      {
        path: 'home',
        component: HomePage,
        before: async (page: HomePage) => page.open(shell()),
        options: { clearHistory: true },
      },
      {
        path: 'exercise/:id',
        component: ExercisePage,
        beforeNavigate: guard(shell, ({ services }, id) =>
          services.routines.exercise(id)
            ? undefined
            : { to: 'home', notice: services.t('home.unknownExercise') },
        ),
        before: async (page: ExercisePage, { id = '' }) => {
          const exercise = shell().services.routines.exercise(id);
          if (exercise) page.open(shell(), exercise);
        },
      },
      {
        path: 'routine/:id',
        component: RoutinePage,
        beforeNavigate: guard(shell, ({ services }, id) =>
          services.routines.find(id)
            ? undefined
            : { to: 'home', notice: services.t('home.unknownRoutine') },
        ),
        before: async (page: RoutinePage, { id = '' }) => {
          const routine = shell().services.routines.find(id);
          if (routine) page.open(shell(), routine);
        },
      },
      {
        path: 'player/:id',
        component: PlayerPage,
        // Plays because someone wished it, never because an address says so.
        beforeNavigate: guard(shell, ({ services: { routines } }, id) => {
          if (routines.hasWish(id)) return undefined;
          const alone = routines.find(id)?.items[0]?.exercise;
          return { to: id.startsWith('one-') && alone ? `exercise/${alone}` : 'home' };
        }),
        before: async (page: PlayerPage) => {
          const wish = shell().services.routines.takeWish();
          if (wish) page.open(shell(), wish);
        },
        options: { preventStorage: true },
      },
      {
        path: 'done',
        component: DonePage,
        beforeNavigate: guard(shell, ({ services }) =>
          services.routines.summary ? undefined : { to: 'home' },
        ),
        before: async (page: DonePage) => {
          const { summary } = shell().services.routines;
          if (summary) page.open(shell(), summary);
        },
        options: { preventStorage: true },
      },
      {
        path: 'bye',
        component: ByePage,
        before: async (page: ByePage) => page.open(shell()),
        options: { preventStorage: true },
      },
      {
        path: '*',
        component: HomePage,
        beforeNavigate: guard(shell, ({ services }) => ({
          to: 'home',
          notice: services.t('home.unknownPage'),
        })),
      },
    ],
  };
}
