import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMemory, type Memory } from '../../../src/session/memory/memory';
import {
  addItem,
  createRoutine,
  deleteRoutine,
  duplicateRoutine,
  freeName,
  isFull,
  isOwn,
  MAX_ITEMS,
  MAX_NAME,
  MAX_ROUTINES,
  moveItem,
  NAMES,
  removeItem,
  rename,
  restoreItem,
  restoreRoutine,
  setItem,
} from '../../../src/session/routine/routines';
import nl from '../../../static/texts/nl.json';

const empty = emptyMemory(7);
const of = (memory: Memory, id: string) => memory.routines.find((one) => one.id === id);
const names = (memory: Memory, id: string) => of(memory, id)?.items.map((one) => one.exercise);

/** A memory with one routine of these exercises. */
function routine(...exercises: string[]): { memory: Memory; id: string } {
  const made = createRoutine(empty, NAMES[0] as string);
  const memory = exercises.reduce(
    (sum, exercise) => addItem(sum, made.id, { exercise }),
    made.memory,
  );
  return { memory, id: made.id };
}

it('suggests names that the language file has', () => {
  expect(NAMES.filter((key) => !(key in nl))).toEqual([]);
});

it('is made, named, filled, put in order and changed, and the old memory stays as it was', () => {
  const { id, memory } = routine('brug', 'superman', 'zijplank');
  expect(id).toBe('own-1');
  expect(names(moveItem(memory, id, 2, -1), id)).toEqual(['brug', 'zijplank', 'superman']);
  expect(names(moveItem(memory, id, 0, 1), id)).toEqual(['superman', 'brug', 'zijplank']);
  expect(names(removeItem(memory, id, 1), id)).toEqual(['brug', 'zijplank']);
  const item = { exercise: 'brug', variant: 'armen-gekruist' };
  expect(of(setItem(memory, id, 0, item), id)?.items[0]).toEqual(item);
  expect(of(rename(memory, id, '  Voor het slapen '), id)?.title).toBe('Voor het slapen');
  expect(of(rename(memory, id, 'x'.repeat(99)), id)?.title).toHaveLength(MAX_NAME);
  expect(names(memory, id)).toEqual(['brug', 'superman', 'zijplank']);
});

it('never takes the id of one that is gone: what was done of it, or left halfway, is not its own', () => {
  const routineOf = (id: string) => ({ id, title: 'x', items: [] });
  const at = { routine: 'own-4', index: 0, exercise: 'brug', part: 'main', set: 1, repetition: 2 };
  const left = { routine: routineOf('own-4'), at, day: '2026-11-25' };
  const record = { day: '2026-11-25', routine: 'own-2', exercises: [] };
  const memory = { ...empty, routines: [routineOf('own-1')], history: [record] };
  expect(createRoutine(memory, 'x').id).toBe('own-3');
  expect(duplicateRoutine({ ...memory, checkpoints: [left] }, 'own-1').id).toBe('own-5');
});

it('a wish that means nothing changes nothing', () => {
  const { id, memory } = routine('brug', 'superman');
  expect(moveItem(memory, id, 0, -1)).toBe(memory);
  expect(moveItem(memory, id, 1, 1)).toBe(memory);
  expect(removeItem(memory, id, 2)).toBe(memory);
  expect(setItem(memory, id, -1, { exercise: 'x' })).toBe(memory);
  expect(addItem(memory, 'own-9', { exercise: 'x' })).toBe(memory);
  expect(rename(memory, id, '   ')).toBe(memory);
  expect(deleteRoutine(memory, 'own-9')).toBe(memory);
});

describe('a copy', () => {
  it('comes right after the first, and is another routine', () => {
    const { id, memory } = routine('brug');
    const two = createRoutine(memory, 'Twee');
    const copy = duplicateRoutine(two.memory, id);
    expect(copy.memory.routines.map((one) => one.id)).toEqual(['own-1', 'own-3', 'own-2']);
    expect(names(removeItem(copy.memory, copy.id, 0), id)).toEqual(['brug']);
  });

  it('of a preset becomes one of one’s own', () => {
    const preset = {
      id: 'preset-start',
      title: 'routine.preset.start',
      items: [{ exercise: 'brug' }],
    };
    const copy = duplicateRoutine(empty, preset);
    expect(of(copy.memory, copy.id)).toEqual({ ...preset, id: 'own-1' });
  });

  it('of nothing is refused in a sentence', () => {
    expect(() => duplicateRoutine(empty, 'own-4')).toThrow('routines: has none with id "own-4"');
  });
});

