/**
 * Stores the memory on the set: reads it once, writes it after changes, and never overwrites a document that it
 * could not read.
 */

import {
  bounded,
  type DocumentProblem,
  readDocument,
  writeDocument,
} from '../session/memory/document';
import { type Day, emptyMemory, type Memory } from '../session/memory/memory';
import { dayOf } from './clock';
import {
  browserStore,
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
  /** The local calendar day of the set. */
  today(): Day;
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
  private written: string | undefined;

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
    if (problem && text !== null) {
      this.sentence = problem.sentence;
      this.report(problem.kind);
      this.keepBeside(text);
    }
    this.written = problem ? undefined : (text ?? undefined);
    // A new seed is stored for the next start, and an older document is stored in the current version.
    if (writeDocument(memory) !== text) this.schedule();
  }

  get memory(): Memory {
    return this.current;
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

  today(): Day {
    return this.deps.today();
  }

  /**
   * Changes the memory.
   * @param f gives the new memory; the same object where nothing changes
   */
  change(f: (memory: Memory) => Memory): void {
    const next = f(this.current);
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

  /** Writes pending changes at once, since the app may end. */
  flush(): void {
    if (!this.isChanged || this.isClosed) return;
    this.isChanged = false;
    this.current = bounded(this.current);
    const text = writeDocument(this.current);
    if (text === this.written) return;
    try {
      writeSafely(this.deps.store, MEMORY_KEY, text);
      this.written = text;
    } catch (error) {
      // The earlier document is still in storage; the next change tries again.
      this.report(refusalOf(error, this.deps.store));
    }
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
    this.current = emptyMemory(this.deps.seed());
    this.isChanged = false;
    this.written = undefined;
    this.sentence = undefined;
    for (const key of [MEMORY_KEY, ...SPARES]) this.remove(key);
    this.notify();
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

/**
 * Writes pending changes when the page is hidden or closed: on many sets that is the last event.
 * @returns a function that stops this
 */
export function flushOnHide(memoryStore: MemoryStore, page: Window): () => void {
  const flush = () => memoryStore.flush();
  const hide = () => {
    if (page.document.visibilityState === 'hidden') memoryStore.flush();
  };
  page.addEventListener('pagehide', flush);
  page.document.addEventListener('visibilitychange', hide);
  return () => {
    page.removeEventListener('pagehide', flush);
    page.document.removeEventListener('visibilitychange', hide);
  };
}

/** Creates a memory store on the browser's storage and the set's clock, which also writes when the page is hidden. */
export function createMemoryStore(page: Window, log?: (sentence: string) => void): MemoryStore {
  const memoryStore = new MemoryStore({
    store: browserStore(page),
    today: () => dayOf(new Date()),
    seed: () => Math.floor(Math.random() * 2 ** 32),
    ...(log ? { log } : {}),
  });
  flushOnHide(memoryStore, page);
  return memoryStore;
}
