/** Builds the phone page into build/phone/: one script, one style sheet, one page. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { withPolicy } from './policy';

/** Phones still in use: Android's oldest WebView that hls.js plays on, and the iPhone 5s. */
const TARGETS = ['es2015', 'chrome76', 'safari12'];

/** @throws Error when the script can't be bundled */
export function buildPhone(root: string, out: string): void {
  const folder = join(out, 'phone');
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(root, 'src/phone/index.ts')],
    outfile: join(folder, 'phone.js'),
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    format: 'iife',
    minify: true,
    target: TARGETS,
    logLevel: 'error',
  });
  const page = readFileSync(join(root, 'src/phone/phone.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), withPolicy(page));
  copyFileSync(join(root, 'src/phone/phone.css'), join(folder, 'phone.css'));
}
