/**
 * Opens the technical panel in front of the page, and restores the page when the panel closes. The page
 * about the app and the address `#log` open it; `#log` is no page of its own.
 */
import type { Lightning } from '@lightningjs/sdk';
import { loadSecondScript } from '../../app/loading/secondScript';
import type { AppServices } from '../../app/services';
import { log } from '../../tv/log';
import { mendAddress } from '../address';
import type { Page } from '../pages/Page';
import { secondScriptScreens } from '../secondScriptScreens';
import type { LogPanel } from './LogPanel';

/** The parts of the app that the opener uses. */
export interface LogHost {
  /** The component that gets the panel as a child. */
  app: Lightning.Component;
  page(): Page | undefined;
  /** True while a dialog is open. The dialog stays open behind the panel. */
  isAsking(): boolean;
  services(): AppServices;
}

const ADDRESS = /^#\/*log\/*$/;

/** The fragment of an address, with its `#`; empty when it has none. */
const fragmentOf = (address: string): string => {
  const at = address.indexOf('#');
  return at < 0 ? '' : address.slice(at);
};

/** The panel is above a dialog. */
const Z = 20;

export class LogOpener {
  private panel: LogPanel | undefined;
  /** The page whose `cover` was called. */
  private covered: Page | undefined;
  /** True when the panel was asked for before the first page was open. */
  private isWished = false;

  constructor(private readonly host: LogHost) {}

  /** The panel while it is open. */
  get open(): LogPanel | undefined {
    return this.panel;
  }

  /**
   * Listens to changes of the address, and mends each. Call it before the router does the same: the router would leave
   * the open page.
   * @returns ends the listening
   */
  watchAddress(): () => void {
    const changed = (event: HashChangeEvent) => {
      mendAddress(window);
      if (!ADDRESS.test(window.location.hash)) return;
      event.stopImmediatePropagation();
      this.setAddress(fragmentOf(event.oldURL));
      this.show();
    };
    window.addEventListener('hashchange', changed, true);
    if (ADDRESS.test(window.location.hash)) {
      this.setAddress('');
      this.isWished = true;
    }
    return () => window.removeEventListener('hashchange', changed, true);
  }

  /** Called when another page has opened; it may be the first one. */
  pageChanged(): void {
    if (this.isWished) this.show();
  }

  /** Opens the panel, if the open page allows it. */
  show(): void {
    const page = this.host.page();
    this.isWished = page === undefined;
    if (this.isWished || this.panel) return;
    // The second script contains the panel, as it does the page about the app.
    loadSecondScript().then(
      () => this.host.page()?.admit(() => this.cover()),
      (error: Error) => log.add('warning', 'start', error.message),
    );
  }

  close(): void {
    if (!this.panel) return;
    this.panel = undefined;
    const { covered } = this;
    this.covered = undefined;
    const { app, page } = this.host;
    app.patch({ Log: undefined });
    // When another page has opened, the covered page has ended already.
    if (covered === page()) covered?.uncover();
    app._refocus();
  }

  private cover() {
    const { app, isAsking, services } = this.host;
    const page = this.host.page();
    if (!page || this.panel) return;
    // Behind a dialog, the session is paused already.
    this.covered = isAsking() ? undefined : page;
    this.covered?.cover();
    app.patch({ Log: { type: secondScriptScreens().LogPanel, zIndex: Z } });
    this.panel = app.tag('Log') as LogPanel;
    this.panel.show({ services: services(), stays: page.coverStays, close: () => this.close() });
    app._refocus();
  }

  private setAddress(fragment: string) {
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', `${pathname}${search}${fragment}`);
  }
}
