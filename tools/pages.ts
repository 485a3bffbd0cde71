/** Builds the pages: the app's with its start script, and the plain ones, build/phone/ and build/sheet/. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { withPolicy } from './policy';
import { EDITION } from './scripts';

interface PageSource {
  /** Its folder and the name of its files there. */
  folder: string;
  script: string;
  /** Its source, and those of its page and its style. */
  entry: string;
  html: string;
  css: string;
  target: string[];
}

/** Phones still in use: Android's oldest WebView that hls.js plays on, and the iPhone 5s. */
const ON_PHONES = ['es2015', 'chrome76', 'safari12'];

const plain = (name: string, entry: string): PageSource => ({
  folder: name,
  script: name,
  entry: `src/phone/${entry}`,
  html: `src/phone/${name}.html`,
  css: `src/phone/${name}.css`,
  target: ON_PHONES,
});

/** The app's, what is played on a phone, and what is printed from one. */
const PAGES: readonly PageSource[] = [
  {
    folder: '.',
    script: 'startApp',
    entry: 'tools/page/startApp',
    html: 'tools/page/index.html',
    css: 'tools/page/page.css',
    target: [`es${EDITION}`],
  },
  plain('phone', 'index'),
  plain('sheet', 'sheet'),
];

/**
 * @returns the source files that are in the scripts
 * @throws Error when a script can't be bundled
 */
export function buildPages(root: string, out: string): string[] {
  return PAGES.flatMap(({ css, entry, folder, html, script, target }) => {
    const to = join(out, folder);
    mkdirSync(to, { recursive: true });
    const { metafile } = buildSync({
      entryPoints: [join(root, `${entry}.ts`)],
      outfile: join(to, `${script}.js`),
      tsconfig: join(root, 'tsconfig.json'),
      bundle: true,
      format: 'iife',
      minify: true,
      charset: 'ascii',
      target,
      logLevel: 'error',
      metafile: true,
    });
    writeFileSync(join(to, 'index.html'), withPolicy(readFileSync(join(root, html), 'utf8')));
    copyFileSync(join(root, css), join(to, css.slice(css.lastIndexOf('/') + 1)));
    return Object.keys(metafile.inputs);
  });
}
