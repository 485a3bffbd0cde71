/**
 * Names that today's Chromium has and the oldest supported one lacks. `tsx tools/engines/names.ts`
 * writes them to `newNames.json`. `test/long/engines.test.ts` checks that the oldest lacks each of
 * them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Names } from '../builtins';
import { serve } from '../serve';
import { type DrivenBrowser, startCurrentChromium, startOldChromium } from './chromium';

/** Version of the oldest supported Chromium (`docs/decisions/015`). */
export const OLDEST = 76;

/** Runs in a page and lists every name of the window and of the objects below it. */
const ALL_NAMES = `(() => {
  const members = new Set();
  const take = (value) => {
    for (let at = value; at; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) members.add(name);
    }
  };
  const globals = Object.getOwnPropertyNames(window);
  for (const name of globals) {
    let value = null;
    try {
      value = window[name];
    } catch (error) {
      // A page without an origin may not ask for its storage.
    }
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) continue;
    take(value);
    if (value.prototype) take(value.prototype);
  }
  return { globals, members: [...members] };
})()`;

/** Names that only the newer browser has. */
function onlyIn(newer: Names, older: Names): Names {
  const known = new Set([...older.globals, ...older.members]);
  const unknown = (names: string[]) => names.filter((name) => !known.has(name)).sort();
  return { globals: unknown(newer.globals), members: unknown(newer.members) };
}

/**
 * All names in a browser, from a page whose address counts as secure, because only such a page
 * shows them all. Closes the browser.
 */
export async function namesIn(browser: DrivenBrowser, address: string): Promise<Names> {
  try {
    await browser.goto(`${address}metadata.json`);
    return await browser.evaluate<Names>(ALL_NAMES);
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const { address, close } = await serve();
  const [now, then] = [await startCurrentChromium(), await startOldChromium(OLDEST)];
  const newer = await namesIn(now, address);
  const older = await namesIn(then, address);
  await close();
  const file = join(import.meta.dirname, 'newNames.json');
  writeFileSync(file, `${JSON.stringify(onlyIn(newer, older), undefined, 2)}\n`);
  console.log(`What ${now.version} knows and ${then.version} doesn't is in ${file}`);
}
