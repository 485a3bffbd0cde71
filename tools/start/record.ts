/**
 * `npm run record-start`: starts the app in a browser, looks which of the bundle's functions are called until
 * the first focus, and writes their names into `called.json`, by which the build has them compiled early
 * (`brackets.ts`). To be run again when the test says that too few of them are in the list.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Served, serve } from '../serve';
import { launchBrowser } from '../workbench/index';
import { calledUntilFocus, STARTS } from './coverage';
import { topFunctions } from './functions';

const root = join(import.meta.dirname, '../..');
const BUNDLE = join(root, 'build/appBundle.js');
const LIST = join(import.meta.dirname, 'called.json');

const build = (env: Record<string, string> = {}) =>
  execFileSync('npm', ['run', 'build'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });

async function names(served: Served): Promise<string[]> {
  const functions = topFunctions(readFileSync(BUNDLE, 'utf8'));
  const browser = await launchBrowser();
  const called = new Set<string>();
  try {
    for (const start of STARTS) {
      const places = await calledUntilFocus(browser, served.address, start);
      for (const { name, start: at } of functions) if (places.has(at)) called.add(name);
    }
  } finally {
    await browser.close();
  }
  return [...called].sort();
}

try {
  build({ READABLE: 'yes' });
  const served = await serve();
  const all = await names(served).finally(() => served.close());
  writeFileSync(LIST, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`${all.length} names in ${LIST}`);
} finally {
  build();
}
