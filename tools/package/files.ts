/** What of the build goes into a package, and with which settings. */
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
export const BUILD = join(ROOT, 'build');
/** Where packages are put. */
export const OUT = join(ROOT, 'releases');

/** What no set loads: for developers and editors only. */
const NEEDLESS = /\.map$|\.schema\.json$|(^|\/)\.|lightning-inspect|\.test\.|\.md$/;

export interface About {
  name: string;
  identifier: string;
  /** Three numbers, as televisions want it. */
  version: string;
}

/** Name and version of the build. @throws Error when there is no build, or no sound version */
export function about(build = BUILD): About {
  const file = join(build, 'metadata.json');
  // The page is laid there last: without it the build stopped on its way.
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

/** Paths of what is shipped, below the build, in order. */
export const shippedFiles = (build = BUILD): string[] =>
  readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1))
    .filter((path) => !NEEDLESS.test(path))
    .sort();

/** Copies what is shipped into an empty folder. */
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

/** For a server: what phones open, and what keeps the app for when there is no network. */
export const FOR_SERVERS = ['phone', 'sheet', 'sw.js', 'offline.json'] as const;

/**
 * A package on the set reads its own files, which Lightning's image worker may not, and is opened by
 * nobody but the set.
 */
export function forLocalFiles(folder: string): void {
  for (const one of FOR_SERVERS) rmSync(join(folder, one), { recursive: true, force: true });
  const file = join(folder, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  settings.appSettings.stage = { ...settings.appSettings.stage, useImageWorker: false };
  writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}
