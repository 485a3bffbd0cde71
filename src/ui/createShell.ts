/** Makes what a page can ask of the app: dialogs, other pages, another language, the way out. */
import { Router, Settings } from '@lightningjs/sdk';
import type { AppServices } from '../app/services';
import { leaveApp } from '../tv/leave';
import type { SetWindow } from '../tv/platform';
import type { Dialog } from './components/Dialog';
import type { Shell } from './shell';

const HOME = 'home';

export interface ShellApp extends Pick<Shell, 'drawAt' | 'setLanguage' | 'showLog'> {
  /** Undefined until they are loaded. */
  services(): AppServices | undefined;
  dialog(): Dialog;
  /** Ends the app by way of the library, which asks whoever started it. */
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
    // Where the set closes nothing, the last screen stays.
    Router.navigate('bye', {}, false);
    leaveApp(this.services.platform, window as unknown as SetWindow & Window);
  },
});
