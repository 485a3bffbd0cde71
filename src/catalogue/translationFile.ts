/**
 * File names of translations. A translation lies beside its catalogue and has its language before
 * `.json`.
 */

/**
 * The file of a translation: `catalogue/brochure.fr.json` of `catalogue/brochure.json`.
 * @param language a code of two letters
 */
export const translationFileOf = (catalogue: string, language: string): string =>
  catalogue.replace(/\.json$/, `.${language}.json`);

/** The language in a file's name: "fr" of `brochure.fr.json`; undefined if the name has none. */
export const languageOfFile = (file: string): string | undefined =>
  /\.([a-z]{2})\.json$/.exec(file)?.[1];

/**
 * The file of the source: `brochure.json` of `brochure.fr.json`. Any other name is returned as it
 * is.
 */
export const sourceFileOf = (file: string): string => file.replace(/\.[a-z]{2}\.json$/, '.json');
