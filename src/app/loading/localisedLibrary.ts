/** Everything that depends on the language: the app's own words, and the texts of the catalogues. */
import {
  type LoadedCatalogue,
  type MergedCatalogues,
  mergeCatalogues,
} from '../../catalogue/merge';
import type { CatalogueProblem } from '../../catalogue/problems';
import { translateCatalogue } from '../../catalogue/translate';
import { readTranslation } from '../../catalogue/translation';
import { translationFileOf } from '../../catalogue/translationFile';
import type { Language } from '../../texts/languages';
import type { Translate } from '../../texts/translate';
import { fetchText } from './fetchText';

/** The app in one language. */
export interface LocalisedLibrary {
  language: Language;
  t: Translate;
  library: MergedCatalogues;
  /** Problems with the files of the translations. */
  problems: CatalogueProblem[];
  /** Translations that could not be fetched: their catalogues stay in their own language. */
  missing: string[];
}

/** Translates one catalogue, as far as a translation exists. */
async function translate({ catalogue, file }: LoadedCatalogue, language: Language) {
  if (catalogue.language === language) return { catalogue, problems: [] };
  const name = translationFileOf(file, language);
  let text: string;
  try {
    text = await fetchText(name);
  } catch {
    return { catalogue, problems: [], missing: name };
  }
  const { problems, translation } = readTranslation(text, name);
  if (!translation) return { catalogue, problems };
  const laid = translateCatalogue(catalogue, translation, name);
  return { catalogue: laid.catalogue, problems: [...problems, ...laid.problems] };
}

/**
 * Loads the files of one language only.
 * @param loading the catalogues in their own language; the texts don't wait for them
 * @param words the words of the language
 * @throws Error when the words can't be loaded
 */
export async function loadLocalisedLibrary(
  language: Language,
  loading: Promise<readonly LoadedCatalogue[]>,
  words: Translate | Promise<Translate>,
): Promise<LocalisedLibrary> {
  const [t, loaded, translations] = await Promise.all([
    words,
    loading,
    loading.then((list) => Promise.all(list.map((one) => translate(one, language)))),
  ]);
  const library = mergeCatalogues(
    loaded.map(({ file }, at) => ({
      file,
      catalogue: (translations[at] as (typeof translations)[number]).catalogue,
    })),
  );
  return {
    language,
    t,
    // New objects: a page compares them to see that its words have changed.
    library: { ...library, exercises: library.exercises.map((one) => ({ ...one })) },
    problems: translations.flatMap(({ problems }) => problems),
    missing: translations.flatMap(({ missing }) => (missing ? [missing] : [])),
  };
}
