/** Finds the exercise of a film, and its catalogue file. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { readCatalogue } from '../../src/catalogue/load';
import type { Exercise } from '../../src/catalogue/types';
import { type CatalogueFile, filesByName, filesOfSettings, UserError } from '../catalogue/files';

export interface Found {
  file: CatalogueFile;
  /** The file's text. */
  text: string;
  /** The exercise with the catalogue's dose, without an earlier film. */
  exercise: Exercise;
  /** Playlist of an earlier film. */
  earlier?: string;
  /** The folder media/ beside the folder of the catalogue. */
  media: string;
}

/** Most letters by which an id may differ to be suggested, and most suggestions. */
const NEAR = 4;
const TOLD = 3;

/** The ids most like a wrong one, best first: a typing error, or a part of the name. */
function nearest(id: string, ids: readonly string[]): string[] {
  const isPiece = (one: string) => id.length >= 3 && (one.includes(id) || id.includes(one));
  return ids
    .map((one) => ({ one, off: isPiece(one) ? 1 : distance(id, one) }))
    .filter(({ off }) => off <= NEAR)
    .sort((a, b) => a.off - b.off)
    .slice(0, TOLD)
    .map(({ one }) => one);
}

function readText({ path, name }: CatalogueFile): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : 'unreadable';
    throw new UserError(`${name}: cannot be opened (${why})`);
  }
}

/** The file's text without films, so that an exercise is read with the catalogue's dose. */
function withoutFilms(text: string): { text: string; earlier: Map<string, string> } {
  const earlier = new Map<string, string>();
  let owner = '';
  const plain = JSON.parse(text.replace(/^\uFEFF/, ''), function (this: unknown, key, value) {
    if (key !== 'recorded') return value;
    owner = (this as { id?: unknown }).id as string;
    const playlist = (value as { playlist?: unknown } | null)?.playlist;
    if (typeof playlist === 'string') earlier.set(owner, playlist);
    return undefined;
  });
  return { text: JSON.stringify(plain), earlier };
}

/**
 * The folder of a catalogue's media. It lies beside the catalogue's folder:
 * `static/catalogue/x.json` and `static/media/`.
 */
function mediaOf({ path, name }: CatalogueFile): string {
  const folder = dirname(path);
  if (basename(folder) === 'catalogue') return join(dirname(folder), 'media');
  throw new UserError(`${name}: is not in a folder catalogue/, beside which its media would go`);
}

/**
 * Finds an exercise.
 * @param catalogue file as typed; undefined for the files that `settings.json` lists
 * @throws UserError, one sentence, when there is no such exercise
 */
export function findExercise(id: string, catalogue: string | undefined, project: string): Found {
  const files = catalogue === undefined ? filesOfSettings(project) : filesByName([catalogue]);
  const ids: string[] = [];
  for (const file of files) {
    const text = readText(file);
    const asIs = readCatalogue(text, file.name);
    const [problem] = asIs.problems;
    if (!asIs.catalogue) throw new UserError(problem?.sentence ?? `${file.name}: is unreadable`);
    const { text: plain, earlier } = withoutFilms(text);
    const reading = readCatalogue(plain, file.name);
    const exercise = reading.catalogue?.exercises.find((one) => one.id === id);
    if (exercise) {
      const playlist = earlier.get(id);
      const media = mediaOf(file);
      return { file, text, exercise, media, ...(playlist ? { earlier: playlist } : {}) };
    }
    const own = reading.problems.find(({ entry }) => entry === `exercise "${id}"`);
    if (own) throw new UserError(own.sentence);
    ids.push(...(reading.catalogue?.exercises ?? []).map((one) => one.id));
  }
  const near = nearest(id, ids);
  const where = files.map(({ name }) => name).join(', ');
  const hint = near.length > 0 ? `; did you mean ${near.join(', ')}?` : '';
  throw new UserError(`${where}: no exercise "${id}"${hint}`);
}
