/** A large catalogue as a build lays it out: the real exercises, many times. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import { portionsOf } from '../../tools/portions';

const ROOT = join(import.meta.dirname, '../..');
export const CATALOGUE = 'catalogue/thuisoefeningen-rug.json';

interface Entry {
  id: string;
  number?: number;
  variants?: { number?: number }[];
}

/** A copy with its own id, without the code number of the original. */
const again = ({ number: _, variants, ...one }: Entry, time: number): Entry => ({
  ...one,
  id: `${one.id}-${time}`,
  ...(variants ? { variants: variants.map(({ number: _, ...variant }) => variant) } : {}),
});

/**
 * The catalogue with each exercise this many times: `brug`, `brug-1` and so on.
 * @throws Error when the app would find a problem in it, since a bench would then measure something else
 */
export function largeText(times: number): string {
  const catalogue = JSON.parse(readFileSync(join(ROOT, 'static', CATALOGUE), 'utf8')) as {
    exercises: Entry[];
  };
  const exercises = Array.from({ length: times }, (_, time) =>
    catalogue.exercises.map((one) => (time ? again(one, time) : one)),
  ).flat();
  const text = JSON.stringify({ ...catalogue, exercises });
  const [problem] = readCatalogue(text, CATALOGUE).problems;
  if (problem) throw new Error(problem.sentence);
  return text;
}

/** The build's files of it: texts by path, with settings that name its portions. */
export function largeFiles(times: number): Record<string, string> {
  const text = largeText(times);
  const settings = JSON.parse(readFileSync(join(ROOT, 'settings.json'), 'utf8'));
  const portions = portionsOf(text, CATALOGUE);
  settings.appSettings.portions = { [CATALOGUE]: Object.keys(portions).length };
  const files = Object.entries({ ...portions, [CATALOGUE]: text });
  return {
    'settings.json': JSON.stringify(settings),
    ...Object.fromEntries(files.map(([name, one]) => [`static/${name}`, one])),
  };
}
