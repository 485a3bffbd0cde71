/** The app's root: boots the router, owns the dialog, and keeps keys in order. */
import {
  AppData,
  type FontFaceDefinition,
  type Lightning,
  Router,
  Settings,
} from '@lightningjs/sdk';
import nl from '../static/texts/nl.json';
import { watchIdle } from './app/idle';
import type { AppServices } from './app/services';
import { displayPreferencesOf, type TextSize } from './session/preferences/displayPreferences';
import type { Language } from './texts/languages';
import { displayWishesOf } from './tv/displayWishes';
import { leaveApp } from './tv/leave';
import { Lifecycle } from './tv/lifecycle';
import type { Offline } from './tv/offline/offline';
import { OnePress } from './tv/onePress';
import type { SetWindow } from './tv/platform';
import { RemoteKeys } from './tv/remoteKeys';
import { Mirror } from './ui/access/mirror';
import { Dialog } from './ui/components/Dialog';
import { languageFailedDialog } from './ui/components/languageDialog';
import { exposeForTests } from './ui/debug';
import { drawInMemory } from './ui/lightning/canvases';
import { compileEarly } from './ui/lightning/shaders';
import { followTheme } from './ui/lightning/templates';
import { createOffline } from './ui/offline';
import { Page } from './ui/pages/Page';
import { Pointer } from './ui/pointer/pointer';
import { PRELOAD_AFTER, preload } from './ui/preload';
import { routes } from './ui/routes';
import type { Shell } from './ui/shell';
import { colours, cssColour, motion, screen, setTheme, type } from './ui/theme';
import { fontFaces } from './ui/theme/fonts';

followTheme();

const HOME = 'home';
/** Before a wait at the start is worth a word, ms. */
const WAIT_AFTER = 1000;

