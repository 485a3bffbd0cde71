/**
 * Changes of what the screens are given: another language, more of the catalogues. One after another,
 * in the order in which they were asked for: the last one wished is the last one made.
 */
import type { Language } from '../texts/languages';
import type { AppServices } from './services';

export interface ContentQueueDeps {
  services(): AppServices;
  /** From now on the screens are given these. */
  take(services: AppServices): void;
  /** More of the catalogues is there. */
  filled(): void;
  /** The language has changed. */
  spoken(language: Language): void;
  /** The language that was asked for can't be had; nothing has changed. */
  failed(): void;
  /** Says that one has to wait, when it takes long. @returns what ends that */
  tellWait(): () => void;
  /** A change that nobody waits for went wrong. */
  log(error: unknown): void;
}

export class ContentQueue {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly deps: ContentQueueDeps) {}

  /** Comes true when the language is spoken, or can't be had. */
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

  /** Reads what home can do without at first. Comes true when it is there, or can't be had. */
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
   * Before a page that may show any exercise.
   * @returns whether one had to wait
   */
  async makeWhole(): Promise<boolean> {
    const { deps } = this;
    if (deps.services().isWhole) return false;
    const end = deps.tellWait();
    await this.readOn();
    end();
    return true;
  }

  /** One failure must not keep the next change waiting for ever. */
  private after(change: () => Promise<void>): Promise<void> {
    this.last = this.last.then(change).catch((error) => this.deps.log(error));
    return this.last;
  }
}
