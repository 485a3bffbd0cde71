/**
 * Catalogue files on disk: those that `settings.json` lists, or those named on the command line.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readCatalogue } from '../../src/catalogue/load';
import {
  type LoadedCatalogue,
  type MergedCatalogues,
  mergeCatalogues,
} from '../../src/catalogue/merge';
import type { CatalogueProblem } from '../../src/catalogue/problems';

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** An error that the user can correct, told in one sentence. */
export class UserError extends Error {}

const settingsSchema = v.object({
  appSettings: v.object({ catalogues: v.pipe(v.array(v.string()), v.minLength(1)) }),
});

/** A file to read: its place, and the name that sentences show. */
export interface CatalogueFile {
  path: string;
  name: string;
}

/**
 * The catalogue files that the app loads.
 * @param project folder with `settings.json` and `static/`
 * @throws UserError when the settings cannot be read
 */
export const filesOfSettings = (project: string): CatalogueFile[] => {
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(resolve(project, 'settings.json'), 'utf8'));
  } catch (error) {
    throw new UserError(`settings.json: cannot be read (${(error as Error).message})`);
  }
  const result = v.safeParse(settingsSchema, settings);
  if (!result.success) {
    throw new UserError(
      'settings.json: appSettings.catalogues: expected a list of files, relative to static/',
    );
  }
  return result.output.appSettings.catalogues.map((name) => ({
    path: resolve(project, 'static', name),
    name,
  }));
};

/**
 * The files under these names.
 * @param names as typed, relative to the working directory
 */
export const filesByName = (names: readonly string[]): CatalogueFile[] =>
  names.map((name) => ({ path: resolve(name), name }));

/** The part of a library that comes from one file, for a summary. */
export interface FileReading extends CatalogueFile {
  exercises: number;
}

/** Reads files into one library. A file that cannot be opened is one problem among the others. */
export const readLibrary = (
  files: readonly CatalogueFile[],
): { library: MergedCatalogues; readings: FileReading[] } => {
  const problems: CatalogueProblem[] = [];
  const loaded: LoadedCatalogue[] = [];
  const readings = files.map((file) => {
    let text: string;
    try {
      text = readFileSync(file.path, 'utf8');
    } catch (error) {
      const why =
        (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : 'unreadable';
      problems.push({ file: file.name, sentence: `${file.name}: cannot be opened (${why})` });
      return { ...file, exercises: 0 };
    }
    const reading = readCatalogue(text, file.name);
    problems.push(...reading.problems);
    if (reading.catalogue) loaded.push({ file: file.name, catalogue: reading.catalogue });
    return { ...file, exercises: reading.catalogue?.exercises.length ?? 0 };
  });
  const library = mergeCatalogues(loaded);
  return { library: { ...library, problems: [...problems, ...library.problems] }, readings };
};
