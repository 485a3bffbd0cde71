/** The files of the build that go into a package, and their settings. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const BUILD = join(ROOT, 'build');
/** Folder of the packages. */
export const OUT = join(ROOT, 'releases');

/** Files that no set loads: they are for developers and editors. */
const NEEDLESS = /\.map$|\.schema\.json$|(^|\/)\.|lightning-inspect|\.test\.|\.md$/;

export interface About {
  name: string;
  identifier: string;
  /** Three numbers, as televisions require. */
  version: string;
}

/**
 * Name and version of the build.
 * @throws Error when there is no build, or its version is invalid
 */
export function about(build = BUILD): About {
  const file = join(build, 'metadata.json');
  // The build writes the page last. Without it the build did not finish.
  if (!existsSync(file) || !existsSync(join(build, 'page.css'))) {
    throw new Error('There is no whole build/: run npm run build first');
  }
  const read = JSON.parse(readFileSync(file, 'utf8')) as About;
  if (!/^\d+\.\d+\.\d+$/.test(read.version)) {
    throw new Error(
      `metadata.json: version: expected three numbers, as "1.0.0", got "${read.version}"`,
    );
  }
  return read;
}

/** Paths of the files in a package, relative to the build, sorted. */
export const shippedFiles = (build = BUILD): string[] =>
  readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1))
    .filter((path) => !NEEDLESS.test(path))
    .sort();

/** Copies the files of a package into an empty folder. */
export function stage(folder: string, build = BUILD): void {
  rmSync(folder, { recursive: true, force: true });
  for (const path of shippedFiles(build)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(build, path), join(folder, path));
  }
}

interface Settings {
  appSettings: { stage?: Record<string, unknown> };
}

/**
 * Files that only a server needs: the pages for phones, and those that let the app work without
 * network.
 */
export const FOR_SERVERS = ['phone', 'sheet', 'sw.js', 'offline.json'] as const;

/**
 * Prepares a package that a set opens from its own files. Lightning's image worker may not read
 * those files, and nobody opens the package from elsewhere.
 */
export function forLocalFiles(folder: string): void {
  for (const one of FOR_SERVERS) rmSync(join(folder, one), { recursive: true, force: true });
  const file = join(folder, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  settings.appSettings.stage = { ...settings.appSettings.stage, useImageWorker: false };
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}
