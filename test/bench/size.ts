/** What a set loads: every file it asks for until the first focus, and after; and what each part weighs. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, single } from './figures';
import { BUILD, boot, type Rig } from './rig';

/** KB gzip, without media. */
const DOWNLOAD_LIMIT = 260;

/** When home rests, and what is asked for once the first page stands has been asked for, ms. */
const RESTED = 3000;

const WEIGHED = [
  'appBundle.js',
  'secondScript.js',
  'lib/lightning.js',
  'lib/hls.light.min.js',
  'startApp.js',
  'sw.js',
  'static/fonts/',
  'static/catalogue/',
];

const gzipKb = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length / 1024;

const filesOf = (path: string): string[] => {
  const full = join(BUILD, path);
  return statSync(full).isDirectory() ? readdirSync(full).map((name) => join(full, name)) : [full];
};

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

export async function benchSize({ app, browser }: Rig): Promise<Figure[]> {
  const { ms: firstFocus, page } = await boot(browser, app.address);
  await page.waitForTimeout(RESTED);
  const resources = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ path: new URL(name).pathname, startTime })),
  );
  await page.close();
  const weightOf = (asked: typeof resources) => {
    // What the server doesn't have (a centre's file) and media weigh nothing here.
    const paths = ['/index.html', ...new Set(asked.map(({ path }) => path))]
      .filter((path) => !/\.(jpg|m4s|mp4|mp3)$/.test(path))
      .map((path) => join(BUILD, path))
      .filter(existsSync);
    return { files: paths.length, kb: sum(paths.map(gzipKb)) };
  };
  const first = weightOf(resources.filter(({ startTime }) => startTime <= firstFocus));
  const all = weightOf(resources);
  return [
    single(`asked for until the first focus, ${first.files} files`, 'KB gzip', first.kb, {
      limit: DOWNLOAD_LIMIT,
    }),
    single(`… and until home rests, hls.js with it, ${all.files} files`, 'KB gzip', all.kb),
    ...WEIGHED.map((path) => {
      const files = filesOf(path);
      const raw = Math.round(sum(files.map((file) => statSync(file).size)) / 1024);
      return single(`${path} (raw ${raw} KB)`, 'KB gzip', sum(files.map(gzipKb)));
    }),
  ];
}
