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
import { CENTRE_FILE, readCentre } from '../src/session/centre/centre';

const CENTRE_FOLDER = 'centre';

/** Whether a path below the built app is in a centre's own place: the build counts it as none of the app's. */
export const isCentres = (path: string): boolean =>
  path === CENTRE_FILE || /^centre([\\/]|$)/.test(path);

/** Paths below the built app that a build must leave. */
function centresPaths(out: string): string[] {
  const file = join(out, CENTRE_FILE);
  if (!existsSync(file)) return [CENTRE_FOLDER];
  const { catalogues = [], logo } = readCentre(readFileSync(file, 'utf8')).centre;
  const named = catalogues.map((path) => `static/${path}`);
  return [CENTRE_FILE, CENTRE_FOLDER, ...(logo ? [logo] : []), ...named];
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
