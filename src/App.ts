/** The root of the app: it starts the router, owns the dialog, and decides which component receives a key. */
import { AppData, type FontFaceDefinition, type Lightning, Router } from '@lightningjs/sdk';
import nl from '../static/texts/nl.json';
import { ContentQueue } from './app/contentQueue';
import { loadSecondScript, SECOND_SCRIPT_AFTER } from './app/loading/secondScript';
import { PageRenewal } from './app/pageRenewal';
import type { AppServices } from './app/services';
import { displayPreferencesOf, type TextSize } from './session/preferences/displayPreferences';
import { displayWishesOf } from './tv/displayWishes';
import { logFault } from './tv/faults';
import { log } from './tv/log';
import { OnePress } from './tv/onePress';
import { RemoteKeys } from './tv/remoteKeys';
import { mendAddresses } from './ui/address';
import { AppLife } from './ui/appLife';
import { Dialog } from './ui/components/Dialog';
import { languageFailedDialog } from './ui/components/languageFailedDialog';
import { createShell } from './ui/createShell';
import { drawInMemory } from './ui/lightning/canvases';
import { drawAnySvg } from './ui/lightning/drawings';
import { makeWay } from './ui/lightning/routerQueue';
import { compileEarly } from './ui/lightning/shaders';
import { followTheme } from './ui/lightning/templates';
import { drawInDirection } from './ui/lightning/textDirection';
import { LogOpener } from './ui/log/LogOpener';
import type { LogPanel } from './ui/log/LogPanel';
import { Page } from './ui/pages/Page';
import { routes } from './ui/routes';
import { secondScriptScreens } from './ui/secondScriptScreens';
import { colours, cssColour, motion, screen, setTheme, type } from './ui/theme';
import { fontFaces } from './ui/theme/fonts';
import { waitForSecondScript } from './ui/waitForSecondScript';

followTheme();
drawInDirection();
drawAnySvg();

/** A wait shorter than this, ms, is not announced. */
const WAIT_AFTER = 1000;

/** The root component. */
export class App extends Router.App {
  private services: AppServices | undefined;
  private readonly keys = new RemoteKeys();
  private readonly onePress = new OnePress();
  private current: Page | undefined;
  private life: AppLife | undefined;
  private readonly shell = createShell({
    secondScript: () => this.bringSecondScript(),
    services: () => this.services,
    dialog: () => this.dialog,
    setLanguage: (language) => this.contentQueue.setLanguage(language),
    drawAt: (size) => void this.drawAt(size),
    showLog: () => this.logOpener.show(),
    close: () => (this.application as Lightning.Application & { closeApp(): void }).closeApp(),
  });
  private readonly contentQueue = new ContentQueue({
    services: () => this.shell.services,
    take: (services) => {
      this.services = services;
    },
    filled: () => this.current?.remembered(),
    spoken: (language) => {
      document.documentElement.lang = language;
      this.renewal.want();
    },
    failed: () => this.dialog.show(languageFailedDialog(this.shell.services.t)),
    tellWait: () => this.tellAfter(() => this.tellReading()),
    log: logFault,
  });
  private readonly renewal = new PageRenewal({
    isNavigating: () => Router.isNavigating(),
    renew: () => {
      if (this.current?.reopens) Router.reload();
    },
  });
  private readonly logOpener = new LogOpener({
    app: this,
    page: () => this.current,
    isAsking: () => this.dialog.open !== undefined,
    services: () => this.shell.services,
  });
  private readonly ends: (() => void)[] = [];
  private endLooking: (() => void) | undefined;
  /** Text size of the current page, where that page has a size of its own. */
  private ownSize: TextSize | undefined;
  /** When a key was last pressed, ms. */
  private keyAt = 0;
  private preloading = 0;

  static getFonts(): FontFaceDefinition[] {
    return fontFaces();
  }

  static override _template(): Lightning.Component.Template<Router.App.TemplateSpec> {
    return {
      Pages: { forceZIndexContext: true },
      Dialog: { type: Dialog, zIndex: 10 },
    } as Lightning.Component.Template<Router.App.TemplateSpec>;
  }

  override _construct() {
    drawInMemory(this.stage.platform, Boolean(this.stage.gl));
    compileEarly(this.stage);
  }

