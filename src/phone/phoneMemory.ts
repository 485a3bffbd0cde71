/**
 * What the phone remembers of its visitor: the television's own document, with the same rules about pain. A
 * visitor who reports no pain and changes no sound leaves nothing on the phone.
 */
import { type Day, emptyMemory, type Memory } from '../session/memory/memory';
import { dayOf } from '../tv/calendar';
import { createMemoryStore } from '../tv/createMemoryStore';
import { memoryCare } from '../tv/memoryCare';
import type { MemoryStore } from '../tv/memoryStore';
import { browserStore, MEMORY_KEY } from '../tv/storage';

export class PhoneMemory {
  private readonly nothing = emptyMemory(0);
  /** Undefined while the phone remembers nothing: the store writes as soon as it is made. */
  private store: MemoryStore | undefined;

  /** @param log receives sentences about a storage that refuses */
  constructor(private readonly log: (sentence: string) => void) {
    if (this.hasDocument()) this.store = this.open();
  }

  get memory(): Memory {
    return this.store?.memory ?? this.nothing;
  }

  get isEmpty(): boolean {
    return this.store === undefined;
  }

  today(): Day {
    return this.store?.today() ?? dayOf(new Date());
  }

  /** Changes the memory; where the function changes nothing, nothing is stored. */
  change(f: (memory: Memory) => Memory): void {
    if (f(this.memory) === this.memory) return;
    const store = this.store ?? this.open();
    this.store = store;
    store.change(f);
    store.flush();
  }

  erase(): void {
    this.store?.erase();
    this.store = undefined;
  }

  private open(): MemoryStore {
    const store = createMemoryStore(window, this.log, '../version.json');
    store.take(memoryCare);
    return store;
  }

  private hasDocument(): boolean {
    try {
      return browserStore(window).read(MEMORY_KEY) !== null;
    } catch {
      // A storage that refuses has nothing to read; a change is then lost at the end.
      return false;
    }
  }
}
