/** Builds the pages: the app's with its start script, and the plain ones, build/phone/ and build/sheet/. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { withPolicy } from './policy';
import { EDITION } from './scripts';

/** A page, its script and its style: paths in the project. */
export interface PageSource {
  /** Below the built app. */
  folder: string;
  /** What its script is called there. */
  script: string;
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
export const PAGES: readonly PageSource[] = [
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

/** How a page's script is bundled. */
export const scriptOptions = (
  { entry, folder, script, target }: PageSource,
  root: string,
  out: string,
) =>
  ({
    entryPoints: [join(root, `${entry}.ts`)],
    outfile: join(out, folder, `${script}.js`),
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'ascii',
    target,
    logLevel: 'error',
  }) satisfies BuildOptions;

/**
 * Lays a page and its style into the built app.
 * @param edit changes what the page says
 */
export function layPage(
  { css, folder, html }: PageSource,
  root: string,
  out: string,
  edit = (page: string) => page,
): void {
  mkdirSync(join(out, folder), { recursive: true });
  const page = withPolicy(readFileSync(join(root, html), 'utf8'));
  writeFileSync(join(out, folder, 'index.html'), edit(page));
  copyFileSync(join(root, css), join(out, folder, basename(css)));
}

/** The app's page with the day of the build, by which the app knows a clock that can't be true. */
const withBuildDay = (page: string, day: string): string =>
  page.replace('<title>', `<meta name="built" content="${day}" />\n    <title>`);

/**
 * @param built the day of the build, as `2026-11-30`
 * @returns the source files that are in the scripts
 * @throws Error when a script can't be bundled
 */
export function buildPages(root: string, out: string, built: string): string[] {
  return PAGES.flatMap((page) => {
    const isApp = page.folder === '.';
    layPage(page, root, out, isApp ? (text) => withBuildDay(text, built) : undefined);
    const { metafile } = buildSync({ ...scriptOptions(page, root, out), metafile: true });
    return Object.keys(metafile.inputs);
  });
}
