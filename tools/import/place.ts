/**
 * The folder in which a film is made, and the folder to which it moves. It moves as a whole or not
 * at all.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder below the media folder. */
const FOLDER = 'recorded';
const WORK = /^\.import-(\d+)$/;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * A folder to work in. It lies beside the film's folder, so that a rename suffices to publish the
 * film.
 */
export class Workplace {
  readonly folder: string;
  private readonly films: string;

  /** @param media path of the folder media/ */
  constructor(private readonly media: string) {
    this.films = join(media, FOLDER);
    this.folder = join(this.films, `.import-${process.pid}`);
    this.sweep();
    mkdirSync(this.folder, { recursive: true });
  }

  /** Removes the folders of imports that a power cut ended. */
  private sweep() {
    if (!existsSync(this.films)) return;
    for (const name of readdirSync(this.films)) {
      const owner = WORK.exec(name)?.[1];
      if (owner === undefined || (Number(owner) !== process.pid && isRunning(Number(owner))))
        continue;
      rmSync(join(this.films, name), { recursive: true });
    }
  }

  /**
   * Gives the film's folder a name that follows from its content, so that a set cannot mistake an
   * earlier film for it.
   * @returns the folder, its path, and a function that removes it again
   */
  publish(exercise: string): { folder: string; path: string; undo(): void } {
    const hash = createHash('sha256');
    for (const name of readdirSync(this.folder).sort()) {
      hash.update(name).update(readFileSync(join(this.folder, name)));
    }
    const name = `${exercise}-${hash.digest('hex').slice(0, 8)}`;
    const folder = join(this.films, name);
    const isThere = existsSync(folder);
    if (!isThere) renameSync(this.folder, folder);
    return {
      folder,
      path: `media/${FOLDER}/${name}`,
      undo: () => {
        if (!isThere) rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  /**
   * Removes a film that no entry uses.
   * @param path path as in the catalogue
   */
  retire(path: string) {
    const folder = dirname(join(dirname(this.media), path));
    if (dirname(folder) === this.films) rmSync(folder, { recursive: true, force: true });
  }

  /** Removes the working folder, and every empty folder that was made for it. */
  close() {
    rmSync(this.folder, { recursive: true, force: true });
    for (const folder of [this.films, this.media]) {
      if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
    }
  }
}

/** Writes a file as a whole or not at all. */
export function replaceFile(path: string, text: string) {
  const next = `${path}.${process.pid}.new`;
  try {
    writeFileSync(next, text);
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}
