/** What a page can ask of the app around it. */
import type { DialogSpec } from './components/Dialog';
import type { AppServices } from './services';

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
  /** Leaves the app, as the set does it. */
  exit(): void;
  /** A sentence for the home screen, shown once. */
  notice: string | undefined;
}
