/**
 * What happened, in short sentences for whoever looks after the set: a television has no console. No
 * other file writes to one. The log is of the set, never of the patient: it repeats no value that
 * stood in a file, and of an address only what leads to a file (`withoutValues`).
 */

/** `error`: something that should not happen. `warning`: something was missing, and the app went on. */
export type Level = 'info' | 'warning' | 'error';

/** What of the app an entry is about. */
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
  /** Counts up from 1 for as long as the app is open. */
  n: number;
  /** When it happened last, ms since 1970. */
  time: number;
  level: Level;
  area: Area;
  sentence: string;
  /** How often it happened in a row. */
  times: number;
}

/** Most entries that are kept; the oldest go. */
export const MOST_ENTRIES = 300;
/** Errors that are kept however much happens after them. */
export const MOST_FAULTS = 5;
/** Longest sentence, characters. */
const LONGEST = 300;

/**
 * A sentence without what may be somebody's: the value that a file held where another was expected, the
 * piece of a file that an engine quotes when it can't read it, and of an address the query and fragment.
 */
export function withoutValues(sentence: string): string {
  const short = sentence
    .replace(/\s+/g, ' ')
    .replace(/(\.\.\.)?".*"(\.\.\.)? is not valid JSON/, 'this is not valid JSON')
    .replace(/\b(Unexpected [a-z]+) "[^"]*"?/g, '$1')
    .replace(/,? got .*$/, '')
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#"']*@/gi, '$1')
    // A query or a fragment may hold blanks: where one begins, the sentence ends.
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/[^\s?#"')]*)\?.*$/i, '$1')
    .replace(/ ?(\bshlink:|#).*$/i, '');
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
}

/** Keeps the last entries. It knows no clock and no screen. */
export class Log {
  private kept: LogEntry[] = [];
  private errors: LogEntry[] = [];
  private count = 0;
  private readonly listeners = new Set<() => void>();

  /**
   * @param now ms since 1970
   * @param tell is told every entry too, without its values
   */
  constructor(
    private readonly now: () => number,
    private readonly tell?: (level: Level, line: string) => void,
  ) {}

  /** Every entry that is kept, oldest first. */
  get entries(): readonly LogEntry[] {
    return this.kept;
  }

  /** The last errors, oldest first. */
  get faults(): readonly LogEntry[] {
    return this.errors;
  }

  /** Notes one thing that happened; the same once more in a row is counted. Never throws. */
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

  /** @returns ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** What needs no care is not worth a console's line. */
function toConsole(level: Level, line: string): void {
  if (level === 'error') console.error(line);
  else if (level === 'warning') console.warn(line);
}

/** The app's one log. */
export const log = new Log(() => Date.now(), toConsole);

/** Notes what goes wrong in one area, for whoever is given a function to tell it to. */
export const warnOf =
  (area: Area) =>
  (sentence: string): void =>
    log.add('warning', area, sentence);
