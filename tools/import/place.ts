/** Where a film is made and where it goes: whole, or not at all. */
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

/** Below the media folder. */
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

/** A folder to work in, beside where the film will go so that it can be renamed. */
export class Workplace {
  readonly folder: string;
  private readonly films: string;

  /** @param media the folder media/ */
  constructor(private readonly media: string) {
    this.films = join(media, FOLDER);
    this.folder = join(this.films, `.import-${process.pid}`);
    this.sweep();
    mkdirSync(this.folder, { recursive: true });
  }

  /** What an import left that was cut off with the power. */
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
   * The film's folder gets a name of its own, by its content: what a set keeps of an earlier film
   * under another name can't be mistaken for it.
   * @returns that folder, and how to take it away again
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

  /** Takes away a film that no entry names any more. @param path as in the catalogue */
  retire(path: string) {
    const folder = dirname(join(dirname(this.media), path));
    if (dirname(folder) === this.films) rmSync(folder, { recursive: true, force: true });
  }

  /** Leaves nothing behind, not even an empty folder that was not there before. */
  close() {
    rmSync(this.folder, { recursive: true, force: true });
    for (const folder of [this.films, this.media]) {
      if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
    }
  }
}

/** Writes a file whole or not at all. */
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
