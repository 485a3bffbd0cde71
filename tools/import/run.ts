/** `npm run media:import`: puts a centre's own film in place of an exercise's clips. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMarks } from '../../src/catalogue/filmCheck';
import { readCatalogue } from '../../src/catalogue/load';
import { stretchesOf } from '../../src/catalogue/marks';
import type { Recorded } from '../../src/catalogue/recorded';
import type { Exercise } from '../../src/catalogue/types';
import { FPS } from '../../src/timeline/types';
import { PROJECT, UserError } from '../catalogue/files';
import type { Output } from '../catalogue/run';
import { encode, PLAYLIST, POSTER, sizeFor, TILE } from './encode';
import { withRecorded } from './entry';
import { type Found, findExercise } from './exercise';
import { type Film, lookAt } from './film';
import { type MarksFile, readMarks } from './marksFile';
import { replaceFile, Workplace } from './place';

const USAGE = `Usage: npm run media:import -- FILM --exercise ID --marks FILE.csv [--catalogue FILE]

  FILM          any film that ffmpeg reads
  --exercise    the exercise whose clips it replaces
  --marks       when what happens in it: tools/import/README.md tells how to write it
  --catalogue   a catalogue file; default: those that settings.json lists`;

interface Wish {
  film: string;
  exercise: string;
  marks: string;
  catalogue: string | undefined;
}

function readWish(argv: readonly string[]): Wish | undefined {
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        exercise: { type: 'string' },
        marks: { type: 'string' },
        catalogue: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.?\n|\. /);
    throw new UserError(`${sentence} (--help tells more).`);
  }
  const { values, positionals } = parsed;
  if (values.help) return undefined;
  const [film, ...more] = positionals;
  if (film === undefined || more.length > 0) {
    const got = positionals.map((word) => `"${word}"`).join(' ') || 'nothing';
    throw new UserError(`Expected one film, got ${got} (--help tells more).`);
  }
  const option = (name: string) => {
    const value = values[name];
    if (typeof value === 'string' && value !== '') return value;
    throw new UserError(`--${name} is missing (--help tells more).`);
  };
  return {
    film,
    exercise: option('exercise'),
    marks: option('marks'),
    catalogue: values.catalogue === undefined ? undefined : option('catalogue'),
  };
}

function marksOf(path: string): MarksFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : 'unreadable';
    throw new UserError(`${path}: cannot be opened (${why})`);
  }
  return readMarks(bytes, basename(path));
}

/**
 * Number of the frame that poster and tile show: the middle of the first hold, else of the film.
 */
function pictureFrame(recorded: Recorded, exercise: Exercise): number {
  const hold = stretchesOf(recorded, exercise.parts).find(({ phase }) => phase === 'hold');
  return hold ? hold.startFrame + Math.floor(hold.frames / 2) : Math.floor(recorded.frames / 2);
}

/** The catalogue's entry without its folder, whose name follows from the encoded film. */
function check(wish: Wish, film: Film, { marks, lines }: MarksFile, exercise: Exercise): Recorded {
  const recorded: Recorded = {
    playlist: 'media/film',
    poster: 'media/film',
    tile: 'media/film',
    fps: FPS,
    frames: film.frames,
    sound: film.hasSound,
    marks,
  };
  const wrong = checkMarks(recorded, exercise.parts);
  if (!wrong) return recorded;
  const line = lines[wrong.mark] ?? 1;
  throw new UserError(`${basename(wish.marks)}: line ${line}: ${wrong.complaint}`);
}

/**
 * The catalogue's new text. It is read back to check that the film is in it and that nothing else
 * changed.
 */
function newText({ file, text, exercise }: Found, recorded: Recorded): string {
  const next = withRecorded(text, exercise.id, recorded);
  const { catalogue, problems } = readCatalogue(next, file.name);
  const own = problems.find(({ entry }) => entry === `exercise "${exercise.id}"`);
  const isThere = catalogue?.exercises.find(({ id }) => id === exercise.id)?.recorded;
  if (own || !isThere) {
    throw new Error(own?.sentence ?? `${file.name}: would not be readable with the film in it`);
  }
  return next;
}

const clock = (frames: number) => {
  const seconds = Math.round(frames / FPS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

async function importFilm(wish: Wish, output: Output, project: string, signal: AbortSignal) {
  const found = findExercise(wish.exercise, wish.catalogue, project);
  const marks = marksOf(wish.marks);
  const film = await lookAt(wish.film, signal);
  const draft = check(wish, film, marks, found.exercise);
  const { width, height } = sizeFor(film);
  output.out(
    `${basename(wish.film)}: ${clock(film.frames)}, ${film.width} × ${film.height} at ${film.fps} fps, ${film.hasSound ? 'with' : 'without'} sound; encoding at ${width} × ${height} …`,
  );
  const place = new Workplace(found.media);
  try {
    await encode(film, place.folder, pictureFrame(draft, found.exercise), signal);
    const { path, undo } = place.publish(found.exercise.id);
    try {
      const [playlist, poster, tile] = [PLAYLIST, POSTER, TILE].map((name) => `${path}/${name}`);
      const recorded = { ...draft, playlist, poster, tile } as Recorded;
      // The file is read again, because an editor may have saved it while the film was encoded.
      const now = readFileSync(found.file.path, 'utf8');
      replaceFile(found.file.path, newText({ ...found, text: now }, recorded));
    } catch (error) {
      undo();
      throw error;
    }
    if (found.earlier && dirname(found.earlier) !== path) place.retire(found.earlier);
    output.out(
      `${found.file.name}: exercise "${found.exercise.id}" shows its own film now, with ${marks.marks.length} marks (static/${path}/).`,
    );
  } finally {
    place.close();
  }
}

/**
 * Imports one film.
 * @param argv the words after `npm run media:import --`
 * @param signal stops the import and restores everything
 * @returns exit code: 0; 1 after one sentence on `output.err`; 130 when stopped
 */
export async function run(
  argv: readonly string[],
  output: Output,
  signal: AbortSignal,
  project = PROJECT,
): Promise<number> {
  try {
    const wish = readWish(argv);
    if (wish) await importFilm(wish, output, project, signal);
    else output.out(USAGE);
    return 0;
  } catch (error) {
    if (signal.aborted) {
      output.err('Stopped: nothing was changed.');
      return 130;
    }
    output.err((error as Error).message);
    return 1;
  }
}
