/** Builds the plain pages, build/phone/ and build/sheet/: one script, one style sheet, one page each. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { withPolicy } from './policy';

/** Phones still in use: Android's oldest WebView that hls.js plays on, and the iPhone 5s. */
const TARGETS = ['es2015', 'chrome76', 'safari12'];

/** What is played on a phone, and what is printed from one. */
const PAGES = [
  { name: 'phone', entry: 'index' },
  { name: 'sheet', entry: 'sheet' },
] as const;

/**
 * @returns the source files that are in the scripts
 * @throws Error when a script can't be bundled
 */
export function buildPhone(root: string, out: string): string[] {
  return PAGES.flatMap(({ entry, name }) => {
    const folder = join(out, name);
    mkdirSync(folder, { recursive: true });
    const { metafile } = buildSync({
      entryPoints: [join(root, `src/phone/${entry}.ts`)],
      outfile: join(folder, `${name}.js`),
      tsconfig: join(root, 'tsconfig.json'),
      bundle: true,
      format: 'iife',
      minify: true,
      target: TARGETS,
      logLevel: 'error',
      metafile: true,
    });
    const page = readFileSync(join(root, `src/phone/${name}.html`), 'utf8');
    writeFileSync(join(folder, 'index.html'), withPolicy(page));
    copyFileSync(join(root, `src/phone/${name}.css`), join(folder, `${name}.css`));
    return Object.keys(metafile.inputs);
  });
}
