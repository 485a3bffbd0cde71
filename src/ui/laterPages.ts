/** The screens' part of the second script: all pages but home, the technical panel, and what the player wants beforehand. */
import type { Router } from '@lightningjs/sdk';
import { laterNow } from '../app/loading/later';
import type { LogPanel } from './log/LogPanel';
import type { preload } from './preload';

/** Routes' pages that the second script holds, by the names of their classes. */
export type LaterPage =
  | 'AboutPage'
  | 'AddPage'
  | 'ByePage'
  | 'CodePage'
  | 'DonePage'
  | 'ExercisePage'
  | 'GroupPlayerPage'
  | 'HistoryPage'
  | 'PlayerPage'
  | 'RoutinePage'
  | 'SettingsPage'
  | 'TakePage'
  | 'WaitingRoomPage';

type PageClass = Extract<Router.RouteDefinition['component'], new (...args: never[]) => unknown>;

/** What the second script gives to the screens. */
export interface LaterScreens {
  pages: Record<LaterPage, PageClass>;
  preload: typeof preload;
  LogPanel: typeof LogPanel;
}

/** @throws Error while the second script isn't there */
export const laterScreens = (): LaterScreens => laterNow().screens as LaterScreens;