  override _setup() {
    this.ends.push(mendAddresses(window, makeWay), this.logOpener.watchAddress());
    // Any page but home needs the second script at once. Where it fails, the page requests it again.
    if (!/^#?(home)?$/.test(window.location.hash)) loadSecondScript().catch(() => undefined);
    Router.startRouter(
      {
        ...routes(
          () => this.shell,
          () => this.boot(),
          {
            whole: () => this.makeWhole(),
            secondScript: () => this.bringSecondScript(),
          },
        ),
        afterEachRoute: () => this.pageChanged(),
      },
      this,
    );
  }

  override _getFocused(): Lightning.Component | null {
    return this.front ?? Router.getActivePage();
  }

  /** Ignores keys between two pages, and repeats of a held key, since the patient did not mean them. */
  override _captureKey(event: KeyboardEvent): boolean {
    // Not every set reports that it shows the app again, so a key counts as a sign of it.
    this.life?.seen();
    this.keyAt = performance.now();
    const name = this.application.getOption('keys')[event.keyCode];
    const isRepeat = this.keys.isRepeat(event, name, this.dialog.actsOnce);
    const isOk = name === 'Enter' && !this.life?.isPressing;
    if (isOk && !isRepeat && !this.onePress.takes('key')) return true;
    return isRepeat || this.keys.isTooSoon(Router.isNavigating());
  }

  override _captureKeyRelease(event: KeyboardEvent): boolean {
    this.keys.released(event);
    const name = this.application.getOption('keys')[event.keyCode];
    if (name === 'Enter' && !this.life?.isPressing) this.onePress.released();
    return false;
  }

  /** The open log panel or dialog, which receives the keys instead of the page. */
  private get front(): LogPanel | Dialog | undefined {
    return this.logOpener.open ?? (this.dialog.open === undefined ? undefined : this.dialog);
  }

  private get dialog(): Dialog {
    return this.tag('Dialog') as Dialog;
  }

  private async boot() {
    if (!AppData) throw new Error('The app was launched without its services');
    const end = this.tellAfter(() => this.tellWait());
    try {
      this.services = await AppData.loadServices();
    } finally {
      end();
    }
    document.documentElement.lang = this.services.language;
    this.takeDisplayPreferences(this.services);
    this.services.memoryStore.onChange(() => {
      if (this.takeDisplayPreferences(this.shell.services)) this.renewal.want();
      else this.current?.remembered();
      this.life?.changed();
    });
    this.life = new AppLife({
      root: this,
      shell: this.shell,
      page: () => this.current,
      keyAt: () => this.keyAt,
      mayClick: () => this.onePress.takes('click'),
      front: () => this.front,
      closeFront: () => {
        this.dialog.close();
        this.logOpener.close();
      },
    });
  }

  /**
   * Announces a wait when it takes long.
   * @param tell announces it. It is called late, since drawing its text alone takes a slow set 30 ms
   * @returns a function that ends the announcement
   */
  private tellAfter(tell: () => void): () => void {
    const wait = window.setTimeout(tell, WAIT_AFTER);
    return () => {
      window.clearTimeout(wait);
      this.patch({ Wait: undefined });
      const { current, shell } = this;
      if (shell.notice?.text !== this.waiting) return;
      shell.notice = undefined;
      current?.remembered();
    };
  }

  private bringSecondScript(): Promise<boolean> {
    return waitForSecondScript(this.shell, () => this.tellAfter(() => this.tellReading()));
  }

  /** The text of a wait, in the app's language, or in Dutch until that is known. */
  private get waiting(): string {
    return this.services?.t('load.wait') ?? nl['load.wait'];
  }

  /** Shows the text of a wait while the files load, when that takes long. */
  private tellWait() {
    const at = { x: screen.w / 2, y: screen.h / 2, mount: 0.5, alpha: 0, color: colours.soft };
    this.patch({ Wait: { ...at, text: { ...type.lead, text: this.waiting } } });
    this.tag('Wait')?.setSmooth('alpha', 1, { duration: motion.fade });
  }

  override _detach() {
    window.clearTimeout(this.preloading);
    for (const end of this.ends) end();
    this.endLooking?.();
    this.life?.end();
  }

  /**
   * Applies the chosen text size, contrast and motion.
   * @returns true if the drawing changed: then all components were made anew, and the page must be filled again
   */
  private takeDisplayPreferences({ memoryStore }: AppServices): boolean {
    const chosen = displayPreferencesOf(memoryStore.memory.settings, displayWishesOf(window));
    const display = this.ownSize ? { ...chosen, textSize: this.ownSize } : chosen;
    if (!setTheme(display)) return false;
    for (const { style } of [document.documentElement, document.body]) {
      style.background = cssColour(colours.ground);
    }
    this.dialog.remake();
    for (const page of this.tag('Pages')?.children ?? []) {
      if (page instanceof Page) page.remake();
    }
    return true;
  }

  /** Loads all exercises, for a page that may show any of them. After a wait, it closes the open dialog. */
  private async makeWhole(): Promise<void> {
    if (await this.contentQueue.makeWhole()) this.dialog.close();
  }

  /** Announces a wait above the content of home; where no page is open yet, in the middle of the screen. */
  private tellReading() {
    const { current, shell } = this;
    if (current) {
      shell.notice ??= { text: this.waiting };
      current.remembered();
    } else this.tellWait();
  }

  /** Stops the playback of the page before, and prepares the app for the new page. */
  private pageChanged() {
    this.current?.leave();
    const page = Router.getActivePage();
    this.current = page instanceof Page ? page : undefined;
    if (this.drawAt(this.current?.textSize)) window.setTimeout(() => this.renewal.want());
    this.current?.enter();
    // The log gets only the page's name: its content is the patient's.
    if (this.current) log.add('info', 'screen', `Page: ${this.current.pageName}`);
    this.logOpener.pageChanged();
    if (this.life?.isHidden) this.current?.sleep();
    // Only after the page is drawn: on a slow set the first frame alone takes longer than this wait.
    this.stage.once('frameEnd', () => this.preloadSoon());
    this.life?.changed();
    this.renewal.arrived();
  }

  private preloadSoon() {
    window.clearTimeout(this.preloading);
    if (!this.attached) return;
    this.preloading = window.setTimeout(() => {
      loadSecondScript().then(
        ({ memoryCare }) => {
          this.services?.memoryStore.take(memoryCare);
          if (this.attached) this.startSecondScript();
        },
        (error) => log.add('warning', 'start', (error as Error).message),
      );
      void this.contentQueue.readOn();
    }, SECOND_SCRIPT_AFTER);
  }

  /** Starts what home does not need. */
  private startSecondScript() {
    const { lookForExercises, preload } = secondScriptScreens();
    preload(this.stage, this.shell.services.video);
    this.endLooking ??= lookForExercises(this.shell, () => this.current?.mayRestart && !this.front);
  }

  /** @returns true if the page must be filled again */
  private drawAt(size: TextSize | undefined): boolean {
    if (size === this.ownSize) return false;
    this.ownSize = size;
    return this.takeDisplayPreferences(this.shell.services);
  }
}
