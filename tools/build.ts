/**
 * Builds the app into build/. Lightning's own command bundles it (`esbuild.es6.config.js`); then this copies
 * the files that a set loads, and adds libraries, fonts, icons and pages.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES } from './bundle';
import { centresOwn, clearBuild, moveInto } from './centreFiles';
import { layFonts, layHls, layIcons, layLightning } from './lay';
import { licencesText, shippedWith } from './licences';
import { buildPages } from './pages';
import { layPlaylists } from './playlists';
import { layPortions } from './portions';
import { scriptProblems } from './scripts';
import { writeServiceWorker } from './serviceWorker';

/** The day of this build. */
const BUILT = new Date().toISOString().slice(0, 10);

const root = join(import.meta.dirname, '..');
const out = join(root, 'build');
/** Output folder of `lng`, which contains more than a set loads. */
const LNG_FOLDER = '.tmp';
const built = join(root, LNG_FOLDER);

/** By default `lng` accepts broken code, and may stop to ask about updates. */
const LNG_ENV = {
  LNG_AUTO_UPDATE: 'false',
  LNG_BUILD_EXIT_ON_FAIL: 'true',
  LNG_BUILD_FOLDER: LNG_FOLDER,
  LNG_BUNDLER: 'esbuild',
  LNG_CUSTOM_ESBUILD: 'true',
};

/** The output of `lng` that a set loads. */
const TAKEN = ['appBundle.js', 'secondScript.js', 'metadata.json', 'settings.json', 'static'];

/** @returns the source files of the app's scripts */
function bundle(): string[] {
  clearBuild(out);
  const lng = ['--import', 'tsx', 'node_modules/@lightningjs/cli/bin/index.js', 'build'];
  try {
    execFileSync(process.execPath, lng, {
      cwd: root,
      env: { ...process.env, ...LNG_ENV },
      stdio: 'pipe',
    });
  } catch (failure) {
    const { stdout, stderr } = failure as { stdout: Buffer; stderr: Buffer };
    throw new Error(`The bundle failed:\n${stdout}\n${stderr}`);
  }
  const sources = JSON.parse(readFileSync(join(built, SOURCES), 'utf8')) as string[];
  mkdirSync(out, { recursive: true });
  for (const name of TAKEN) moveInto(join(built, name), join(out, name));
  rmSync(built, { recursive: true });
  return sources;
}

/** @param sources source files of the scripts */
function licences(sources: readonly string[]) {
  const shipped = shippedWith(join(root, 'node_modules'), sources);
  writeFileSync(join(out, 'licences.txt'), licencesText(shipped));
}

/** Writes the file by which a running screen notices a new version. */
function version() {
  const hash = createHash('sha256');
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  const isCentres = centresOwn(out);
  for (const name of names.filter((one) => !isCentres(one))) {
    const path = join(out, name);
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
  }
  const stamp = { built: BUILT, files: hash.digest('hex') };
  writeFileSync(join(out, 'version.json'), `${JSON.stringify(stamp)}\n`);
}

const inApp = bundle();
layLightning(out);
layHls(out);
layFonts(out);
layIcons(out);
const inPages = buildPages(root, out, BUILT);
layPlaylists(root, join(out, 'static'));
layPortions(out);
// The worker knows each file by its contents. It does not contain the version file, which a set requests
// from the server.
const inWorker = await writeServiceWorker(out);
const problems = scriptProblems(out);
if (problems.length) throw new Error(problems.join('\n'));
licences([...inApp, ...inPages, ...inWorker]);
version();
console.log('Built into build/');
