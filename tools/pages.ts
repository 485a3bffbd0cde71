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
  /** Below the built app. */
  folder: string;
  /** What its script is called there. */
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

/** Phones still in use: Android's oldest WebView that hls.js plays on, and the iPhone 5s. */
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

/** The app's, what is played on a phone, and what is printed from one. */
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

/**
 * @returns the source files that are in the scripts
 * @throws Error when a script can't be bundled
 */
export function buildPages(root: string, out: string): string[] {
  return PAGES.flatMap((page) => {
    layPage(page, root, out);
    const { metafile, outputFiles } = buildSync({
      ...scriptOptions(page, root, out),
      metafile: true,
      write: false,
    });
    for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
    return Object.keys(metafile.inputs);
  });
}
