/**
 * A handle for tests and measurements: `window.beweegMee`. It tells the app's state and changes
 * nothing. Nothing in the app reads it.
 */
import type { Lightning } from '@lightningjs/sdk';
import { Router } from '@lightningjs/sdk';
import type { AppServices } from '../app/services';
import type { WaitingRoomView } from '../app/waitingRoomLoop';
import type { SessionView } from '../playback/controller/controller';
import { type Log, log } from '../tv/log';
import type { Mirror } from './access/mirror';
import { Page } from './pages/Page';
import type { PlayerPage } from './pages/player/PlayerPage';
import type { WaitingRoomPage } from './pages/waitingRoom/WaitingRoomPage';

/** The app's state in words. */
export interface DebugState {
  /**
   * Name of the page: `home`, `exercise`, `routine`, `player`, `done` …; empty until the first page
   * opens.
   */
  page: string;
  /** Id of the open dialog, or `log`. */
  dialog: string | undefined;
  /** `testId` of the focused component, or of the nearest component around it that has one. */
  focus: string;
  /** True while another page opens: keys wait. */
  navigating: boolean;
  /** The player's current view. */
  view: SessionView | undefined;
  /** The waiting room's current view. */
  room: WaitingRoomView | undefined;
}

/** Contents of `window.beweegMee`. */
export interface DebugHandle {
  app: Lightning.Component;
  readonly services: AppServices;
  /** The accessible page, with its measured cost. */
  readonly mirror: Mirror;
  /** The log of the set's events. */
  readonly log: Log;
  state(): DebugState;
}

declare global {
  interface Window {
    beweegMee?: DebugHandle;
  }
}

/** `testId` of the innermost focused component that has one; for a page, its name. */
function focusOf(app: Lightning.Component): string {
  // There is no focus path after the app is closed.
  const path = (app.attached && app.application.focusPath) || [];
  for (let at = path.length - 1; at >= 0; at--) {
    const { testId } = path[at] as Lightning.Component & { testId?: string };
    if (testId) return testId;
    const component = path[at];
    if (component instanceof Page) return `page:${component.pageName}`;
  }
  return '';
}

// By name, since the classes are in the second script (`src/secondScript.ts`).
const isPlayer = (page: unknown): page is PlayerPage =>
  page instanceof Page && ['player', 'group'].includes(page.pageName);

const isWaitingRoom = (page: unknown): page is WaitingRoomPage =>
  page instanceof Page && page.pageName === 'waiting-room';

/** Puts the handle on the window. */
export function exposeForTests(
  app: Lightning.Component,
  services: () => AppServices,
  mirror: Mirror,
  front: () => { readonly open: string | undefined } | undefined,
): void {
  window.beweegMee = {
    app,
    mirror,
    log,
    get services() {
      return services();
    },
    state() {
      const page = Router.getActivePage();
      return {
        page: page instanceof Page ? page.pageName : '',
        dialog: front()?.open,
        focus: focusOf(app),
        navigating: Router.isNavigating(),
        view: isPlayer(page) ? page.shown : undefined,
        room: isWaitingRoom(page) ? page.shown : undefined,
      };
    },
  };
}
