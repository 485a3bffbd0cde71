/** Holds the current services, and replaces them for another language or for more of the catalogues. */
import type { LoadedCatalogue } from '../../catalogue/merge';
import type { Narrator } from '../../playback/narrator/narrator';
import type { LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import type { Language } from '../../texts/languages';
import type { Translate } from '../../texts/translate';
import type { AppServices } from '../services';
import type { Content } from './content';
import type { LocalisedLibrary } from './localisedLibrary';

/** The services that stay the same when the language or the catalogues change. */
export type LastingServices = Omit<
  AppServices,
  'inLanguage' | 'isWhole' | 'language' | 'library' | 'narrator' | 'problems' | 't' | 'whole'
>;

export interface CurrentServicesDeps {
  content: Content;
  lasting: LastingServices;
  /** Creates the narrator on first use, since home has no sound. */
  narrator(): Narrator;
  /** The catalogues as loaded at the start. */
  catalogues: LoadedCatalogues;
  /** Loads the exercises that the day's portions lack. */
  complete(known: LoadedCatalogues): Promise<LoadedCatalogues>;
  /**
   * @param words the words of the language, if they are loaded already
   * @throws Error when they can't be loaded
   */
  localise(
    language: Language,
    loaded: readonly LoadedCatalogue[],
    words?: Translate,
  ): Promise<LocalisedLibrary>;
  /** Saves the chosen language. */
  remember(language: Language): void;
}

/** The app has one. Its changes must not run at the same time: each caller waits for the change before. */
export class CurrentServices {
  private catalogues: LoadedCatalogues;
  /** The current services: the same object until something changes. */
  now: AppServices;

  constructor(private readonly deps: CurrentServicesDeps) {
    this.catalogues = deps.catalogues;
    this.now = this.made();
  }

  private async inLanguage(language: Language): Promise<AppServices> {
    const { content, localise, remember } = this.deps;
    await this.complete();
    const localised = await localise(language, this.catalogues.loaded);
    content.take(localised, this.catalogues);
    content.spoken();
    remember(language);
    this.now = this.made();
    return this.now;
  }

  private async whole(): Promise<AppServices> {
    const { content, localise } = this.deps;
    const isWrong = content.checkMedia();
    await this.complete();
    if (!isWrong && content.isWhole) return this.now;
    const localised = await localise(content.language, this.catalogues.loaded, content.t);
    content.take(localised, this.catalogues);
    this.now = this.made();
    return this.now;
  }

  /** Loads the whole catalogues, once, even if the words fail to load afterwards. */
  private async complete() {
    if (!this.catalogues.inPortions.length) return;
    this.catalogues = await this.deps.complete(this.catalogues);
  }

  private made(): AppServices {
    const { content, lasting, narrator } = this.deps;
    return {
      ...lasting,
      get narrator() {
        return narrator();
      },
      language: content.language,
      t: content.t,
      isWhole: content.isWhole,
      library: content.library,
      problems: content.problems,
      inLanguage: (language) => this.inLanguage(language),
      whole: () => this.whole(),
    };
  }
}
