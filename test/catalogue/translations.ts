/** The committed translations, for the tests in this folder. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { translateCatalogue } from '../../src/catalogue/translate';
import { readTranslation } from '../../src/catalogue/translation';
import type { Catalogue } from '../../src/catalogue/types';
import { committedCatalogue, type Loose } from './files';

/** Languages of interface and catalogue, beside the original Dutch. */
export const LANGUAGES = ['en', 'fr', 'de'] as const;

const translationName = (language: string): string =>
  `catalogue/thuisoefeningen-rug.${language}.json`;

const textOf = (language: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../static/${translationName(language)}`, import.meta.url)),
    'utf8',
  );

/** A new copy of a file's data. */
export const translationFile = (language: string): Loose => JSON.parse(textOf(language));

/** The catalogue in a language; "nl" is the original. */
export const catalogueIn = (language: string): Catalogue => {
  if (language === 'nl') return committedCatalogue();
  const name = translationName(language);
  const { problems, translation } = readTranslation(textOf(language), name);
  if (!translation) throw new Error(problems.map((p) => p.sentence).join('\n'));
  const laid = translateCatalogue(committedCatalogue(), translation, name);
  const all = [...problems, ...laid.problems];
  if (all.length > 0) throw new Error(all.map((p) => p.sentence).join('\n'));
  return laid.catalogue;
};
