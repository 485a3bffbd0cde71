/**
 * Builds the app into build/: Lightning's own command bundles, then fonts, icons and the page are
 * laid beside it and what a set never loads is taken out. Last, every script is brought to the
 * language of old engines.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { licencesText, shippedWith } from './licences';
import { buildPhone } from './phone';
import { layPlaylists } from './playlists';
import { withPolicy } from './policy';
import { layPortions } from './portions';
import { toEdition } from './scripts';
import { writeServiceWorker } from './serviceWorker';

const root = join(import.meta.dirname, '..');
const out = join(root, 'build');

/** `lng` says yes to broken code unless told otherwise, and may stop to ask about updates. */
const LNG_ENV = {
  LNG_AUTO_UPDATE: 'false',
  LNG_BUILD_EXIT_ON_FAIL: 'true',
  LNG_BUILD_FAIL_ON_WARNINGS: 'true',
  LNG_BUILD_MINIFY: 'false',
};

const WEIGHTS = [400, 600];
const FONT_FILES = 'node_modules/@fontsource/lexend/files';
const ICON_PX = 96;

function bundle() {
  rmSync(out, { recursive: true, force: true });
  try {
    execFileSync(process.execPath, ['node_modules/@lightningjs/cli/bin/index.js', 'build'], {
      cwd: root,
      env: { ...process.env, ...LNG_ENV },
      stdio: 'pipe',
    });
  } catch (failure) {
    const { stdout, stderr } = failure as { stdout: Buffer; stderr: Buffer };
    throw new Error(`The bundle failed:\n${stdout}\n${stderr}`);
  }
}

/** Without the moment it was built at: the same app is the same file, and no new version. */
function dropDate() {
  const file = join(out, 'appBundle.js');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/\n \* Generated: .*/, ''));
}

/** The minified Lightning under the name that the start script loads; nothing else of lib/. */
function trimLibrary() {
  const lib = join(out, 'lib');
  const minified = readFileSync(join(lib, 'lightning.min.js'), 'utf8');
  rmSync(lib, { recursive: true });
  rmSync(join(out, 'polyfills'), { recursive: true });
  mkdirSync(lib);
  writeFileSync(
    join(lib, 'lightning.js'),
    minified.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'),
  );
}

/** @param others source files of the scripts beside the app's bundle */
function licences(others: readonly string[]) {
  const map = readFileSync(join(out, 'appBundle.js.map'), 'utf8');
  const { sources } = JSON.parse(map) as { sources: string[] };
  const shipped = shippedWith(join(root, 'node_modules'), [...sources, ...others]);
  writeFileSync(join(out, 'licences.txt'), licencesText(shipped));
}

/** Our own page: with the policy, and without anything inline. */
function page() {
  const from = join(root, 'tools/page');
  const read = (file: string) => readFileSync(join(from, file), 'utf8');
  writeFileSync(join(out, 'index.html'), withPolicy(read('index.html')));
  copyFileSync(join(from, 'page.css'), join(out, 'page.css'));
  const { outputText } = ts.transpileModule(read('startApp.ts'), {
    compilerOptions: { target: ts.ScriptTarget.ES5, removeComments: true },
  });
  writeFileSync(join(out, 'startApp.js'), outputText);
}

/** Loaded when the first video is wanted; by itself, so that the first focus needn't wait for it. */
function player() {
  const script = readFileSync(join(root, 'node_modules/hls.js/dist/hls.light.min.js'), 'utf8');
  writeFileSync(
    join(out, 'lib', 'hls.light.min.js'),
    script.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, '\n'),
  );
}

function fonts() {
  const folder = join(out, 'static', 'fonts');
  mkdirSync(folder, { recursive: true });
  for (const weight of WEIGHTS) {
    copyFileSync(
      join(root, FONT_FILES, `lexend-latin-${weight}-normal.woff2`),
      join(folder, `lexend-${weight}.woff2`),
    );
  }
  copyFileSync(join(root, 'node_modules/@fontsource/lexend/LICENSE'), join(folder, 'LICENSE.txt'));
}

/** White and at one size: Lightning colours a texture by multiplying it. */
function icons() {
  const folder = join(out, 'static', 'icons');
  mkdirSync(folder, { recursive: true });
  const names = JSON.parse(readFileSync(join(root, 'src/ui/theme/icons.json'), 'utf8')) as string[];
  for (const name of names) {
    const svg = readFileSync(
      join(root, `node_modules/feather-icons/dist/icons/${name}.svg`),
      'utf8',
    );
    writeFileSync(
      join(folder, `${name}.svg`),
      svg
        .replace(/width="24" height="24"/, `width="${ICON_PX}" height="${ICON_PX}"`)
        .replace(/currentColor/g, '#ffffff'),
    );
  }
}

/** What a screen that stays on looks at, to know that there is something newer. */
function version() {
  const hash = createHash('sha256');
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    const path = join(out, name);
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
  }
  const stamp = { built: new Date().toISOString().slice(0, 10), files: hash.digest('hex') };
  writeFileSync(join(out, 'version.json'), `${JSON.stringify(stamp)}\n`);
}

bundle();
dropDate();
trimLibrary();
player();
fonts();
icons();
page();
const onPhones = buildPhone(root, out);
layPlaylists(root, join(out, 'static'));
layPortions(out);
// Readable, with all names: for `tools/start/record.ts`.
toEdition(out, process.env.READABLE === 'yes');
// It knows every file by what is in it, but not the version: a set asks that of the server.
const inWorker = await writeServiceWorker(out);
licences([...onPhones, ...inWorker]);
version();
console.log('Built into build/');
