/** Measures what a set loads: the files before and after the first focus, and the size of each part. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, single } from './figures';
import { BUILD, boot, type Rig } from './rig';

/** Most KB gzip without media. */
const DOWNLOAD_LIMIT = 260;

/** Wait after the first focus until the app has also requested the later files, ms. */
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
    // Missing files (such as a centre's file) and media count as nothing.
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
