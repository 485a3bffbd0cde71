/** Loads the app's own words in one language. */
import { readObject } from '../../catalogue/json';
import { type Language, SOURCE_LANGUAGE } from '../../texts/languages';
import { type Translate, translator } from '../../texts/translate';
import { fetchText } from './fetchText';

/** Texts by their keys. */
export type Texts = Readonly<Record<string, string>>;

/** @throws Error when the file holds anything other than texts by their keys */
function readTexts(text: string, language: Language): Texts {
  const read = readObject(text, `texts/${language}.json`, 'texts by their keys');
  if ('problem' in read) throw new Error(read.problem.sentence);
  const entries = Object.entries(read.raw);
  return Object.fromEntries(
    entries.filter((one): one is [string, string] => typeof one[1] === 'string'),
  );
}

/**
 * Loads the texts of a language, which a centre may have changed; the bundled Dutch replaces missing ones.
 * @param bundled the texts in the page's script; a page may have none
 * @throws Error when the texts can't be loaded, unless they are the bundled ones
 */
export async function loadWords(language: Language, bundled?: Texts): Promise<Translate> {
  try {
    const texts = readTexts(await fetchText(`texts/${language}.json`), language);
    return translator({ ...bundled, ...texts }, language);
  } catch (error) {
    if (language === SOURCE_LANGUAGE && bundled) return translator(bundled, language);
    throw error;
  }
}
