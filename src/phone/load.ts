/** Fetches what the page needs, from the same files as the television: settings, catalogues, words. */
import { readCatalogue } from '../catalogue/load';
import { type LoadedCatalogue, type MergedCatalogues, mergeCatalogues } from '../catalogue/merge';
import { translateCatalogue } from '../catalogue/translate';
import { readTranslation } from '../catalogue/translation';
import { translationFileOf } from '../catalogue/translationFile';
import type { Exercise } from '../catalogue/types';
import { type MediaIndex, readMediaIndex } from '../playback/media';
import { type CodeBook, codeBook } from '../session/code/codeBook';
import { CODES, type Language, SOURCE_LANGUAGE } from '../texts/languages';
import { type Translate, translator } from '../texts/translate';
import { languagesOfSet, pickLanguage } from '../tv/language';

/** What the page works with. */
export interface PhoneServices {
  t: Translate;
  language: Language;
  library: MergedCatalogues;
  exercises: ReadonlyMap<string, Exercise>;
  book: CodeBook;
  media: MediaIndex;
}

/** Addresses are relative to the app's folder: the page says so by its `<base>`. */
async function fetchText(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.text();
}

/** Undefined, and a line in the log, where it isn't there. */
const fetchIfThere = (path: string): Promise<string | undefined> =>
  fetchText(path).catch((error: Error) => {
    console.warn(error.message);
    return undefined;
  });

interface AppSettings {
  catalogues?: string[];
  language?: string;
}

async function readSettings(): Promise<AppSettings> {
  const { appSettings } = JSON.parse(await fetchText('settings.json')) as {
    appSettings?: AppSettings;
  };
  return appSettings ?? {};
}

/** A catalogue in the reader's language, as far as there is a translation of it. */
async function loadCatalogue(
  file: string,
  language: Language,
): Promise<LoadedCatalogue | undefined> {
  const text = await fetchIfThere(`static/${file}`);
  const { catalogue, problems } = text
    ? readCatalogue(text, file)
    : { catalogue: undefined, problems: [] };
  for (const { sentence } of problems) console.warn(sentence);
  if (!catalogue || catalogue.language === language) return catalogue && { file, catalogue };
  const name = translationFileOf(file, language);
  const translation = await fetchIfThere(`static/${name}`);
  const read = translation ? readTranslation(translation, name).translation : undefined;
  return {
    file,
    catalogue: read ? translateCatalogue(catalogue, read, name).catalogue : catalogue,
  };
}

async function loadTexts(language: Language): Promise<{ t: Translate; language: Language }> {
  const texts = await fetchIfThere(`static/texts/${language}.json`);
  if (texts) return { t: translator(JSON.parse(texts), language), language };
  const source = await fetchText(`static/texts/${SOURCE_LANGUAGE}.json`);
  return { t: translator(JSON.parse(source)), language: SOURCE_LANGUAGE };
}

/** @throws Error when there are no exercises or no words to show */
export async function load(): Promise<PhoneServices> {
  const settings = await readSettings();
  // The reader's own language first: it is their phone. The centre's where that isn't ours.
  const wanted = [...languagesOfSet(navigator), settings.language];
  const language = pickLanguage(CODES, wanted) ?? SOURCE_LANGUAGE;
  const [said, catalogues, index] = await Promise.all([
    loadTexts(language),
    Promise.all((settings.catalogues ?? []).map((file) => loadCatalogue(file, language))),
    fetchIfThere('static/media/index.json'),
  ]);
  const loaded = catalogues.filter((one): one is LoadedCatalogue => one !== undefined);
  const library = mergeCatalogues(loaded);
  if (!library.exercises.length) throw new Error('no exercises could be loaded');
  const exercises = new Map(library.exercises.map((one) => [one.id, one]));
  const media = index ? readMediaIndex(index, 'media/index.json').media : { exercises: {} };
  return { ...said, library, exercises, book: codeBook(library.exercises), media };
}
