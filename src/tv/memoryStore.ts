/**
 * Stores the memory on the set: writes it after changes, merges it with what another window of the app wrote, and
 * never overwrites a document that it could not read.
 */

import {
  bounded,
  type DocumentProblem,
  readDocument,
  writeDocument,
} from '../session/memory/document';
import { type Day, emptyMemory, type Memory } from '../session/memory/memory';
import { isProvisional } from '../session/memory/provisional';
import type { MemoryCare } from './memoryCare';
import {
  LostWriteError,
  MEMORY_KEY,
  type Refusal,
  refusalOf,
  type TextStore,
  writeSafely,
} from './storage';

/** Why the memory could not be stored or read. */
export type StorageTrouble = Refusal | 'corrupt' | 'foreign' | 'newer';

/** Sentences for the log, which never contains the patient's data. */
const TROUBLES: Record<StorageTrouble, string> = {
  refused: 'The set refuses to keep anything',
  full: 'The set has no room to keep anything',
  corrupt: 'What was kept is damaged: what is sound of it goes on',
  foreign: 'What was kept is not of this app: it is begun anew',
  newer: 'What was kept is of a newer app: it is begun anew',
};

/** Storage keys for copies of unreadable documents; when all are in use, the last one is replaced. */
const SPARES = ['beweeg-mee.spare', 'beweeg-mee.spare-2', 'beweeg-mee.spare-3'] as const;

/** The dependencies of a memory store. */
export interface MemoryStoreDeps {
  store: TextStore;
  /** The local calendar day of the set; a provisional day while its clock can't be true. */
  today(): Day;
  /** How many days the provisional days of this start are behind; undefined where that is not known. */
  behind?(): number | undefined;
  /** Begins to watch the set's clock. */
  watch?(care: MemoryCare): void;
  /** A new random number at each call: whole, 0 to 2^32 - 1. */
  seed(): number;
  /** Delays a write, so that several changes at one moment are one write. */
  later?(write: () => void): void;
  /** Receives one sentence for the log. */
  log?(sentence: string): void;
}

/** Holds the memory. If storage fails, the memory is lost at the end and the app still works. */
export class MemoryStore {
  private current: Memory;
  private readonly listeners = new Set<() => void>();
  /** The troubles in order; the first `told` of them have been reported to the patient. */
  private readonly troubles: StorageTrouble[] = [];
  private told = 0;
  /** The sentence about the document that could not be read completely. */
  private sentence: string | undefined;
  /** True if the stored document may still be needed, so nothing may overwrite it. */
  private isClosed = false;
  private isChanged = false;
  private isWaiting = false;
  /** Undefined until the second script is there. */
  private care: MemoryCare | undefined;
  /** The stored text that `current` holds already: the last one that was read or written. */
  private known: string | null = null;

  constructor(private readonly deps: MemoryStoreDeps) {
    let text: string | null = null;
    try {
      text = deps.store.read(MEMORY_KEY);
    } catch (error) {
      // There may be a document that can't be read at this moment.
      this.isClosed = true;
      this.report(refusalOf(error, deps.store));
    }
    // Without storage the seed is always 0, so today's routine stays the same after a restart.
    const { memory, problem } = readDocument(text, this.isClosed ? 0 : deps.seed());
    this.current = memory;
    this.known = text;
    if (problem && text !== null) {
      this.sentence = problem.sentence;
      this.report(problem.kind);
      this.keepBeside(text);
    }
    // A new seed is stored for the next start, and an older document is stored in the current version.
    if (writeDocument(memory) !== text) this.schedule();
  }

  get memory(): Memory {
    return this.current;
  }

  /**
   * Takes what comes with the second script, once. Until then what another window wrote is not written over, and
   * provisional days stay.
   */
  take(care: MemoryCare): void {
    if (this.care) return;
    this.care = care;
    this.deps.watch?.(care);
    this.takeIn();
    this.change((memory) => memory);
    if (this.isChanged) this.schedule();
  }

  /** The latest trouble with storage, reported or not. */
  get trouble(): StorageTrouble | undefined {
    return this.troubles[this.troubles.length - 1];
  }

  /** The next trouble to report to the patient, each once. `why` names the place in a document. */
  tell(): StorageTrouble | undefined {
    const trouble = this.troubles[this.told];
    if (trouble) this.told += 1;
    return trouble;
  }

  /** One sentence that names the unreadable place in the document, for the notice. */
  get why(): string | undefined {
    return this.sentence;
  }

  /** The day; a provisional one while the set's clock can't be true. */
  today(): Day {
    return this.deps.today();
  }

  /** False while the set's clock can't be true. Then no page shows a date. */
  get hasTrueClock(): boolean {
    return !isProvisional(this.today());
  }

  /** Gives provisional days their true ones where the clock became true, and tells the listeners. */
  clockChanged(): void {
    const next = this.settled(this.current);
    if (next !== this.current) this.schedule();
    this.current = next;
    this.notify();
  }

  /**
   * Changes the memory.
   * @param f gives the new memory; the same object where nothing changes
   */
  change(f: (memory: Memory) => Memory): void {
    const next = this.settled(f(this.settled(this.current)));
    if (next === this.current) return;
    this.current = next;
    this.schedule();
    this.notify();
  }

