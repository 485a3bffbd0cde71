/**
 * Writes the service worker of a built folder: `sw.js`, one file, and `offline.json` with the same list for
 * the page. Both depend only on the files: a build without changes is no new version, and a new version
 * fetches only changed files.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { OFFLINE_INDEX, type OfflineIndex } from '../src/tv/offline/kept';
import { centresOwn } from './centreFiles';

const WORKER = join(import.meta.dirname, '../src/tv/offline/worker.ts');

/** The worker itself, and the files that a set always requests from the server. */
const ASKED_ANEW: readonly string[] = ['sw.js', OFFLINE_INDEX, 'version.json'];

/**
 * The app keeps the media and voices that it needs (`src/app/offlineMedia.ts`); their lists belong to the
 * app.
 */
const isMedia = (path: string): boolean =>
  /^static\/(media|voice)\//.test(path) && !path.endsWith('/index.json');

/** Files for builders, writers or phones, which no set loads. */
const isNotLoaded = (path: string): boolean =>
  /^(phone|sheet)\/|\.map$|\.schema\.json$|LICENSE|^licences\.txt$/.test(path);

/** Files that a centre may edit on its server; not the files that a build makes from them. */
const isEditable = (path: string): boolean =>
  path.endsWith('.json') &&
  (path.startsWith('static/') || path === 'settings.json') &&
  !/\.portion-\d+\.json$/.test(path);

const hash = (...parts: (string | Buffer)[]): string => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 16);
};

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** A hash of each media folder, from the names and contents of its files. */
function revisionsOf(folder: string, media: readonly string[]): Record<string, string> {
  const sums = new Map<string, string[]>();
  for (const path of media) {
    const of = path.slice(0, path.lastIndexOf('/'));
    const sum = `${path} ${hash(readFileSync(join(folder, path)))}`;
    sums.set(of, [...(sums.get(of) ?? []), sum]);
  }
  return Object.fromEntries([...sums].map(([of, all]) => [of, hash(all.join('\n')).slice(0, 8)]));
}

/**
 * @param folder a built app; output of an earlier call is replaced
 * @returns the source files of the worker
 */
export async function writeServiceWorker(folder: string): Promise<string[]> {
  const isCentres = centresOwn(folder);
  const files = filesOf(folder).filter((path) => !ASKED_ANEW.includes(path) && !isCentres(path));
  const revisions = revisionsOf(folder, files.filter(isMedia));
  const app = files
    .filter((path) => !isMedia(path) && !isNotLoaded(path))
    .map((url) => ({ url, revision: hash(readFileSync(join(folder, url))) }));
  const index: OfflineIndex = {
    version: hash(JSON.stringify([app, revisions])),
    revisions,
    editable: app.map(({ url }) => url).filter(isEditable),
  };
  const indexText = JSON.stringify(index);
  writeFileSync(join(folder, OFFLINE_INDEX), indexText);
  const appFiles = [...app, { url: OFFLINE_INDEX, revision: hash(indexText) }];
  const { metafile } = await build({
    entryPoints: [WORKER],
    outfile: join(folder, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2015',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    tsconfig: join(import.meta.dirname, '../tsconfig.json'),
    define: {
      'process.env.NODE_ENV': '"production"',
      APP_FILES: JSON.stringify(appFiles),
      INDEX: indexText,
    },
  });
  return Object.keys(metafile.inputs);
}
