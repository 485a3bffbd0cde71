/** Fetches catalogues: the whole of each or, of a large one, the day's portion, which loads much sooner. */
import { beginCatalogue, type CatalogueReading, readCatalogue } from '../../catalogue/load';
import { portionFile } from '../../catalogue/portions';
import type { Exercise } from '../../catalogue/types';
import type { Portions } from '../../session/centre/offer';
import type { LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import { portionFor } from '../../session/choosing/portion';
import type { Day } from '../../session/memory/memory';
import { fetchText } from './fetchText';

/** Time for one step of reading, ms: a delay that does not show on a slow set. */
const AT_A_TIME = 10;

/**
 * Reads a catalogue in steps, so that the screen goes on and keys are answered. The result is that of
 * `readCatalogue`.
 */
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

/** Reads the text of a file. */
type Read = (text: string, file: string) => CatalogueReading | Promise<CatalogueReading>;

/**
 * An exercise without its number for codes. Where a file gives no numbers, they follow the order of all
 * exercises, which a portion does not know.
 */
const uncoded = ({ code: _, ...exercise }: Exercise): Exercise => ({
  ...exercise,
  variants: exercise.variants.map(({ number: _, ...variant }) => variant),
});

/**
 * @param portion number of the portion to read, where the file has any; if it can't be loaded, the whole file
 * is read
 */
async function loadOne(file: string, read: Read, portion?: number): Promise<LoadedCatalogues> {
  const known = { loaded: [], problems: [], missing: [], inPortions: [] };
  const isPortion = portion !== undefined;
  const name = isPortion ? portionFile(file, portion) : file;
  try {
    const { catalogue, problems } = await read(await fetchText(name), name);
    // Problems are reported about the whole file, which is the one that the centre can correct.
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
 * Loads each catalogue whole. Never throws: a file that can't be loaded is named.
 * @param files in the order of the offer
 */
export const loadWholeCatalogues = (files: readonly string[]): Promise<LoadedCatalogues> =>
  loadFiles(files, readCatalogue);

/**
 * Loads the day's portions, and each catalogue without portions whole. Never throws: a file that can't be
 * loaded is named.
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
 * Loads the whole of each catalogue that is present as a portion. Never throws: one that can't be loaded stays
 * a portion, and is named.
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
