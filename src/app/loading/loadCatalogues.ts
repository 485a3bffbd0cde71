/** Fetches catalogues: all of each, or of a large one the day's portion, which is there much sooner. */
import { beginCatalogue, type CatalogueReading, readCatalogue } from '../../catalogue/load';
import { portionFile } from '../../catalogue/portions';
import type { Exercise } from '../../catalogue/types';
import type { Portions } from '../../session/centre/offer';
import type { LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import { portionFor } from '../../session/choosing/portion';
import type { Day } from '../../session/memory/memory';
import { fetchText } from './fetchText';

/** As long as a frame may take on a slow set without being missed, ms. */
const AT_A_TIME = 10;

/** Reads as `readCatalogue` does, while the screen goes on: a key is answered in between. */
export async function readBesides(text: string, file: string): Promise<CatalogueReading> {
  const { end, steps } = beginCatalogue(text, file);
  let began = performance.now();
  for (const step of steps) {
    if (performance.now() - began > AT_A_TIME) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    step();
  }
  return end();
}

/** How a file's text is read. */
type Read = (text: string, file: string) => CatalogueReading | Promise<CatalogueReading>;

/** Without numbers for codes: those that a file doesn't give go by places, which a portion doesn't know. */
const uncoded = ({ code: _, ...exercise }: Exercise): Exercise => ({
  ...exercise,
  variants: exercise.variants.map(({ number: _, ...variant }) => variant),
});

/** @param portion of the file that is to be read, where it has any; where that can't be had, all of it is */
async function loadOne(file: string, read: Read, portion?: number): Promise<LoadedCatalogues> {
  const known = { loaded: [], problems: [], missing: [], inPortions: [] };
  const isPortion = portion !== undefined;
  const name = isPortion ? portionFile(file, portion) : file;
  try {
    const { catalogue, problems } = await read(await fetchText(name), name);
    // What is wrong is said of the file that one can mend.
    if (isPortion && (!catalogue || problems.length)) return loadOne(file, read);
    if (isPortion && catalogue) catalogue.exercises = catalogue.exercises.map(uncoded);
    return {
      ...known,
      problems,
      loaded: catalogue ? [{ file, catalogue, isPortion }] : [],
      inPortions: isPortion ? [file] : [],
    };
  } catch {
    return isPortion ? loadOne(file, read) : { ...known, missing: [file] };
  }
}

async function loadFiles(
  files: readonly string[],
  read: Read,
  portionOf: (file: string) => number | undefined = () => undefined,
): Promise<LoadedCatalogues> {
  const stocks = await Promise.all(files.map((file) => loadOne(file, read, portionOf(file))));
  return {
    loaded: stocks.flatMap(({ loaded }) => loaded),
    problems: stocks.flatMap(({ problems }) => problems),
    missing: stocks.flatMap(({ missing }) => missing),
    inPortions: stocks.flatMap(({ inPortions }) => inPortions),
  };
}

/**
 * All of each catalogue. Never throws: what can't be had is named.
 * @param files in the order of the offer
 */
export const loadWholeCatalogues = (files: readonly string[]): Promise<LoadedCatalogues> =>
  loadFiles(files, readCatalogue);

/**
 * The day's portions, and all of what isn't dealt into any. Never throws: what can't be had is named.
 * @param files in the order of the offer
 */
export const loadCatalogues = (
  files: readonly string[],
  portions: Portions,
  day: Day,
): Promise<LoadedCatalogues> =>
  loadFiles(files, readCatalogue, (file) => {
    const number = portions[file];
    return number && number > 1 ? portionFor(day, number) : undefined;
  });

/**
 * All of what is there in portions. What can't be had stays as it is, and is named.
 * @param files in the order of the offer
 */
export async function completed(
  known: LoadedCatalogues,
  files: readonly string[],
  read: Read = readCatalogue,
): Promise<LoadedCatalogues> {
  const all = await loadFiles(known.inPortions, read);
  const loaded = [...all.loaded, ...known.loaded];
  return {
    loaded: files.flatMap((file) => loaded.find((one) => one.file === file) ?? []),
    problems: [...known.problems, ...all.problems],
    missing: [...known.missing, ...all.missing],
    inPortions: [],
  };
}
