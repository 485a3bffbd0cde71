/** Names of files: a translation lies beside its catalogue, with its language before `.json`. */

/**
 * `catalogue/brochure.fr.json` of `catalogue/brochure.json`.
 * @param language a code of two letters
 */
export const translationFileOf = (catalogue: string, language: string): string =>
  catalogue.replace(/\.json$/, `.${language}.json`);

/** "fr" of `brochure.fr.json`; undefined for a file that is no translation by its name. */
export const languageOfFile = (file: string): string | undefined =>
  /\.([a-z]{2})\.json$/.exec(file)?.[1];

/** `brochure.json` of `brochure.fr.json`; any other name is its own. */
export const sourceFileOf = (file: string): string => file.replace(/\.[a-z]{2}\.json$/, '.json');
