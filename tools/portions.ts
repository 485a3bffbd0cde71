/**
 * Writes the portions of large catalogues (`src/catalogue/portions.ts`) and their number into the built
 * settings. It leaves a catalogue of one brochure alone, and also one with a problem: the app reads that
 * whole and reports it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../src/catalogue/load';
import { dealt, portionFile, portionsFor } from '../src/catalogue/portions';

/**
 * Texts of a catalogue's portions, by file; none for a catalogue that is read whole.
 * @param file its name, as in `settings.json`
 */
export function portionsOf(text: string, file: string): Record<string, string> {
  const { catalogue, problems } = readCatalogue(text, file);
  const number = portionsFor(catalogue?.exercises.length ?? 0);
  if (!catalogue || problems.length || number === 1) return {};
  const raw = JSON.parse(text.replace(/^\uFEFF/, '')) as { exercises: { category: string }[] };
  const made: Record<string, string> = {};
  for (let portion = 0; portion < number; portion += 1) {
    const exercises = dealt(raw.exercises, portion, number);
    made[portionFile(file, portion)] = JSON.stringify({ ...raw, exercises });
  }
  return made;
}

/** @param out the built app, with its settings and the catalogues below its `static/` */
export function layPortions(out: string): void {
  const path = join(out, 'settings.json');
  const settings = JSON.parse(readFileSync(path, 'utf8')) as {
    appSettings: { catalogues: string[]; portions?: Record<string, number> };
  };
  const portions: Record<string, number> = {};
  for (const file of settings.appSettings.catalogues) {
    const made = Object.entries(portionsOf(readFileSync(join(out, 'static', file), 'utf8'), file));
    for (const [name, text] of made) writeFileSync(join(out, 'static', name), text);
    if (made.length) portions[file] = made.length;
  }
  if (!Object.keys(portions).length) return;
  settings.appSettings.portions = portions;
  writeFileSync(path, `${JSON.stringify(settings, null, 2)}\n`);
}
