/**
 * Opens the technical panel in front of whatever is on screen, and puts all back as it was: from the page
 * about the app, and by the address `#log`, which is no page of its own.
 */
import type { Lightning } from '@lightningjs/sdk';
import { loadLater } from '../../app/loading/later';
import type { AppServices } from '../../app/services';
import { log } from '../../tv/log';
import { laterScreens } from '../laterPages';
import type { Page } from '../pages/Page';
import type { LogPanel } from './LogPanel';

/** What it opens in. */
export interface LogHost {
  /** Where the panel hangs. */
  app: Lightning.Component;
  page(): Page | undefined;
  /** A question is open in front of the page; it stays open behind the panel. */
  isAsking(): boolean;
  services(): AppServices;
}

const ADDRESS = /^#\/*log\/*$/;

/** Of an address, with its `#`; empty for none. */
const fragmentOf = (address: string): string => {
  const at = address.indexOf('#');
  return at < 0 ? '' : address.slice(at);
};

/** Above a dialog. */
const Z = 20;

export class LogOpener {
  private panel: LogPanel | undefined;
  /** The page that was told that something covers it. */
  private covered: Page | undefined;
  /** Asked for before there was a page. */
  private isWished = false;

  constructor(private readonly host: LogHost) {}

  /** The panel while it is open. */
  get open(): LogPanel | undefined {
    return this.panel;
  }

  /** Before the router looks at addresses: it would leave the page that is open. @returns ends it */
  watchAddress(): () => void {
    const changed = (event: HashChangeEvent) => {
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

  /** Another page is there, the first one perhaps. */
  pageChanged(): void {
    if (this.isWished) this.show();
  }

  /** Opens it, where the page that is open lets one. */
  show(): void {
    const page = this.host.page();
    this.isWished = page === undefined;
    if (this.isWished || this.panel) return;
    // The panel is in the second script, as the page that it may be opened from.
    loadLater().then(
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
    // Where that is another page by now, this one has ended what it did.
    if (covered === page()) covered?.uncover();
    app._refocus();
  }

  private cover() {
    const { app, isAsking, services } = this.host;
    const page = this.host.page();
    if (!page || this.panel) return;
    // Behind a question what plays stands still already.
    this.covered = isAsking() ? undefined : page;
    this.covered?.cover();
    app.patch({ Log: { type: laterScreens().LogPanel, zIndex: Z } });
    this.panel = app.tag('Log') as LogPanel;
    this.panel.show({ services: services(), stays: page.coverStays, close: () => this.close() });
    app._refocus();
  }

  private setAddress(fragment: string) {
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', `${pathname}${search}${fragment}`);
  }
}
