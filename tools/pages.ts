/** Builds the pages: the app's with its start script, and the plain ones, build/phone/ and build/sheet/. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { PAGE_ICONS } from '../src/phone/icons';
import { iconRule } from './lay';
import { withPolicy } from './policy';
import { EDITION, inAscii } from './scripts';

/** A page, its script and its style: paths in the project. */
export interface PageSource {
  /** Folder below the built app. */
  folder: string;
  /** File name of its script. */
  script: string;
  entry: string;
  html: string;
  /** Its style sheets, which become one. */
  css: readonly string[];
  /** What that one is called in its folder. */
  style: string;
  /** Symbols that it holds, each with a class of its own. */
  icons?: readonly string[];
  target: string[];
}

/** Phones in use: Android's oldest WebView on which hls.js plays, and the iPhone 5s. */
const ON_PHONES = ['es2015', 'chrome76', 'safari12'];

/** @param more style sheets beside its own */
const plain = (name: string, entry: string, more: readonly string[] = []): PageSource => ({
  folder: name,
  script: name,
  entry: `src/phone/${entry}`,
  html: `src/phone/${name}.html`,
  css: ['common', name, ...more].map((sheet) => `src/phone/${sheet}.css`),
  style: `${name}.css`,
  icons: PAGE_ICONS,
  target: ON_PHONES,
});

/** The page of the app, the phone page, and the printed sheet. */
export const PAGES: readonly PageSource[] = [
  {
    folder: '.',
    script: 'startApp',
    entry: 'tools/page/startApp',
    html: 'tools/page/index.html',
    css: ['tools/page/page.css'],
    style: 'page.css',
    target: [`es${EDITION}`],
  },
  plain('phone', 'index', ['play', 'playSizes']),
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
  { css, folder, html, icons = [], style }: PageSource,
  root: string,
  out: string,
  edit = (page: string) => page,
): void {
  mkdirSync(join(out, folder), { recursive: true });
  const page = withPolicy(readFileSync(join(root, html), 'utf8'));
  writeFileSync(join(out, folder, 'index.html'), edit(page));
  const sheets = css.map((path) => readFileSync(join(root, path), 'utf8'));
  writeFileSync(join(out, folder, style), [...sheets, ...icons.map(iconRule)].join('\n'));
}

/** A page with the day of the build, by which the app knows a clock that can't be true. */
const withBuildDay = (page: string, day: string): string =>
  page.replace('<title>', `<meta name="built" content="${day}" />\n    <title>`);

/**
 * @param built the day of the build, as `2026-11-30`
 * @returns the source files of the scripts
 * @throws Error when the bundler fails
 */
export function buildPages(root: string, out: string, built: string): string[] {
  return PAGES.flatMap((page) => {
    layPage(page, root, out, (text) => withBuildDay(text, built));
    const { metafile, outputFiles } = buildSync({
      ...scriptOptions(page, root, out),
      metafile: true,
      write: false,
    });
    for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
    return Object.keys(metafile.inputs);
  });
}
