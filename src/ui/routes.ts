/**
 * The one table of routes. It says which page an address opens, which data the page needs, and where an
 * address without such data leads (an unknown id, or a player after a reload).
 */

import type { Router } from '@lightningjs/sdk';
import { tidyCode } from '../session/code/codeSymbols';
import { type CodeProblem, readCode } from '../session/code/routineCode';
import { aloneIn } from '../session/routine/routine';
import type { AboutPage } from './pages/about/AboutPage';
import type { AddPage } from './pages/add/AddPage';
import type { ByePage } from './pages/bye/ByePage';
import type { CodePage } from './pages/code/CodePage';
import type { DonePage } from './pages/done/DonePage';
import type { ExercisePage } from './pages/exercise/ExercisePage';
import type { HistoryPage } from './pages/history/HistoryPage';
import { HomePage } from './pages/home/HomePage';
import type { GroupPlayerPage } from './pages/player/GroupPlayerPage';
import type { PlayerPage } from './pages/player/PlayerPage';
import type { RoutinePage } from './pages/routine/RoutinePage';
import type { SettingsPage } from './pages/settings/SettingsPage';
import type { TakePage } from './pages/take/TakePage';
import type { WaitingRoomPage } from './pages/waitingRoom/WaitingRoomPage';
import { type Awaited, WAITING_ROOM, waiting } from './routeAwaited';
import { guard, ownRoutine, placeIn } from './routeGuards';
import { type SecondScriptPage, secondScriptScreens } from './secondScriptScreens';
import type { Shell } from './shell';

/** An unreadable code from an address, on its way to the page where the patient can correct it. */
let wrongCode: { code: string; problem: CodeProblem } | undefined;

/** A page of the second script. */
const secondScriptPage = (name: SecondScriptPage) => async () => ({
  default: secondScriptScreens().pages[name],
});

/**
 * @param shell returns the shell; it exists only after the router has started
 * @param boot loads the services
 * @param awaited what pages wait for
 */
