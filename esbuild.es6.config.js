/**
 * How Lightning's own command bundles the app, one export for each of the bundler's options (`lng` reads this file
 * by its name; `tools/build.ts` calls it). `babel.config.json` beside it keeps Babel away: the bundler reads
 * TypeScript by itself, and Babel's helpers in every file cost a fifth more.
 */
import { wordsOfTelevision, writeScripts } from './tools/bundle';
import { EDITION } from './tools/scripts';

export const entryPoints = { appBundle: 'src/index.ts', secondScript: 'src/secondScript.ts' };
export const outdir = process.env.LNG_BUILD_FOLDER;
/** What both scripts use becomes a module of its own. */
export const splitting = true;
export const format = 'esm';
export const target = `es${EDITION}`;
export const minifyWhitespace = true;
export const minifyIdentifiers = true;
export const minifySyntax = true;
export const keepNames = false;
/** Other letters would stop the app where a server says that the page is in Latin-1. */
export const charset = 'ascii';
export const legalComments = 'inline';
export const define = { 'process.env.NODE_ENV': '"production"' };
export const sourcemap = false;
export const metafile = true;
/** The plugin writes. */
export const write = false;
/** `lng` would write down the moment of the build, and no two builds would be the same. */
export const banner = { js: '' };
export const plugins = [wordsOfTelevision, writeScripts];