it('deleting can be undone, at its place, also when its number was given away meanwhile', () => {
  const one = routine('brug');
  const two = createRoutine(one.memory, 'Twee');
  const gone = deleteRoutine(two.memory, 'own-1');
  const first = one.memory.routines[0];
  if (!first) throw new Error('no routine was made');
  expect(restoreRoutine(gone, first, 0)).toEqual(two.memory);
  const again = createRoutine(deleteRoutine(one.memory, 'own-1'), 'Nieuw').memory;
  expect(restoreRoutine(again, first, 0).routines.map(({ id }) => id)).toEqual(['own-2', 'own-1']);
});

it('has bounds, told in a sentence', () => {
  let memory: Memory = empty;
  for (let n = 0; n < MAX_ROUTINES; n += 1) memory = createRoutine(memory, 'x').memory;
  expect(isFull(memory)).toBe(true);
  expect(() => createRoutine(memory, 'x')).toThrow('routines: holds 10 already; delete one first');
  expect(() => duplicateRoutine(memory, 'own-1')).toThrow('routines: holds 10 already');
  for (let n = 0; n < MAX_ITEMS + 3; n += 1)
    memory = addItem(memory, 'own-2', { exercise: 'brug' });
  expect(of(memory, 'own-2')?.items).toHaveLength(MAX_ITEMS);
});

it('after any wishes: ids are own and once each, bounds hold, nothing throws but a full list', () => {
  const wish = fc.record({
    kind: fc.constantFrom('make', 'copy', 'delete', 'add', 'remove', 'up', 'down', 'name'),
    at: fc.integer({ min: 0, max: 12 }),
    place: fc.integer({ min: -2, max: 25 }),
  });
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      let memory: Memory = empty;
      for (const { at, kind, place } of wishes) {
        const id = memory.routines[at]?.id ?? 'own-99';
        if (kind === 'make' && !isFull(memory)) memory = createRoutine(memory, 'x').memory;
        if (kind === 'copy' && !isFull(memory) && id !== 'own-99') {
          memory = duplicateRoutine(memory, id).memory;
        }
        if (kind === 'delete') memory = deleteRoutine(memory, id);
        if (kind === 'add') memory = addItem(memory, id, { exercise: `e${place}` });
        if (kind === 'remove') memory = removeItem(memory, id, place);
        if (kind === 'up') memory = moveItem(memory, id, place, -1);
        if (kind === 'down') memory = moveItem(memory, id, place, 1);
        if (kind === 'name') memory = rename(memory, id, `naam ${place}`);
      }
      const ids = memory.routines.map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every(isOwn)).toBe(true);
      expect(ids.length).toBeLessThanOrEqual(MAX_ROUTINES);
      expect(memory.routines.every((one) => one.items.length <= MAX_ITEMS)).toBe(true);
    }),
  );
});

describe('a free name', () => {
  const at = (n: number) => (n === 1 ? 'Avond, kopie' : `Avond, kopie ${n}`);
  it.each([
    [[], 'Avond, kopie'],
    [['Avond', 'Avond, kopie'], 'Avond, kopie 2'],
    [['Avond, kopie', 'Avond, kopie 2'], 'Avond, kopie 3'],
    [['Avond, kopie 2'], 'Avond, kopie'],
  ])('beside %j it is %s', (taken, expected) => expect(freeName(taken, at)).toBe(expected));
});

it('an item that was taken out comes back at its place, with its dose; a full routine stays', () => {
  let memory = createRoutine(emptyMemory(1), 'x').memory;
  for (const exercise of ['a', 'b', 'c']) memory = addItem(memory, 'own-1', { exercise });
  const out = removeItem(memory, 'own-1', 1);
  const back = restoreItem(out, 'own-1', 1, { exercise: 'b', variant: 'v' });
  expect(back.routines[0]?.items.map(({ exercise }) => exercise)).toEqual(['a', 'b', 'c']);
  expect(back.routines[0]?.items[1]?.variant).toBe('v');
  for (let n = 3; n < MAX_ITEMS; n += 1) memory = addItem(memory, 'own-1', { exercise: 'd' });
  expect(restoreItem(memory, 'own-1', 0, { exercise: 'e' })).toBe(memory);
});
