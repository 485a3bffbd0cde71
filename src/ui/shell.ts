/** What a page can ask of the app around it. */

import type { AppServices } from '../app/services';
import type { TextSize } from '../session/preferences/displayPreferences';
import type { Language } from '../texts/languages';
import type { DialogSpec } from './components/Dialog';

/** Something to know on the home screen, told once. */
export interface HomeNotice {
  text: string;
  /** What OK on it takes back, where there is something to take back. */
  undo?(): void;
}

/** What a page can ask of the app. */
export interface Shell {
  readonly services: AppServices;
  /** Opens a dialog in front of the page; it has the focus until it closes. */
  ask(dialog: DialogSpec): void;
  /** Closes whatever dialog is open. */
  closeDialog(): void;
  /** Opens another page; Back leads back here. */
  go(hash: string): void;
  /** One step out. */
  back(): void;
  /** To the home screen; nothing is left to go back to. */
  home(): void;
  /** Opens the technical panel in front of the page. */
  showLog(): void;
  /** Leaves the app, as the set does it. */
  exit(): void;
  /**
   * Changes the language at once, and opens the page anew in it; the focus stays. Where its texts
   * can't be loaded a dialog says so, and all stays as it is.
   */
  setLanguage(language: Language): Promise<void>;
  /** A page read from afar has a text size of its own; undefined: as it was chosen. */
  drawAt(size: TextSize | undefined): void;
  /** For the home screen, until one leaves it. */
  notice: HomeNotice | undefined;
}
