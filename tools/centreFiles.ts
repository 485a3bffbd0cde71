/**
 * What a centre puts beside the built app (`docs/centre.md`): its settings, its folder, and the logo and the
 * catalogues that the settings name. A build leaves them where they are.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { CENTRE_FILE } from '../src/session/centre/centre';

const CENTRE_FOLDER = 'centre';
const PROJECT = join(import.meta.dirname, '..');

/** Every file that a text names in quotes. A slip elsewhere in the text must cost the centre no file. */
const namedIn = (text: string, out: string): string[] =>
  [...text.matchAll(/"([^"\n]+)"/g)]
    .flatMap(([, path = '']) => [path, `static/${path}`])
    .filter((path) => !path.split('/').includes('..') && isFile(join(out, path)));

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** Paths below the built app that a build must leave. */
function centresPaths(out: string): string[] {
  const file = join(out, CENTRE_FILE);
  if (!existsSync(file)) return [CENTRE_FOLDER];
  return [CENTRE_FILE, CENTRE_FOLDER, ...namedIn(readFileSync(file, 'utf8'), out)];
}

/** Tells which paths below the built app are a centre's own, and no part of the app: a change needs no build. */
export function centresOwn(out: string): (path: string) => boolean {
  // A centre may name a catalogue that comes with the app.
  const own = centresPaths(out).filter((path) => !existsSync(join(PROJECT, path)));
  return (path) => {
    const plain = path.replaceAll('\\', '/');
    return own.some((one) => plain === one || plain.startsWith(`${one}/`));
  };
}

/** Deletes what an earlier build left below `out`, without what a centre put there. */
export function clearBuild(out: string): void {
  mkdirSync(out, { recursive: true });
  const kept = centresPaths(out).map((path) => path.split('/'));
  const clear = (below: string[]) => {
    for (const name of readdirSync(join(out, ...below))) {
      const path = [...below, name];
      const isOn = (one: string[]) => path.every((part, at) => one[at] === part);
      const inside = kept.filter(isOn);
      if (inside.some((one) => one.length === path.length)) continue;
      if (inside.length) clear(path);
      else rmSync(join(out, ...path), { recursive: true, force: true });
    }
  };
  clear([]);
}

/** Moves a file or folder. A folder that is there already gets what the moved one has, and keeps the rest. */
export function moveInto(from: string, to: string): void {
  if (!existsSync(to) || !statSync(from).isDirectory()) {
    renameSync(from, to);
    return;
  }
  for (const name of readdirSync(from)) moveInto(join(from, name), join(to, name));
}
