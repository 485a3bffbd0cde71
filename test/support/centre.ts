/** A centre's folder: a catalogue of two small exercises, and marks for their films. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/load';
import type { Exercise } from '../../src/catalogue/types';
import { run } from '../../tools/import/run';
import { staticFile } from './catalogue';

const SOURCE = 'catalogue/thuisoefeningen-rug.json';

type Loose = { id: string; parts: { dose: Record<string, { value: unknown; from: string }> }[] };

/** The brochure's bridge and side plank with few repetitions, so that their films are short. */
function catalogueText(): string {
  const all = JSON.parse(readFileSync(staticFile(SOURCE), 'utf8')) as { exercises: Loose[] };
  const find = (id: string) => all.exercises.find((one) => one.id === id) as Loose;
  const set = (id: string, field: string, value: number) => {
    (find(id).parts[0] as Loose['parts'][number]).dose[field] = { value, from: 'brochure' };
  };
  set('brug', 'reps', 3);
  set('brug', 'holdCounts', 2);
  set('zijplank', 'holdCounts', 1);
  all.exercises = [find('brug'), find('zijplank')];
  return `${JSON.stringify(all, null, 2)}\n`;
}

export interface Centre {
  folder: string;
  catalogue: string;
  /** The centre's static folder. */
  static: string;
  /** Path of a file in the centre's folder; writes the contents, if given. */
  file(name: string, content?: string | Uint8Array): string;
  /** Runs the import with arguments of the command line. */
  import(
    argv: string[],
    signal?: AbortSignal,
  ): Promise<{ code: number; out: string[]; err: string[] }>;
  exercise(id: string): Exercise;
  remove(): void;
}

export function openCentre(): Centre {
  const folder = mkdtempSync(join(tmpdir(), 'centre-'));
  mkdirSync(join(folder, 'static/catalogue'), { recursive: true });
  const catalogue = join(folder, 'static/catalogue/own.json');
  writeFileSync(catalogue, catalogueText());
  return {
    folder,
    catalogue,
    static: join(folder, 'static'),
    file(name, content) {
      const path = join(folder, name);
      if (content !== undefined) writeFileSync(path, content);
      return path;
    },
    async import(argv, signal = new AbortController().signal) {
      const out: string[] = [];
      const err: string[] = [];
      const output = {
        out: (text: string) => out.push(text),
        err: (text: string) => err.push(text),
      };
      const code = await run([...argv, '--catalogue', catalogue], output, signal);
      return { code, out, err };
    },
    exercise(id) {
      const reading = readCatalogue(readFileSync(catalogue, 'utf8'), 'own.json');
      const found = reading.catalogue?.exercises.find((one) => one.id === id);
      if (!found || reading.problems.length) throw new Error(reading.problems[0]?.sentence ?? id);
      return found;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A line of marks. */
export interface MarkLine {
  time: number;
  phase: string;
  set?: number;
  repetition?: number;
  side?: string;
}

/** Two sets of three bridges with a hold of two counts, at uneven times, after a lead-in of 1.7 s. */
export function bridgeMarks(): { marks: MarkLine[]; seconds: number } {
  const marks: MarkLine[] = [{ time: 0, phase: 'prepare' }];
  let time = 1.7;
  const add = (phase: string, seconds: number, set?: number, repetition?: number) => {
    // To the millisecond, as in a file.
    marks.push({
      time: Math.round(time * 1000) / 1000,
      phase,
      ...(set ? { set, repetition } : {}),
    });
    time += seconds;
  };
  for (const set of [1, 2]) {
    for (const repetition of [1, 2, 3]) {
      add('move', 0.83, set, repetition);
      add('hold', 2.21 - 0.2 * repetition, set, repetition);
      add('return', 0.91, set, repetition);
      if (repetition < 3) add('rest', 0.57);
    }
    if (set === 1) add('rest', 3.4);
  }
  add('done', 1.2);
  return { marks, seconds: time };
}

/** A side plank on each side, after half a second: the shortest film. */
export const plankMarks = (): { marks: MarkLine[]; seconds: number } => ({
  marks: [
    { time: 0.5, phase: 'move', set: 1, repetition: 1, side: 'left' },
    { time: 1, phase: 'hold' },
    { time: 2.1, phase: 'return' },
    { time: 2.5, phase: 'switch' },
    { time: 3.25, phase: 'move', side: 'right' },
    { time: 3.75, phase: 'hold' },
    { time: 4.75, phase: 'return' },
    { time: 5.25, phase: 'done' },
  ],
  seconds: 5.75,
});

/** The CSV of a Dutch spreadsheet. */
export const csvOf = (marks: readonly MarkLine[]): string =>
  [
    'tijd;fase;reeks;herhaling;kant',
    ...marks.map(({ time, phase, set, repetition, side }) =>
      [String(time).replace('.', ','), phase, set, repetition, side].join(';'),
    ),
    '',
  ].join('\r\n');
