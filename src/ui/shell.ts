/** The functions of the app that a page may call. */

import type { AppServices } from '../app/services';
import type { TextSize } from '../session/preferences/displayPreferences';
import type { Language } from '../texts/languages';
import type { DialogSpec } from './components/Dialog';
import type { SecondScriptScreens } from './secondScriptScreens';

/** A notice on the home screen, which is shown once. */
export interface HomeNotice {
  text: string;
  /** The action of OK on it, which undoes something; absent when there is nothing to undo. */
  undo?(): void;
}

/** The functions and services of the app that a page uses. */
export interface Shell {
  readonly services: AppServices;
  /** Opens a dialog in front of the page; it has the focus until it closes. */
  ask(dialog: DialogSpec): void;
  /** Closes the open dialog. */
  closeDialog(): void;
  /** Acts with the screens of the second script, as soon as it is there. */
  withSecondScript(act: (screens: SecondScriptScreens) => void): void;
  /** Opens another page; Back returns to this one. */
  go(hash: string): void;
  /** Returns to the page before. */
  back(): void;
  /** Opens the home screen, and forgets the pages before. */
  home(): void;
  /** Opens the technical panel in front of the page. */
  showLog(): void;
  /** Closes the app in the set's own way. */
  exit(): void;
  /**
   * Changes the language at once, and opens the page again in it; the focus stays. When the texts can't
   * be loaded, a dialog says so and the language stays.
   */
  setLanguage(language: Language): Promise<void>;
  /** Sets the text size of a page that people read from afar; undefined: the patient's choice. */
  drawAt(size: TextSize | undefined): void;
  /** The notice on the home screen, until the patient leaves that screen. */
  notice: HomeNotice | undefined;
}
