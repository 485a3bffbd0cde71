/**
 * Changes of the content of the screens: another language, or more of the catalogues. They run one after
 * another, in the order of the requests, so the last request decides the result.
 */
import type { Language } from '../texts/languages';
import type { AppServices } from './services';

export interface ContentQueueDeps {
  services(): AppServices;
  /** The screens use these services from this moment on. */
  take(services: AppServices): void;
  /** More of the catalogues has been loaded. */
  filled(): void;
  /** The language has changed. */
  spoken(language: Language): void;
  /** The requested language can't be loaded; nothing has changed. */
  failed(): void;
  /**
   * Announces a wait when it takes long.
   * @returns a function that ends the announcement
   */
  tellWait(): () => void;
  /** A change in the background failed. */
  log(error: unknown): void;
}

export class ContentQueue {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly deps: ContentQueueDeps) {}

  /** Changes the language. The promise resolves when the language is in use, or can't be loaded. */
  setLanguage(language: Language): Promise<void> {
    return this.after(async () => {
      const { deps } = this;
      const services = deps.services();
      if (language === services.language) return;
      let changed: AppServices;
      try {
        changed = await services.inLanguage(language);
      } catch {
        deps.failed();
        return;
      }
      deps.take(changed);
      deps.spoken(language);
    });
  }

  /** Loads the content that home does not need at first. The promise resolves when it is loaded, or can't be. */
  readOn(): Promise<void> {
    return this.after(async () => {
      const { deps } = this;
      const before = deps.services();
      const services = await before.whole();
      if (services === before) return;
      deps.take(services);
      deps.filled();
    });
  }

  /**
   * Loads all exercises, for a page that may show any of them.
   * @returns true if the caller had to wait
   */
  async makeWhole(): Promise<boolean> {
    const { deps } = this;
    if (deps.services().isWhole) return false;
    const end = deps.tellWait();
    await this.readOn();
    end();
    return true;
  }

  /** Runs a change after the others. A failed change does not block the next one. */
  private after(change: () => Promise<void>): Promise<void> {
    this.last = this.last.then(change).catch((error) => this.deps.log(error));
    return this.last;
  }
}
