/** What is called until the first focus was compiled while the scripts loaded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Served, serve } from '../../tools/serve';
import { calledUntilFocus, STARTS } from '../../tools/start/coverage';
import { topFunctions } from '../../tools/start/functions';
import { type Browser, launchBrowser } from '../../tools/workbench/index';

const BUNDLE = join(import.meta.dirname, '../../build/appBundle.js');

/** Of what is called, and of what is compiled for it: below these `npm run record-start` is due. */
const ENOUGH = 0.9;

let browser: Browser;
let served: Served;

beforeAll(async () => {
  served = await serve();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

it('most of it, and little else, stands in the brackets that say so (npm run record-start)', async () => {
  const script = readFileSync(BUNDLE, 'utf8');
  const called = new Set<number>();
  for (const start of STARTS)
    for (const place of await calledUntilFocus(browser, served.address, start)) called.add(place);
  const length = (functions: { start: number; end: number }[]) =>
    functions.reduce((sum, { end, start }) => sum + end - start, 0);
  const all = topFunctions(script);
  const wanted = all.filter(({ start }) => called.has(start));
  const inBrackets = all.filter(({ start }) => script[start - 1] === '(');
  const both = wanted.filter(({ start }) => script[start - 1] === '(');
  expect(length(wanted)).toBeGreaterThan(40_000);
  expect(length(both) / length(wanted)).toBeGreaterThan(ENOUGH);
  expect(length(both) / length(inBrackets)).toBeGreaterThan(ENOUGH);
});
