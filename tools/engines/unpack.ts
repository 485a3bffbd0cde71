/**
 * Unpacks the old Chromiums from their packages: a brotli file with the browser, and archives with
 * the libraries that it needs.
 */
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** Folder beside the browser in which Chromium looks for its software graphics. */
const GRAPHICS = 'swiftshader';

/**
 * Name of the archives' package. It is a variable, so that the compiler does not look for the
 * package, which is installed on first use.
 */
const ARCHIVES = 'tar';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));

async function unpackOne(file: string, folder: string): Promise<void> {
  const name = basename(file, '.br');
  const packed = () => createReadStream(file).pipe(createBrotliDecompress());
  if (name.endsWith('.tar')) {
    const { x } = (await import(ARCHIVES)) as { x(options: object): NodeJS.WritableStream };
    await pipeline(packed(), x({ cwd: folder }));
    return;
  }
  const isBrowser = name.startsWith('chromium');
  const to = isBrowser ? join(folder, 'chromium') : join(folder, GRAPHICS, name);
  mkdirSync(dirname(to), { recursive: true });
  await pipeline(packed(), createWriteStream(to));
  if (isBrowser) chmodSync(to, 0o755);
}

export interface Unpacked {
  file: string;
  /** Folders with libraries, for `LD_LIBRARY_PATH`. */
  libraries: string[];
}

/**
 * Unpacks a browser, unless it is unpacked already.
 * @param bin the package's folder with brotli files
 * @param folder folder for the result
 */
export async function unpack(bin: string, folder: string): Promise<Unpacked> {
  if (!existsSync(folder)) {
    const work = `${folder}.${process.pid}`;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    for (const file of filesIn(bin)) if (file.endsWith('.br')) await unpackOne(file, work);
    mkdirSync(join(work, GRAPHICS), { recursive: true });
    for (const file of filesIn(work)) {
      if (/^lib(EGL|GLESv2)\.so$/.test(basename(file))) {
        renameSync(file, join(work, GRAPHICS, basename(file)));
      }
    }
    renameSync(work, folder);
  }
  const libraries = filesIn(folder)
    .filter((file) => /\.so(\.|$)/.test(basename(file)))
    .map((file) => dirname(file));
  return { file: join(folder, 'chromium'), libraries: [...new Set(libraries)] };
}
