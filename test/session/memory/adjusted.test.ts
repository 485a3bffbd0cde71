import { expect, it } from 'vitest';
import { adjust, adjustedItem, MAX_ADJUSTED } from '../../../src/session/memory/adjusted';
import { readDocument, writeDocument } from '../../../src/session/memory/document';
import { emptyMemory } from '../../../src/session/memory/memory';
import { mergeMemories } from '../../../src/session/memory/merge';

const empty = emptyMemory(7);
const easier = { exercise: 'brug', variant: 'muur' };

it('an exercise as the patient adjusted it is kept, replaced, and given back to the brochure', () => {
  const once = adjust(empty, easier);
  expect(adjustedItem(once, 'brug')).toEqual(easier);
  expect(adjustedItem(once, 'kat')).toBeUndefined();
  const other = adjust(once, { exercise: 'brug', variant: 'gekruist' });
  expect(other.adjusted).toEqual([{ exercise: 'brug', variant: 'gekruist' }]);
  expect(adjust(other, { exercise: 'brug' }).adjusted).toEqual([]);
  expect(adjust(empty, { exercise: 'brug' })).toBe(empty);
});

it('a document holds it, and one of an earlier build has none', () => {
  const once = adjust(empty, easier);
  expect(readDocument(writeDocument(once), 1)).toEqual({ memory: once });
  const { adjusted: _, ...earlier } = empty;
  const text = JSON.stringify({ app: 'beweeg-mee', ...earlier });
  expect(readDocument(text, 1)).toEqual({ memory: empty });
});

it('the latest are kept, and what two windows adjusted is there in both', () => {
  let memory = empty;
  for (let n = 0; n <= MAX_ADJUSTED; n += 1)
    memory = adjust(memory, { exercise: `oefening-${n}`, variant: 'x' });
  expect(memory.adjusted).toHaveLength(MAX_ADJUSTED);
  expect(adjustedItem(memory, 'oefening-0')).toBeUndefined();
  const merged = mergeMemories(
    empty,
    adjust(empty, easier),
    adjust(empty, { exercise: 'kat', variant: 'y' }),
  );
  expect(merged.adjusted.map(({ exercise }) => exercise)).toEqual(['kat', 'brug']);
});
