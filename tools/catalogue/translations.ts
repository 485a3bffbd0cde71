/** The translations beside a catalogue: `brochure.fr.json` beside `brochure.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import type { CatalogueProblem } from '../../src/catalogue/problems';
import { problemOf } from '../../src/catalogue/problems';
import { translateCatalogue } from '../../src/catalogue/translate';
import { readTranslation } from '../../src/catalogue/translation';
import { languageOfFile, translationFileOf } from '../../src/catalogue/translationFile';
import type { Catalogue } from '../../src/catalogue/types';
import type { CatalogueFile } from './files';
import { readFileText } from './fileText';

/** One translation, compared with its source. */
export interface TranslationCheck {
  name: string;
  /** Number of exercises that it translates. */
  exercises: number;
  problems: CatalogueProblem[];
}

function check(catalogue: Catalogue, path: string, name: string): TranslationCheck {
  const { problems: inFile, text } = readFileText(path, name);
  if (text === undefined) return { name, exercises: 0, problems: inFile };
  const { problems: found, translation } = readTranslation(text, name);
  const problems = [...inFile, ...found];
  if (!translation) return { name, exercises: 0, problems };
  const laid = translateCatalogue(catalogue, translation, name);
  const all = [...problems, ...laid.problems];
  const language = languageOfFile(name);
  if (translation.language !== language) {
    const complaint = `expected "${language}" as in the file's name, got "${translation.language}"`;
    all.push(problemOf(name, undefined, 'language', complaint));
  }
  const exercises = laid.catalogue.exercises.filter((one) => one.translated).length;
  return { name, exercises, problems: all };
}

/** The source of the translations; undefined when it cannot be read. */
function sourceOf({ name, path }: CatalogueFile): Catalogue | undefined {
  try {
    return readCatalogue(readFileSync(path, 'utf8'), name).catalogue;
  } catch {
    return undefined;
  }
}

/** Reads all translations beside these catalogues. */
export const readTranslations = (files: readonly CatalogueFile[]): TranslationCheck[] =>
  files.flatMap((file) => {
    const { name, path } = file;
    const catalogue = sourceOf(file);
    if (!catalogue) return [];
    const folder = dirname(path);
    const checks: TranslationCheck[] = [];
    for (const beside of readdirSync(folder).sort()) {
      const language = languageOfFile(beside);
      if (!language || beside !== translationFileOf(basename(path), language)) continue;
      checks.push(check(catalogue, join(folder, beside), translationFileOf(name, language)));
    }
    return checks;
  });
