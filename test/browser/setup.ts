/** Prepares the browser tests: installs the workbench, and builds the app if there is no build. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../tools/workbench/index';
import { ensureWorkbench } from '../../tools/workbench/install';

/** @throws Error, one sentence, when there is no browser: these tests are never skipped */
export default async function setup(): Promise<void> {
  ensureWorkbench();
  await findBrowser();
  const root = join(import.meta.dirname, '../..');
  if (!existsSync(join(root, 'build/appBundle.js'))) {
    execFileSync('npx', ['--no-install', 'tsx', 'tools/build.ts'], { cwd: root, stdio: 'inherit' });
  }
}
