/** The committed catalogue, for the tests in this folder. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../../src/catalogue/load';
import type { CatalogueFile } from '../../src/catalogue/schema';
import type { Catalogue } from '../../src/catalogue/types';

export const FILE = 'catalogue/thuisoefeningen-rug.json';

export const committedText = (): string =>
  readFileSync(fileURLToPath(new URL(`../../static/${FILE}`, import.meta.url)), 'utf8');

/** A new copy of the file's data, which a test may break. */
export const committedFile = (): CatalogueFile => JSON.parse(committedText());

export const committedCatalogue = (): Catalogue => {
  const { catalogue, problems } = readCatalogue(committedText(), FILE);
  if (!catalogue || problems.length > 0)
    throw new Error(problems.map((p) => p.sentence).join('\n'));
  return catalogue;
};

/** The file's data without types, as in a text editor. */
// biome-ignore lint/suspicious/noExplicitAny: breaking a file means leaving its types
export type Loose = any;

/** Sets a value at a path such as `parts.0.dose.reps`; undefined removes it. */
export const setAt = (data: Loose, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() as string;
  const holder = keys.reduce((inner, key) => inner[key], data);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
};