export function routes(
  shell: () => Shell,
  boot: () => Promise<void>,
  awaited: Awaited,
): Router.Config {
  const config: Router.Config & { routes: Router.RouteDefinition[] } = {
    root: 'home',
    boot,
    routes: [
      {
        path: 'home',
        component: HomePage,
        // On a set for another use, such as a waiting room, home opens only after staff has left that.
        beforeNavigate: guard(shell, ({ services: { mode } }) =>
          mode.begins === WAITING_ROOM ? { to: WAITING_ROOM } : undefined,
        ),
        before: async (page: HomePage) => page.open(shell()),
        options: { clearHistory: true },
      },
      {
        path: 'exercise/:id',
        component: secondScriptPage('ExercisePage'),
        beforeNavigate: guard(shell, ({ services }, id) =>
          services.routines.exercise(id)
            ? undefined
            : { to: 'home', notice: services.t('home.unknownExercise') },
        ),
        before: async (page: ExercisePage, { id = '' }) => {
          const exercise = shell().services.routines.exercise(id);
          if (exercise) page.open(shell(), { known: exercise });
        },
      },
      {
        path: 'item/:id/:place',
        component: secondScriptPage('ExercisePage'),
        beforeNavigate: guard(shell, (open, id) =>
          placeIn(open, id)
            ? undefined
            : { to: 'home', notice: open.services.t('home.unknownRoutine') },
        ),
        before: async (page: ExercisePage, { id = '', place = '' }) => {
          const at = placeIn(shell(), `${id}/${place}`);
          if (at) page.open(shell(), at);
        },
      },
      {
        path: 'add/:id',
        component: secondScriptPage('AddPage'),
        beforeNavigate: guard(shell, (open, id) =>
          ownRoutine(open, id)
            ? undefined
            : { to: 'home', notice: open.services.t('home.unknownRoutine') },
        ),
        before: async (page: AddPage, { id = '' }) => {
          const routine = ownRoutine(shell(), id);
          if (routine) page.open(shell(), routine);
        },
      },
      {
        path: 'history',
        component: secondScriptPage('HistoryPage'),
        before: async (page: HistoryPage) => page.open(shell()),
      },
      {
        path: 'about',
        component: secondScriptPage('AboutPage'),
        before: async (page: AboutPage) => page.open(shell()),
      },
      {
        path: 'settings',
        component: secondScriptPage('SettingsPage'),
        before: async (page: SettingsPage) => page.open(shell()),
      },
      {
        path: 'settings/:row',
        component: secondScriptPage('SettingsPage'),
        before: async (page: SettingsPage, { row = '' }) => page.open(shell(), row),
      },
      {
        path: 'routine/:id',
        component: secondScriptPage('RoutinePage'),
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
        path: 'code',
        component: secondScriptPage('CodePage'),
        before: async (page: CodePage) => {
          const wrong = wrongCode;
          wrongCode = undefined;
          page.open(shell(), wrong);
        },
      },
      {
        path: 'code/:id',
        component: secondScriptPage('RoutinePage'),
        // The patient can correct an unreadable code on the page for typing.
        beforeNavigate: guard(shell, ({ services: { routines } }, id) => {
          const reading = readCode(id, routines.book);
          if ('items' in reading) return undefined;
          wrongCode = { code: tidyCode(id), problem: reading.problem };
          return { to: 'code' };
        }),
        before: async (page: RoutinePage, { id = '' }) => {
          const routine = shell().services.routines.ofCode(tidyCode(id));
          if (routine) page.open(shell(), routine);
        },
      },
      {
        path: 'take/:id',
        component: secondScriptPage('TakePage'),
        beforeNavigate: guard(shell, ({ services: { routines, t } }, id) =>
          routines.ofCode(tidyCode(id))
            ? undefined
            : { to: 'home', notice: t('home.unknownRoutine') },
        ),
        before: async (page: TakePage, { id = '' }) => page.open(shell(), tidyCode(id)),
      },
      {
        path: 'player/:id',
        component: secondScriptPage('PlayerPage'),
        // The player opens on a request of the app, never on an address alone.
        beforeNavigate: guard(shell, ({ services: { routines, sessions } }, id) => {
          if (sessions.hasRequest(id)) return undefined;
          // After a reload during a session, the home screen offers to continue it.
          if (sessions.resumePoint) return { to: 'home' };
          const alone = routines.exercise(aloneIn(id) ?? '');
          return { to: alone ? `exercise/${alone.id}` : 'home' };
        }),
        before: async (page: PlayerPage) => {
          const request = shell().services.sessions.takeRequest();
          if (request) page.open(shell(), request);
        },
        options: { preventStorage: true },
      },
      {
        // For a person who leads a group: opens the home screen in group mode, until the app is started
        // again.
        path: 'group',
        component: HomePage,
        beforeNavigate: guard(shell, ({ services: { mode, t } }) => {
          if (!mode.allows('group')) return { to: 'home', notice: t('waitingRoom.notHere') };
          mode.leadGroup(true);
          return { to: 'home' };
        }),
      },
      {
        path: 'group/:id',
        component: secondScriptPage('GroupPlayerPage'),
        beforeNavigate: guard(shell, ({ services: { sessions } }, id) =>
          sessions.hasRequest(id) ? undefined : { to: 'home' },
        ),
        before: async (page: GroupPlayerPage) => {
          const request = shell().services.sessions.takeRequest();
          if (request) page.open(shell(), request);
        },
        options: { preventStorage: true },
      },
      {
        path: 'done',
        component: secondScriptPage('DonePage'),
        beforeNavigate: guard(shell, ({ services }) =>
          services.sessions.summary ? undefined : { to: 'home' },
        ),
        before: async (page: DonePage) => {
          const { summary } = shell().services.sessions;
          if (summary) page.open(shell(), summary);
        },
        options: { preventStorage: true },
      },
      {
        path: WAITING_ROOM,
        component: secondScriptPage('WaitingRoomPage'),
        beforeNavigate: guard(shell, ({ services: { mode, t } }) =>
          mode.allows('waiting-room')
            ? undefined
            : { to: 'home', notice: t('waitingRoom.notHere') },
        ),
        before: async (page: WaitingRoomPage) => page.open(shell()),
        options: { clearHistory: true },
      },
      {
        path: 'bye',
        component: secondScriptPage('ByePage'),
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
  return {
    ...config,
    routes: config.routes.map((route) => waiting(shell, awaited, route)),
  };
}
