/** Tests that the log keeps out private texts from files, storage and addresses. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Log } from '../../src/tv/log';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { type Lab, openLab } from './lab';
import { frames } from './passing';
import { holdRemote, type Remote } from './remote';

const NAME = 'Geheim van Jan';
const KEY = 'eyJ1cmwiOiJodHRwczovL3ZvbGdlbiJ9';
const CODE = 'K7QX2M9P';
const PLANTED = ['Jan', 'Geheim', '2580', 'worse', KEY, CODE, 'shlink'];

let browser: Browser;
let lab: Lab;

beforeAll(async () => {
  lab = await openLab();
  browser = await launchBrowser();
});

afterAll(async () => {
  lab.also = undefined;
  await browser?.close();
  await lab?.close();
});

/** Serves this text as the centre's file. */
function centreFile(text: string) {
  lab.also = (request, response) => {
    if (request.url?.split('?')[0] !== '/centre.json') return false;
    response.setHeader('Content-Type', 'application/json');
    response.end(text);
    return true;
  };
}

/** Puts an unreadable document into the storage before the app opens. */
const keeping = (text: string) =>
  `localStorage.setItem('beweeg-mee.memory', ${JSON.stringify(text)});`;

/** Causes faults whose messages quote a patient's text, or an address with more than a file name. */
const fail = (remote: Remote) =>
  remote.page.evaluate(
    ([name, key, code]) => {
      const later = (then: () => void) => setTimeout(then);
      later(() => JSON.parse(`{"title": ${name}}`));
      later(() => JSON.parse(`${name} is a name`));
      later(() => {
        throw new RangeError(`routines: has none with id "${name}"`);
      });
      later(() => {
        throw name;
      });
      later(() => void Promise.reject({ answer: 'worse', name }));
      later(() => void fetch(`http://jan:Jan@127.0.0.1:1/app/?name=${name}#code/${code}`));
      later(() => {
        throw new Error(`not opened: https://tv.example/a?key=${key}#shlink:/${key}`);
      });
    },
    [NAME, KEY, CODE] as const,
  );

/** The log and its panel, after this many faults. */
async function said({ page, press, until }: Remote): Promise<string> {
  const logOf = () =>
    page.evaluate(() => {
      const { log } = (window as unknown as { beweegMee: { log: Log } }).beweegMee;
      return { entries: log.entries, faults: log.faults };
    });
  await expect
    .poll(async () => (await logOf()).entries.filter(({ level }) => level === 'error').length)
    .toBeGreaterThanOrEqual(5);
  await page.evaluate(() => {
    window.location.hash = '#log';
  });
  await until('the panel', (now) => now.dialog === 'log');
  const all = [JSON.stringify(await logOf())];
  for (let n = 0; n < 5; n++) {
    await frames(page, 5);
    all.push((await page.textContent('[role=dialog]')) ?? '');
    await press('Down');
  }
  expect(all[1]).toContain('Laatste fouten');
  return all.join('\n');
}

it.each([
  [
    'wrong entries',
    JSON.stringify({
      app: 'beweeg-mee',
      version: 1,
      seed: 7,
      settings: { [NAME]: 1 },
      routines: [{ id: NAME, title: NAME, items: [{ exercise: NAME }] }],
      pain: [{ exercise: 'brug', day: '2026-11-24', answer: `worse, ${NAME}` }],
    }),
    JSON.stringify({ pin: '2580', routines: [{ id: NAME, title: NAME }], name: 2580 }),
  ],
  ['broken JSON', `{"app": "beweeg-mee", "title": ${NAME}}`, `{"pin": Jan2580, "name": "${NAME}"}`],
])('files with %s, wrong addresses and faults leave no name, PIN, code, key or answer', async (_, memory, centre) => {
  centreFile(centre);
  const written: string[] = [];
  const remote = await holdRemote(browser, `${lab.address}#shlink:/${KEY}`, {
    script: keeping(memory),
  });
  remote.page.on('console', (message) => written.push(message.text()));
  for (const hash of [`#code/${CODE}`, `#shlink:/${KEY}`, `#take/${CODE}`]) {
    await remote.page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    await remote.until('a page', (now) => !now.navigating && now.focus !== '');
  }
  await fail(remote);
  const all = await said(remote);
  for (const area of ['memory', 'files', 'script', 'screen']) expect(all).toContain(`"${area}"`);
  expect(all).toContain('centre.json');
  expect(PLANTED.filter((one) => all.includes(one))).toEqual([]);
  // Only the app's own lines in the console; the browser writes others.
  const ours = written.filter((line) => /^(script|files|memory|screen): /.test(line));
  expect(ours.length).toBeGreaterThan(0);
  expect(PLANTED.filter((one) => ours.join('\n').includes(one))).toEqual([]);
  await remote.press('Back');
  expect((await remote.state()).dialog).toBeUndefined();
  await remote.page.close();
});
