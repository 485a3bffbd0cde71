/**
 * A handle for tests and measurements: `window.beweegMee`. It only tells; it changes nothing, and
 * nothing in the app reads it.
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

/** Where the app is, in words. */
export interface DebugState {
  /** `home`, `exercise`, `routine`, `player`, `done`; empty while it boots. */
  page: string;
  /** Id of the open dialog, or `log`. */
  dialog: string | undefined;
  /** `testId` of what has the focus, or of the nearest thing around it that has one. */
  focus: string;
  /** A page change is under way: keys wait. */
  navigating: boolean;
  /** What the player shows now. */
  view: SessionView | undefined;
  /** What the waiting room shows now. */
  room: WaitingRoomView | undefined;
}

/** What `window.beweegMee` holds. */
export interface DebugHandle {
  app: Lightning.Component;
  readonly services: AppServices;
  /** What a screen reader is given: what it costs. */
  readonly mirror: Mirror;
  /** What happened. */
  readonly log: Log;
  state(): DebugState;
}

declare global {
  interface Window {
    beweegMee?: DebugHandle;
  }
}

/** `testId` of the innermost focused component that has one; a page's is its name. */
function focusOf(app: Lightning.Component): string {
  // Gone once the app is closed.
  const path = (app.attached && app.application.focusPath) || [];
  for (let at = path.length - 1; at >= 0; at--) {
    const { testId } = path[at] as Lightning.Component & { testId?: string };
    if (testId) return testId;
    const component = path[at];
    if (component instanceof Page) return `page:${component.pageName}`;
  }
  return '';
}

// By name: their classes are in the second script (`src/later.ts`).
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
