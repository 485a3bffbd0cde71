/** Loads what a page shows, all at once: the catalogues, the list of media, the words of a language. */
import { type BegunMedia, beginMediaIndex } from '../../playback/media';
import type { LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import { type Language, SOURCE_LANGUAGE } from '../../texts/languages';
import { fetchText } from './fetchText';
import { loadWords, type Texts } from './loadWords';
import { type LocalisedLibrary, loadLocalisedLibrary } from './localisedLibrary';

/** Below the static folder. */
export const MEDIA_INDEX = 'media/index.json';

export interface LoadedContent {
  catalogues: LoadedCatalogues;
  media: BegunMedia;
  localised: LocalisedLibrary;
  /** The wished language, where its words can't be had: then it is the source language. */
  failed?: Language;
}

async function loadMedia(): Promise<BegunMedia> {
  try {
    return beginMediaIndex(await fetchText(MEDIA_INDEX), MEDIA_INDEX);
  } catch {
    return { media: { exercises: {} }, problems: [MEDIA_INDEX], rest: () => [] };
  }
}

/** The wished language; the source language where its words can't be had. */
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
 * @param reading the catalogues, on their way; nothing else waits for them
 * @param bundled words of the source language that the page brings along
 * @throws Error where the words can't be had, and none are bundled
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
