/** Keeps the memory on the set: reads it once, writes it when it changed, loses nothing on the way. */

import { bounded, readDocument, writeDocument } from '../session/memory/document';
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

/** Why something is not remembered, or was not found again. */
export type StorageTrouble = Refusal | 'corrupt' | 'foreign' | 'newer';

/** For the log, which says nothing of what is remembered. */
const TROUBLES: Record<StorageTrouble, string> = {
  refused: 'The set refuses to keep anything',
  full: 'The set has no room to keep anything',
  corrupt: 'What was kept is damaged: what is sound of it goes on',
  foreign: 'What was kept is not of this app: it is begun anew',
  newer: 'What was kept is of a newer app: it is begun anew',
};

/** Where documents that could not be read are kept beside; when all are taken, the last gives way. */
const SPARES = ['beweeg-mee.spare', 'beweeg-mee.spare-2', 'beweeg-mee.spare-3'] as const;

/** What a memory store works with. */
export interface MemoryStoreDeps {
  store: TextStore;
  /** The calendar day where the set stands. */
  today(): Day;
  /** Whole, 0 to 2^32 - 1, another one at every call. */
  seed(): number;
  /** Writes later, so that several changes at one moment are one write. */
  later?(write: () => void): void;
  /** One sentence for the log. */
  log?(sentence: string): void;
}

/** The one who remembers. Storage that fails costs the memory, never the app. */
export class MemoryStore {
  private current: Memory;
  private readonly listeners = new Set<() => void>();
  /** In the order in which they came; the first `told` of them have been told. */
  private readonly troubles: StorageTrouble[] = [];
  private told = 0;
  /** The sentence about the document that could not be read as it was. */
  private sentence: string | undefined;
  /** What stands in storage may still be needed: nothing is written over it. */
  private isClosed = false;
  private isChanged = false;
  private isWaiting = false;
  private written: string | undefined;

  constructor(private readonly deps: MemoryStoreDeps) {
    let text: string | null = null;
    try {
      text = deps.store.read(MEMORY_KEY);
    } catch (error) {
      // There may be a document that can't be read now.
      this.isClosed = true;
      this.report(refusalOf(error, deps.store));
    }
    // Without storage the seed is the same at every start, and so today's routine is.
    const { memory, problem } = readDocument(text, this.isClosed ? 0 : deps.seed());
    this.current = memory;
    if (problem && text !== null) {
      this.sentence = problem.sentence;
      this.report(problem.kind);
      this.keepBeside(text);
    }
    this.written = problem ? undefined : (text ?? undefined);
    // A new seed must be the same at the next start, and an older document becomes one of today.
    if (writeDocument(memory) !== text) this.schedule();
  }

  get memory(): Memory {
    return this.current;
  }

  /** What is wrong with storage now, told or not. */
  get trouble(): StorageTrouble | undefined {
    return this.troubles[this.troubles.length - 1];
  }

  /** What to tell the patient, each trouble once. `why` names the place in a document. */
  tell(): StorageTrouble | undefined {
    const trouble = this.troubles[this.told];
    if (trouble) this.told += 1;
    return trouble;
  }

  /** One sentence that names the place in the document that could not be read; for the notice. */
  get why(): string | undefined {
    return this.sentence;
  }

  today(): Day {
    return this.deps.today();
  }

  /** @param f gives the memory as it should be; the same one where nothing changes */
  change(f: (memory: Memory) => Memory): void {
    const next = f(this.current);
    if (next === this.current) return;
    this.current = next;
    this.schedule();
    this.notify();
  }

  /** @returns ends the listening */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Writes at once what is not yet written: the app may end now. */
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
      // What was written before still stands there; the next change tries again.
      this.report(refusalOf(error, this.deps.store));
    }
  }

  /** The whole memory as the text of a file. */
  exportText(): string {
    return writeDocument(this.current);
  }

  /** Takes a file's memory instead of this one. Where anything in it is wrong, nothing changes. */
  importText(text: string): { ok: true } | { ok: false; sentence: string } {
    const { memory, problem } = readDocument(text, this.deps.seed());
    if (problem) return { ok: false, sentence: problem.sentence };
    this.change(() => memory);
    this.flush();
    return { ok: true };
  }

  /** Forgets everything, spares too. */
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
    // Not the sentence: it repeats what stands in the document.
    this.deps.log?.(TROUBLES[trouble]);
  }

  /** Keeps a document that could not be read; where there is no room, it stays where it is. */
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

/** Writes when the page is hidden or left: on a set that is often the last word. @returns ends it */
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

/** A memory store over the browser's storage and the set's clock, written on hide too. */
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
