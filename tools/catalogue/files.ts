/** Catalogue files on disk: those that `settings.json` lists, or those named by hand. */
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

/** Something the user can put right, told in one sentence. */
export class UserError extends Error {}

const settingsSchema = v.object({
  appSettings: v.object({ catalogues: v.pipe(v.array(v.string()), v.minLength(1)) }),
});

/** A file to read: where it lies, and the name by which sentences call it. */
export interface CatalogueFile {
  path: string;
  name: string;
}

/**
 * The files that the app itself loads.
 * @param project folder with `settings.json` and `static/`
 * @throws UserError when the settings can't be read
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

/** @param names as typed, relative to the working directory */
export const filesByName = (names: readonly string[]): CatalogueFile[] =>
  names.map((name) => ({ path: resolve(name), name }));

/** One file's part of a library, for a summary. */
export interface FileReading extends CatalogueFile {
  exercises: number;
}

/** Reads files into one library; a file that can't be opened is one problem like any other. */
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
