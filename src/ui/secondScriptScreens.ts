/**
 * The screens in the second script: all pages except home, the technical panel, and the player's
 * preloading.
 */
import type { Router } from '@lightningjs/sdk';
import { secondScript } from '../app/loading/secondScript';
import type { lookForExercises } from '../app/lookForExercises';
import type { logoTexture } from './components/logoTexture';
import type { LogPanel } from './log/LogPanel';
import type { preload } from './preload';
import type { SecondScriptDialogs } from './shell';

/** Class names of the pages in the second script. */
export type SecondScriptPage =
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

/** Contents of the screens' part of the second script. */
export interface SecondScriptScreens extends SecondScriptDialogs {
  pages: Record<SecondScriptPage, PageClass>;
  preload: typeof preload;
  lookForExercises: typeof lookForExercises;
  LogPanel: typeof LogPanel;
  logoTexture: typeof logoTexture;
}

/** @throws Error before the second script is loaded */
export const secondScriptScreens = (): SecondScriptScreens =>
  secondScript().screens as SecondScriptScreens;
