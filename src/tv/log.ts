/**
 * The log: what happened, in short sentences for the person who looks after the set, since a television has
 * no console. No other file writes to the console. The log is about the set, never about the patient: it
 * repeats no value from a file, and of an address only the path of a file (`withoutValues`).
 */

/** `error`: something that should not happen. `warning`: something was missing, and the app went on. */
export type Level = 'info' | 'warning' | 'error';

/** The part of the app that an entry is about. */
export type Area =
  | 'start'
  | 'files'
  | 'media'
  | 'sound'
  | 'memory'
  | 'screen'
  | 'offline'
  | 'update'
  | 'script'
  | 'phone';

export interface LogEntry {
  /** Number of the entry, from 1, since the app was opened. */
  n: number;
  /** Time of the last occurrence, ms since 1970. */
  time: number;
  level: Level;
  area: Area;
  sentence: string;
  /** Number of occurrences in a row. */
  times: number;
}

/** Most entries; the oldest ones are dropped. */
export const MOST_ENTRIES = 300;
/** Errors that stay when many entries follow. */
export const MOST_FAULTS = 5;
/** Longest sentence, characters. */
const LONGEST = 300;

/**
 * Removes private parts from a sentence: the wrong value that a file held, the piece of a file that an
 * engine quotes when it can't read it, and the query and fragment of an address.
 */
export function withoutValues(sentence: string): string {
  const short = sentence
    .replace(/\s+/g, ' ')
    .replace(/(\.\.\.)?".*"(\.\.\.)? is not valid JSON/, 'this is not valid JSON')
    .replace(/\b(Unexpected [a-z]+) "[^"]*"?/g, '$1')
    .replace(/,? got .*$/, '')
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"']*@/gi, '$1')
    // A query or a fragment may contain blanks, so the sentence ends where it begins.
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s?#"')]*)\?.*$/i, '$1')
    .replace(/ ?(\bshlink:|#).*$/i, '');
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
}

/** Keeps the last entries. Time and console are arguments. */
export class Log {
  private kept: LogEntry[] = [];
  private errors: LogEntry[] = [];
  private count = 0;
  private readonly listeners = new Set<() => void>();

  /**
   * @param now ms since 1970
   * @param tell receives every entry, without private values
   */
  constructor(
    private readonly now: () => number,
    private readonly tell?: (level: Level, line: string) => void,
  ) {}

  /** All entries, oldest first. */
  get entries(): readonly LogEntry[] {
    return this.kept;
  }

  /** The last errors, oldest first. */
  get faults(): readonly LogEntry[] {
    return this.errors;
  }

  /** Adds an entry, or counts the last one up when it is the same. Never throws. */
  add(level: Level, area: Area, sentence: string): void {
    const said = withoutValues(sentence);
    const last = this.kept[this.kept.length - 1];
    if (last?.level === level && last.area === area && last.sentence === said) {
      last.times += 1;
      last.time = this.now();
    } else {
      this.count += 1;
      const entry = { n: this.count, time: this.now(), level, area, sentence: said, times: 1 };
      this.kept = [...this.kept, entry].slice(-MOST_ENTRIES);
      if (level === 'error') this.errors = [...this.errors, entry].slice(-MOST_FAULTS);
    }
    this.tell?.(level, `${area}: ${said}`);
    for (const listener of [...this.listeners]) listener();
  }

  /** @returns a function that ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Information does not go to the console. */
function toConsole(level: Level, line: string): void {
  if (level === 'error') console.error(line);
  else if (level === 'warning') console.warn(line);
}

/** The log of the app. */
export const log = new Log(() => Date.now(), toConsole);

/** A function that notes warnings of one area. */
export const warnOf =
  (area: Area) =>
  (sentence: string): void =>
    log.add('warning', area, sentence);
