/** Loads the content of a page, all at once: the catalogues, the index of media, the words of a language. */
import { type BegunMedia, beginMediaIndex } from '../../playback/media';
import type { LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import { type Language, SOURCE_LANGUAGE } from '../../texts/languages';
import { fetchText } from './fetchText';
import { loadWords, type Texts } from './loadWords';
import { type LocalisedLibrary, loadLocalisedLibrary } from './localisedLibrary';

/** Path below the static folder. */
export const MEDIA_INDEX = 'media/index.json';

export interface LoadedContent {
  catalogues: LoadedCatalogues;
  media: BegunMedia;
  localised: LocalisedLibrary;
  /** The requested language, where its words can't be loaded; then the source language is used. */
  failed?: Language;
}

async function loadMedia(): Promise<BegunMedia> {
  try {
    return beginMediaIndex(await fetchText(MEDIA_INDEX), MEDIA_INDEX);
  } catch {
    const problems = [`${MEDIA_INDEX}: could not be loaded`];
    return { media: { exercises: {} }, problems, rest: () => [] };
  }
}

/** Loads the requested language, or the source language where its words can't be loaded. */
async function localisedIn(
  language: Language,
  reading: Promise<LoadedCatalogues>,
  bundled: Texts | undefined,
): Promise<Pick<LoadedContent, 'localised' | 'failed'>> {
  const loaded = reading.then((catalogues) => catalogues.loaded);
  const load = (one: Language) => loadLocalisedLibrary(one, loaded, loadWords(one, bundled));
  try {
    return { localised: await load(language) };
  } catch (error) {
    if (language === SOURCE_LANGUAGE) throw error;
    return { localised: await load(SOURCE_LANGUAGE), failed: language };
  }
}

/**
 * @param reading the catalogues, which may still be loading; the other files don't wait for them
 * @param bundled words of the source language that are part of the page's script
 * @throws Error where the words can't be loaded, and none are bundled
 */
export async function loadContent(
  language: Language,
  reading: Promise<LoadedCatalogues>,
  bundled?: Texts,
): Promise<LoadedContent> {
  const [catalogues, media, words] = await Promise.all([
    reading,
    loadMedia(),
    localisedIn(language, reading, bundled),
  ]);
  return { catalogues, media, ...words };
}