  /**
   * Adds a listener for changes.
   * @returns a function that removes the listener
   */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A new random number: whole, 0 to 2^32 - 1. */
  random(): number {
    return this.deps.seed();
  }

  /** Writes pending changes at once, since the app may end. */
  flush(): void {
    if (!this.isChanged || this.isClosed) return;
    let isMerged = false;
    try {
      if (!this.care && this.readOthers() !== undefined) return;
      this.isChanged = false;
      isMerged = this.merge();
      // What the other window wrote can't be read and can't be kept beside: it stays where it is.
      if (this.isClosed) return;
      this.current = bounded(this.current);
      const text = writeDocument(this.current);
      if (text !== this.known) {
        writeSafely(this.deps.store, MEMORY_KEY, text);
        this.known = text;
      }
    } catch (error) {
      this.isChanged = false;
      // The next change tries again. A text that was cut is our own, not another window's.
      if (error instanceof LostWriteError) this.known = this.deps.store.read(MEMORY_KEY);
      this.report(refusalOf(error, this.deps.store));
    }
    if (isMerged) this.notify();
  }

  /** Takes in what another window of the app wrote, and tells the listeners. */
  takeIn(): void {
    if (this.isClosed) return;
    try {
      if (!this.merge()) return;
    } catch (error) {
      this.report(refusalOf(error, this.deps.store));
      return;
    }
    this.notify();
  }

  /** Forgets everything, since another window of the app has erased the memory. */
  erasedElsewhere(): void {
    this.forgetAll();
    this.notify();
  }

  /**
   * What another window wrote; undefined where there is nothing new. A store that lost the document gets it again:
   * `erasedElsewhere` says that it was erased.
   */
  private readOthers(): string | undefined {
    const text = this.deps.store.read(MEMORY_KEY);
    return text === null || text === this.known ? undefined : text;
  }

  /**
   * Merges the memory with the stored one, where another window wrote that one.
   * @returns false where there is nothing new
   * @throws Error of the store
   */
  private merge(): boolean {
    const { care } = this;
    const text = this.readOthers();
    if (!care || text === undefined) return false;
    const { memory: theirs, problem } = readDocument(text, this.current.seed);
    if (problem) {
      this.report(problem.kind);
      this.keepBeside(text);
    }
    if (problem && problem.kind !== 'corrupt') {
      this.known = text;
      return false;
    }
    const merged = care.mergeTexts(this.known, this.current, theirs);
    this.current = merged.memory;
    this.known = text;
    if (merged.isMore) this.schedule();
    return true;
  }

  /** The whole memory as text, for a file. */
  exportText(): string {
    return writeDocument(this.current);
  }

  /** Replaces the memory by that of a file. Nothing changes if any entry of the file is not valid. */
  importText(text: string): { ok: true } | { ok: false; why: DocumentProblem['kind'] } {
    const { memory, problem } = readDocument(text, this.deps.seed());
    if (problem) return { ok: false, why: problem.kind };
    this.change(() => memory);
    this.flush();
    return { ok: true };
  }

  /** Erases the memory, and the copies of unreadable documents. */
  erase(): void {
    this.forgetAll();
    for (const key of [MEMORY_KEY, ...SPARES]) this.remove(key);
    this.notify();
  }

  /** The memory without provisional days, where the clock is true and the second script is there. */
  private settled(memory: Memory): Memory {
    const today = this.today();
    if (!this.care || isProvisional(today)) return memory;
    return this.care.settleDays(memory, today, this.deps.behind?.());
  }

  private forgetAll() {
    this.current = emptyMemory(this.deps.seed());
    this.isChanged = false;
    this.known = null;
    this.sentence = undefined;
  }

  private remove(key: string) {
    try {
      this.deps.store.remove(key);
      if (key === MEMORY_KEY) this.isClosed = false;
    } catch (error) {
      this.report(refusalOf(error, this.deps.store));
    }
  }

  private notify() {
    for (const listener of [...this.listeners]) listener();
  }

  private report(trouble: StorageTrouble) {
    if (this.troubles.includes(trouble)) return;
    this.troubles.push(trouble);
    // The log does not get the sentence, since it repeats content of the document.
    this.deps.log?.(TROUBLES[trouble]);
  }

  /** Copies an unreadable document to another storage key; where there is no room, it stays at its own key. */
  private keepBeside(text: string) {
    const { store } = this.deps;
    try {
      const taken = SPARES.map((key) => store.read(key));
      if (taken.includes(text)) return;
      const free = taken.indexOf(null);
      writeSafely(store, SPARES[free < 0 ? SPARES.length - 1 : free] as string, text);
    } catch (error) {
      this.isClosed = true;
      this.report(refusalOf(error, store));
    }
  }

  private schedule() {
    this.isChanged = true;
    if (this.isWaiting || this.isClosed) return;
    this.isWaiting = true;
    const later = this.deps.later ?? ((write) => setTimeout(write, 0));
    later(() => {
      this.isWaiting = false;
      this.flush();
    });
  }
}
