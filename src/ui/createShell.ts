/**
 * Makes the functions of the app that a page may call: dialogs, other pages, the language, closing the
 * app.
 */
import { Router, Settings } from '@lightningjs/sdk';
import type { AppServices } from '../app/services';
import { leaveApp } from '../tv/leave';
import type { SetWindow } from '../tv/platform';
import type { Dialog } from './components/Dialog';
import { secondScriptScreens } from './secondScriptScreens';
import type { Shell } from './shell';

const HOME = 'home';

export interface ShellApp extends Pick<Shell, 'drawAt' | 'setLanguage' | 'showLog'> {
  /** Undefined until the services are loaded. */
  services(): AppServices | undefined;
  dialog(): Dialog;
  /** Loads the second script; false when it can't be loaded. */
  secondScript(): Promise<boolean>;
  /** Ends the app through the SDK, which tells the program that started it. */
  close(): void;
}

export const createShell = (app: ShellApp): Shell => ({
  notice: undefined,
  get services() {
    const services = app.services();
    if (!services) throw new Error('The services are not loaded yet');
    return services;
  },
  ask: (dialog) => app.dialog().show(dialog),
  closeDialog: () => app.dialog().close(),
  async withSecondScript(act) {
    if (await app.secondScript()) act(secondScriptScreens());
  },
  go: (hash) => Router.navigate(hash),
  back() {
    if (Router.getHistory().length) Router.back();
    else Router.navigate(HOME, {}, false);
  },
  home: () => Router.navigate(HOME, {}, false),
  setLanguage: (language) => app.setLanguage(language),
  drawAt: (size) => app.drawAt(size),
  showLog: () => app.showLog(),
  exit() {
    if (typeof Settings.get('platform', 'onClose') === 'function') {
      app.close();
      return;
    }
    // On a set that can't close the app, the last screen stays.
    Router.navigate('bye', {}, false);
    leaveApp(this.services.platform, window as unknown as SetWindow & Window);
  },
});
