/**
 * Installs heavy packages that only tests and tools need. They have a folder and a lock file of
 * their own and are installed on first use, so that `npm start` needs only a light install.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Installs a folder's packages when its lock file has changed.
 * @param what name of the packages, for the user who waits
 * @throws Error with npm's message
 */
export function ensureInstalled(folder: string, what: string): void {
  const stamp = join(folder, 'node_modules', '.installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // Standard error, because standard output contains only the result of a command.
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

/** Installs the packages of the workbench: browser and encoder. */
export const ensureWorkbench = (): void =>
  ensureInstalled(import.meta.dirname, 'the test browser and encoder');

if (process.argv[1] === import.meta.filename) ensureWorkbench();
