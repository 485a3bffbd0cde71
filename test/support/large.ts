/** A catalogue of many brochures' exercises, as a build lays it out: the real one's, again and again. */
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

/** Under an id of its own, and without the numbers that belong to the first. */
const again = ({ number: _, variants, ...one }: Entry, time: number): Entry => ({
  ...one,
  id: `${one.id}-${time}`,
  ...(variants ? { variants: variants.map(({ number: _, ...variant }) => variant) } : {}),
});

/**
 * The catalogue, each exercise as often as that: `brug`, `brug-1` and so on.
 * @throws Error where the app would find anything to complain about: a bench would measure the complaints
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

/** What a build makes of it: texts by path, the settings that tell of its portions among them. */
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
