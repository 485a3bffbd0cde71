/**
 * Builds the pages: the app's page with its start script, and the plain pages build/phone/ and build/sheet/.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { withPolicy } from './policy';
import { EDITION } from './scripts';

/** A page, its script and its style: paths in the project. */
export interface PageSource {
  /** Folder below the built app. */
  folder: string;
  /** File name of its script. */
  script: string;
  entry: string;
  html: string;
  css: string;
  target: string[];
}

/** Phones in use: Android's oldest WebView on which hls.js plays, and the iPhone 5s. */
const ON_PHONES = ['es2015', 'chrome76', 'safari12'];

const plain = (name: string, entry: string): PageSource => ({
  folder: name,
  script: name,
  entry: `src/phone/${entry}`,
  html: `src/phone/${name}.html`,
  css: `src/phone/${name}.css`,
  target: ON_PHONES,
});

/** The page of the app, the phone page, and the printed sheet. */
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

/** Bundler options of a page's script. */
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
 * Writes a page and its style into the built app.
 * @param edit changes the page's text
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

/**
 * @returns the source files of the scripts
 * @throws Error when the bundler fails
 */
export function buildPages(root: string, out: string): string[] {
  return PAGES.flatMap((page) => {
    layPage(page, root, out);
    const { metafile } = buildSync({ ...scriptOptions(page, root, out), metafile: true });
    return Object.keys(metafile.inputs);
  });
}
