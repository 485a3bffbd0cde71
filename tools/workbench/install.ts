/**
 * What is heavy and only tests and tools need has a folder and a lock file of its own and is
 * installed there on first use, so that `npm start` stays a light install.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Installs a folder's packages when its lock file changed since the last time.
 * @param what it is, for who waits
 * @throws Error with npm's word
 */
export function ensureInstalled(folder: string, what: string): void {
  const stamp = join(folder, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // Not on the standard output: what a command prints there is its answer.
  console.error(`Installing ${what} (first use only)…`);
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', process.stderr, process.stderr],
    });
  } catch {
    throw new Error(`tools/${basename(folder)}: npm ci failed; it is needed for ${what}`);
  }
  writeFileSync(stamp, lock);
}

/** The browser tests' and media tools' own: browser and encoder. */
export const ensureWorkbench = (): void =>
  ensureInstalled(import.meta.dirname, 'the test browser and encoder');

if (process.argv[1] === import.meta.filename) ensureWorkbench();
