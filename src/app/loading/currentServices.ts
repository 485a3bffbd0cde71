/** The services of now, and how others come in their place: another language, or more of the catalogues. */
import type { LoadedCatalogue } from '../../catalogue/merge';
import type { Narrator } from '../../playback/narrator/narrator';
import type { LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import type { Language } from '../../texts/languages';
import type { Translate } from '../../texts/translate';
import type { AppServices } from '../services';
import type { Content } from './content';
import type { LocalisedLibrary } from './localisedLibrary';

/** What lives on whatever the language, and however much of the catalogues is there. */
export type LastingServices = Omit<
  AppServices,
  'inLanguage' | 'isWhole' | 'language' | 'library' | 'narrator' | 'problems' | 't' | 'whole'
>;

export interface CurrentServicesDeps {
  content: Content;
  lasting: LastingServices;
  /** Made when it is first asked for: home says nothing. */
  narrator(): Narrator;
  /** What was loaded of the catalogues at the start. */
  catalogues: LoadedCatalogues;
  /** Reads what the day's portions leave out. */
  complete(known: LoadedCatalogues): Promise<LoadedCatalogues>;
  /**
   * @param words the language's, where they are there already
   * @throws Error when they can't be loaded
   */
  localise(
    language: Language,
    loaded: readonly LoadedCatalogue[],
    words?: Translate,
  ): Promise<LocalisedLibrary>;
  /** The language was chosen: it stays. */
  remember(language: Language): void;
}

/** One for the app. Its changes must not run at the same time: who asks waits for the one before. */
export class CurrentServices {
  private catalogues: LoadedCatalogues;
  /** What `AppServices` promises: the same object until something changes. */
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

  /** What was read once isn't read again, though its words may fail to come. */
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
