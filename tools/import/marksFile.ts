/**
 * Reads marks from a spreadsheet's file. An empty cell under set, repetition, side or part means
 * "as in the line above".
 */
import { type CsvError, parse } from 'csv-parse/sync';
import { isWork, type Phase } from '../../src/catalogue/phases';
import type { Mark } from '../../src/catalogue/recorded';
import { FPS } from '../../src/timeline/types';
import { UserError } from '../catalogue/files';
import { COLUMNS, meaning, PHASE_WORDS, SIDES } from './words';

/** Marks, and the line of each in the file. */
export interface MarksFile {
  marks: Mark[];
  lines: number[];
}

type Column = keyof typeof COLUMNS;
/** The cells of a line, by column; empty cells are absent. */
type Cells = Partial<Record<Column, string>>;

interface Row {
  line: number;
  cells: string[];
}

const MOST = { set: 5, repetition: 600, word: 120 } as const;

const choices = (words: Readonly<Record<string, readonly string[]>>) =>
  Object.keys(words).join(', ');

/** The beginning of a sentence about a line. */
const at = (file: string, line: number) => `${file}: line ${line}`;

/** Decodes the file. Spreadsheets write UTF-8 or the older encoding of Windows. */
function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.includes(0)) {
    throw new UserError(`${file}: is no text: save it from the spreadsheet as CSV`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function rowsOf(text: string, delimiter: string, file: string): Row[] {
  try {
    const found = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (!code?.includes('QUOTE') || lines === undefined) throw error;
    throw new UserError(`${at(file, lines)}: a quotation mark is in the wrong place or not closed`);
  }
}

/** The column of each cell. */
function headOf(row: Row | undefined, file: string): Column[] {
  if (!row) throw new UserError(`${file}: is empty`);
  const head = row.cells.map((cell) => {
    const column = meaning(COLUMNS, cell);
    if (column) return column;
    const expected = `expected the columns ${choices(COLUMNS)}`;
    throw new UserError(`${at(file, row.line)}: ${expected}, got "${cell}"`);
  });
  const twice = head.find((column, place) => head.indexOf(column) !== place);
  if (twice) throw new UserError(`${at(file, row.line)}: has two columns for ${twice}`);
  const missing = ['time', 'phase'].find((column) => !head.includes(column));
  if (missing) throw new UserError(`${at(file, row.line)}: has no column ${missing}`);
  return head;
}

/**
 * The time in a cell.
 * @returns seconds, rounded to the timeline's frames and to the millisecond; or a complaint
 */
function timeOf(written: string | undefined): number | string {
  const wanted = 'expected a time as 1:05.5 or 65.5';
  const parts = written?.match(/^(?:(\d+):)?(\d+(?:[.,]\d+)?)$/);
  if (!parts) return `${wanted}, got ${written === undefined ? 'nothing' : `"${written}"`}`;
  const [, minutes, rest] = parts as [string, string | undefined, string];
  const seconds = Number(rest.replace(',', '.'));
  if (minutes !== undefined && seconds >= 60) {
    return `expected fewer than 60 seconds after the minutes, got "${written}"`;
  }
  const frame = Math.round((Number(minutes ?? 0) * 60 + seconds) * FPS);
  return Number((frame / FPS).toFixed(3));
}

function numberOf(written: string | undefined, column: 'set' | 'repetition', line: string) {
  if (written === undefined) return undefined;
  const number = /^\d+$/.test(written) ? Number(written) : 0;
  if (number >= 1 && number <= MOST[column]) return number;
  const expected = `expected a whole number from 1 to ${MOST[column]}`;
  throw new UserError(`${line}: ${column}: ${expected}, got "${written}"`);
}

function wordOf<T extends string>(
  words: Readonly<Record<string, readonly string[]>>,
  column: Column,
  written: string | undefined,
  line: string,
): T {
  const own = written === undefined ? undefined : meaning(words, written);
  if (own !== undefined) return own as T;
  const got = written === undefined ? 'nothing' : `"${written}"`;
  throw new UserError(`${line}: ${column}: expected one of ${choices(words)}, got ${got}`);
}

type Place = Pick<Mark, 'part' | 'set' | 'repetition' | 'side'>;

/**
 * The part, set, repetition and side of a line. Empty cells have the value of the line above,
 * unless the part changes.
 */
function placeOf(cells: Cells, above: Place, line: string): Place {
  const kept = cells.part === undefined || cells.part === above.part ? above : {};
  return {
    part: cells.part ?? kept.part,
    set: numberOf(cells.set, 'set', line) ?? kept.set,
    repetition: numberOf(cells.repetition, 'repetition', line) ?? kept.repetition,
    side:
      cells.side === undefined
        ? kept.side
        : wordOf<'left' | 'right'>(SIDES, 'side', cells.side, line),
  };
}

/** The fields without the undefined ones, so that the catalogue gets no empty fields. */
const compact = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/**
 * Reads a marks file. `checkMarks` then checks the marks against film and exercise.
 * @param bytes contents of the file
 * @param file name of the file, for the sentences
 * @throws UserError, one sentence with the line, at the first unreadable cell
 */
export function readMarks(bytes: Uint8Array, file: string): MarksFile {
  const text = textOf(bytes, file);
  const [firstLine = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const delimiter = firstLine.includes(';') ? ';' : ',';
  const [top, ...rows] = rowsOf(text, delimiter, file);
  const head = headOf(top, file);
  if (rows.length === 0) throw new UserError(`${file}: has a header, but no marks below it`);
  const marks: Mark[] = [];
  let above: Place = {};
  for (const row of rows) {
    const line = at(file, row.line);
    if (row.cells.length > head.length) {
      const hint = delimiter === ',' ? '; with decimal commas, separate by semicolons' : '';
      throw new UserError(
        `${line}: has ${row.cells.length} cells, the header has ${head.length}${hint}`,
      );
    }
    const cells: Cells = {};
    row.cells.forEach((cell, place) => {
      if (cell !== '') cells[head[place] as Column] = cell;
    });
    const time = timeOf(cells.time);
    if (typeof time === 'string') throw new UserError(`${line}: time: ${time}`);
    const phase = wordOf<Phase>(PHASE_WORDS, 'phase', cells.phase, line);
    if ((cells.word?.length ?? 0) > MOST.word) {
      throw new UserError(`${line}: word: expected at most ${MOST.word} characters`);
    }
    above = placeOf(cells, above, line);
    const place = isWork({ phase }) ? above : {};
    marks.push(compact({ time, phase, ...place, word: cells.word }));
  }
  return { marks, lines: rows.map((row) => row.line) };
}