/** An address that can't be decoded would stop the router for good. */
function dropBrokenAddress() {
  try {
    decodeURIComponent(window.location.hash);
  } catch {
    window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
  }
  // `#/waiting-room`, as many write an address, is `#waiting-room`; the router stands still at `##`.
  const { hash } = window.location;
  if (/^#[#/]/.test(hash)) window.history.replaceState(null, '', `#${hash.replace(/^[#/]+/, '')}`);
}

/** The root component. */
export class App extends Router.App {
  private services: AppServices | undefined;
  private readonly keys = new RemoteKeys();
  private readonly onePress = new OnePress();
  private current: Page | undefined;
  private life: Lifecycle | undefined;
  private endIdle: (() => void) | undefined;
  private pointer: Pointer | undefined;
  private offline: Offline | undefined;
  private readonly shell = this.makeShell();
  private changing: Promise<void> = Promise.resolve();
  /** The page that opens now must be opened anew: the language changed on its way. */
  private isStale = false;
  /** Text size of the page that has its own. */
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
    dropBrokenAddress();
    Router.startRouter(
      {
        ...routes(
          () => this.shell,
          () => this.boot(),
          () => this.makeWhole(),
        ),
        afterEachRoute: () => this.pageChanged(),
      },
      this,
    );
  }

  override _getFocused(): Lightning.Component | null {
    return this.dialog.open ? this.dialog : Router.getActivePage();
  }

  /** Between two pages, and while a key is held, a key would hit what nobody meant. */
  override _captureKey(event: KeyboardEvent): boolean {
    // Not every set says when it shows the app again.
    this.life?.seen();
    this.keyAt = performance.now();
    const name = this.application.getOption('keys')[event.keyCode];
    const isRepeat = this.keys.isRepeat(event, name, this.dialog.actsOnce);
    const isOk = name === 'Enter' && !this.pointer?.isPressing;
    if (isOk && !isRepeat && !this.onePress.takes('key')) return true;
    return isRepeat || this.keys.isTooSoon(Router.isNavigating());
  }

  override _captureKeyRelease(event: KeyboardEvent): boolean {
    this.keys.released(event);
    const name = this.application.getOption('keys')[event.keyCode];
    if (name === 'Enter' && !this.pointer?.isPressing) this.onePress.released();
    return false;
  }

  private get dialog(): Dialog {
    return this.tag('Dialog') as Dialog;
  }

  private async boot() {
    if (!AppData) throw new Error('The app was launched without its services');
    // Not drawn where it isn't told: its text alone takes a slow set 30 ms.
    const wait = window.setTimeout(() => this.tellWait(), WAIT_AFTER);
    try {
      this.services = await AppData.loadServices();
    } finally {
      window.clearTimeout(wait);
      this.patch({ Wait: undefined });
    }
    document.documentElement.lang = this.services.language;
    this.takeDisplayPreferences(this.services);
    this.services.memoryStore.onChange(() => {
      if (this.takeDisplayPreferences(this.shell.services)) this.reopen();
      else this.current?.remembered();
      this.offline?.changed();
    });
    this.endIdle = watchIdle({
      mode: this.services.mode,
      isFollowed: () => this.current?.isFollowed === true,
      keyAt: () => this.keyAt,
      comeBack: (hash) => {
        this.dialog.close();
        Router.navigate(hash, {}, false);
      },
    });
    this.life = new Lifecycle(window as unknown as SetWindow & Window, {
      hidden: () => this.sleep(),
      shown: () => this.current?.wake(),
    });
    this.offline = createOffline({
      shell: this.shell,
      page: () => this.current,
      isBusy: () => Router.isNavigating() || this.dialog.open !== undefined,
      keyAt: () => this.keyAt,
    });
    const mirror = new Mirror({
      app: this,
      dialog: this.dialog,
      page: () => this.current,
      services: () => this.services,
    });
    this.pointer = new Pointer({
      app: this,
      dialog: this.dialog,
      page: () => this.current,
      isBusy: () => Router.isNavigating(),
      mayClick: () => this.onePress.takes('click'),
    });
    exposeForTests(this, () => this.shell.services, mirror);
  }

  /** In the language of the app, once that is known. */
  private get waiting(): string {
    return this.services?.t('load.wait') ?? nl['load.wait'];
  }

  /** Told while the files load, when that takes long. */
  private tellWait() {
    const at = { x: screen.w / 2, y: screen.h / 2, mount: 0.5, alpha: 0, color: colours.soft };
    this.patch({ Wait: { ...at, text: { ...type.lead, text: this.waiting } } });
    this.tag('Wait')?.setSmooth('alpha', 1, { duration: motion.fade });
  }

  /** What must not be lost is written at once: some sets end a hidden app without another word. */
  private sleep() {
    this.current?.sleep();
    this.services?.memoryStore.flush();
  }

  override _detach() {
    window.clearTimeout(this.preloading);
    this.life?.end();
    this.endIdle?.();
    this.pointer?.end();
  }

  /**
   * Text size, contrast and motion, as they were chosen.
   * @returns whether they changed how all is drawn: then all is made anew, and must be filled
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

  /** One change after another: the last one wished is the last one made. */
  private setLanguage(language: Language): Promise<void> {
    this.changing = this.changing.then(() => this.changeLanguage(language));
    return this.changing;
  }

  /** Before a page that may show any exercise. A wait is told, and ends whatever was asked meanwhile. */
  private async makeWhole(): Promise<void> {
    if (this.shell.services.isWhole) return;
    const wait = window.setTimeout(() => this.tellReading(), WAIT_AFTER);
    await this.readOn();
    window.clearTimeout(wait);
    this.patch({ Wait: undefined });
    this.dialog.close();
  }

  /** Above what home shows; where no page is open yet, by itself. */
  private tellReading() {
    const { current, shell } = this;
    if (current) {
      shell.notice ??= { text: this.waiting };
      current.remembered();
    } else this.tellWait();
  }

  /** What home can do without at first; one change after another, as of the language. */
  private readOn(): Promise<void> {
    this.changing = this.changing
      .then(async () => {
        const services = await this.shell.services.whole();
        if (services === this.services) return;
        this.services = services;
        this.current?.remembered();
      })
      // The next change must not wait for ever.
      .catch((error) => console.error(error));
    return this.changing;
  }

  private async changeLanguage(language: Language) {
    const { services } = this.shell;
    if (language === services.language) return;
    try {
      this.services = await services.inLanguage(language);
    } catch {
      this.dialog.show(languageFailedDialog(services.t));
      return;
    }
    document.documentElement.lang = language;
    this.reopen();
  }

  /** The open page says all anew; one on its way may have been given the words of before. */
  private reopen() {
    if (Router.isNavigating()) this.isStale = true;
    else if (this.current?.reopens) Router.reload();
  }

  /** Whatever played on the page before is stopped before the next begins. */
  private pageChanged() {
    this.current?.leave();
    const page = Router.getActivePage();
    this.current = page instanceof Page ? page : undefined;
    if (this.drawAt(this.current?.textSize)) window.setTimeout(() => this.reopen());
    this.current?.enter();
    if (this.life?.isHidden) this.current?.sleep();
    // Not before the page was drawn: on a slow set the first frame alone takes longer than this wait.
    this.stage.once('frameEnd', () => this.preloadSoon());
    this.offline?.changed();
    if (!this.isStale) return;
    this.isStale = false;
    if (this.current?.reopens) Router.reload();
  }

  private preloadSoon() {
    window.clearTimeout(this.preloading);
    if (!this.attached) return;
    this.preloading = window.setTimeout(() => {
      preload(this.stage, this.shell.services.video);
      void this.readOn();
    }, PRELOAD_AFTER);
  }

  /** @returns whether all must be filled anew */
  private drawAt(size: TextSize | undefined): boolean {
    if (size === this.ownSize) return false;
    this.ownSize = size;
    return this.takeDisplayPreferences(this.shell.services);
  }

  private makeShell(): Shell {
    const app = this;
    return {
      notice: undefined,
      get services() {
        if (!app.services) throw new Error('The services are not loaded yet');
        return app.services;
      },
      ask: (dialog) => app.dialog.show(dialog),
      closeDialog: () => app.dialog.close(),
      go: (hash) => Router.navigate(hash),
      back() {
        if (Router.getHistory().length) Router.back();
        else Router.navigate(HOME, {}, false);
      },
      home: () => Router.navigate(HOME, {}, false),
      setLanguage: (language) => app.setLanguage(language),
      drawAt: (size) => void app.drawAt(size),
      exit: () => {
        if (typeof Settings.get('platform', 'onClose') === 'function') {
          (app.application as Lightning.Application & { closeApp(): void }).closeApp();
          return;
        }
        // Where the set closes nothing, the last screen stays.
        Router.navigate('bye', {}, false);
        leaveApp(app.shell.services.platform, window as unknown as SetWindow & Window);
      },
    };
  }
}
