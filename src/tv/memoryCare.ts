/** What a memory store needs only after the first page is drawn. It is in the second script (`src/secondScript.ts`). */
import { readDocument, writeDocument } from '../session/memory/document';
import type { Memory } from '../session/memory/memory';
import { mergeMemories } from '../session/memory/merge';
import { settleDays } from '../session/memory/settleDays';
import { MEMORY_KEY } from './storage';
import { startClock } from './watchClock';

/**
 * Merges the memory of this window with what another one wrote.
 * @param known the stored text with which both began; null where there was none
 * @returns the merged memory; `isMore` where it holds more than the other window's
 */
function mergeTexts(
  known: string | null,
  current: Memory,
  theirs: Memory,
): { memory: Memory; isMore: boolean } {
  // All three are read from a text, so that equal entries are equal as text too.
  const base = readDocument(known, current.seed).memory;
  const mine = readDocument(writeDocument(current), current.seed).memory;
  const memory = mergeMemories(base, mine, theirs);
  return { memory, isMore: JSON.stringify(memory) !== JSON.stringify(theirs) };
}

/** What a window does when another one wrote or erased the memory. */
interface Follower {
  takeIn(): void;
  erasedElsewhere(): void;
}

/**
 * Follows other windows of the app on the same storage: takes in what they write, and forgets what they erase.
 * @returns a function that stops this
 */
function followOthers(memoryStore: Follower, page: Window): () => void {
  const heed = ({ key, newValue }: StorageEvent) => {
    // Without a key the whole storage was emptied.
    if (key !== null && key !== MEMORY_KEY) return;
    if (newValue === null) memoryStore.erasedElsewhere();
    else memoryStore.takeIn();
  };
  page.addEventListener('storage', heed);
  return () => page.removeEventListener('storage', heed);
}

export const memoryCare = { followOthers, mergeTexts, settleDays, startClock };

export type MemoryCare = typeof memoryCare;
