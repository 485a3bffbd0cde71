/**
 * Catalogue files on disk: those that `settings.json` lists, or those named on the command line.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { isObject, readJson } from '../../src/catalogue/json';
import { readCatalogue } from '../../src/catalogue/load';
import {
  type LoadedCatalogue,
  type MergedCatalogues,
  mergeCatalogues,
} from '../../src/catalogue/merge';
import { type CatalogueProblem, problemOf } from '../../src/catalogue/problems';
import { readFileText } from './fileText';
import { remarksOn } from './remarks';

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
  const { problems, text } = readFileText(resolve(project, 'settings.json'), 'settings.json');
  if (text === undefined) throw new UserError(problems.map((one) => one.sentence).join('\n'));
  const result = v.safeParse(settingsSchema, JSON.parse(text));
  if (!result.success) {
    throw new UserError(
      'settings.json: appSettings.catalogues: expected a list of files, relative to static/',
    );
  }
  const { catalogues } = result.output.appSettings;
  if (catalogues.some((name) => name.startsWith('static/'))) {
    throw new UserError(
      'settings.json: appSettings.catalogues: is read below static/, so leave out "static/"',
    );
  }
  return catalogues.map((name) => ({
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

/** What a file is, by the fields at its top. */
export function kindOf(text: string): 'catalogue' | 'centre' | 'unknown' {
  const read = readJson(text);
  const raw = 'raw' in read && isObject(read.raw) ? read.raw : {};
  const has = (...names: string[]) => names.some((name) => raw[name] !== undefined);
  if (has('exercises', 'translationOf') || (has('format') && has('categories'))) return 'catalogue';
  return has('modes', 'startIn', 'openingHours', 'waitingRoom', 'routines', 'catalogues', 'logo')
    ? 'centre'
    : 'unknown';
}

const notHere = (name: string): CatalogueProblem =>
  problemOf(
    name,
    undefined,
    undefined,
    'is a centre\'s own file, not a catalogue: check it with "npm run --silent centre -- check"',
  );

/** Reads files into one library. A file that cannot be opened is one problem among the others. */
export const readLibrary = (
  files: readonly CatalogueFile[],
): { library: MergedCatalogues; readings: FileReading[] } => {
  const problems: CatalogueProblem[] = [];
  const loaded: LoadedCatalogue[] = [];
  const readings = files.map((file) => {
    const { text, problems: inFile } = readFileText(file.path, file.name);
    problems.push(...inFile);
    if (text === undefined) return { ...file, exercises: 0 };
    const reading = readCatalogue(text, file.name);
    problems.push(...(kindOf(text) === 'centre' ? [notHere(file.name)] : reading.problems));
    problems.push(...remarksOn(reading.catalogue, file.name));
    if (reading.catalogue) loaded.push({ file: file.name, catalogue: reading.catalogue });
    return { ...file, exercises: reading.catalogue?.exercises.length ?? 0 };
  });
  const library = mergeCatalogues(loaded);
  return { library: { ...library, problems: [...problems, ...library.problems] }, readings };
};
