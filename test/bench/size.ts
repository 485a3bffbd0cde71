/** What a set loads: every file it asks for until the first focus, and what each part weighs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, single } from './figures';
import { BUILD, boot, type Rig } from './rig';

/** KB gzip, without media. */
const DOWNLOAD_LIMIT = 350;

const WEIGHED = [
  'appBundle.js',
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
  const { page } = await boot(browser, app.address);
  const asked = await page.evaluate(() => {
    const { firstFocus } = window as unknown as { firstFocus: number };
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= firstFocus)
      .map(({ name }) => new URL(name).pathname);
  });
  const first = ['/index.html', ...new Set(asked)].filter(
    (path) => !/\.(jpg|m4s|mp4|mp3)$/.test(path),
  );
  await page.close();
  const all = sum(first.map((path) => gzipKb(join(BUILD, path))));
  return [
    single(`asked for until the first focus, ${first.length} files`, 'KB gzip', all, {
      limit: DOWNLOAD_LIMIT,
    }),
    ...WEIGHED.map((path) => {
      const files = filesOf(path);
      const raw = Math.round(sum(files.map((file) => statSync(file).size)) / 1024);
      return single(`${path} (raw ${raw} KB)`, 'KB gzip', sum(files.map(gzipKb)));
    }),
  ];
}
