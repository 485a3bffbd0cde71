/**
 * What is heavy and only tests and media tools need (browser, encoder, renderer) has a lock file
 * of its own and is installed here on first use, so that `npm start` stays a light install.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const stamp = join(here, 'node_modules', '.installed');

/** Installs the workbench when its lock file changed since the last time. Throws with npm's word. */
export function ensureWorkbench(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the test browser and encoder (first use only)…');
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: here,
      stdio: 'inherit',
    });
  } catch {
    throw new Error('tools/workbench: npm ci failed; the browser tests and media tools need it');
  }
  writeFileSync(stamp, lock);
}

if (process.argv[1] === import.meta.filename) ensureWorkbench();
