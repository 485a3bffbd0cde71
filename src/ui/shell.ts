/** The functions of the app that a page may call. */

import type { AppServices } from '../app/services';
import type { Exercise } from '../catalogue/types';
import type { ExcludedExercise } from '../session/memory/memory';
import type { TextSize } from '../session/preferences/displayPreferences';
import type { RoutineItem } from '../session/routine/routine';
import type { Language } from '../texts/languages';
import type { DialogSpec } from './components/Dialog';

/** A notice on the home screen, which is shown once. */
export interface HomeNotice {
  text: string;
  /** The action of OK on it, which undoes something; absent when there is nothing to undo. */
  undo?(): void;
}

/** Dialogs of the second script that home opens. */
export interface SecondScriptDialogs {
  languageDialog(shell: Shell): DialogSpec;
  askLeftOut(shell: Shell, exercise: Exercise, entry: ExcludedExercise): void;
  askNewRoutine(shell: Shell, items: readonly RoutineItem[], then: (id: string) => void): void;
}

/** The functions and services of the app that a page uses. */
export interface Shell {
  readonly services: AppServices;
  /** Opens a dialog in front of the page; it has the focus until it closes. */
  ask(dialog: DialogSpec): void;
  /** Closes the open dialog. */
  closeDialog(): void;
  /** Acts with the dialogs of the second script, as soon as it is there. */
  withSecondScript(act: (dialogs: SecondScriptDialogs) => void): void;
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
