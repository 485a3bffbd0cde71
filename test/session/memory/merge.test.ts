import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_DOCUMENT_CHARACTERS,
  readDocument,
  writeDocument,
} from '../../../src/session/memory/document';
import { excludeExercise } from '../../../src/session/memory/excludedExercises';
import { record } from '../../../src/session/memory/history';
import { emptyMemory, type Memory } from '../../../src/session/memory/memory';
import { mergeMemories } from '../../../src/session/memory/merge';
import { notePain } from '../../../src/session/memory/pain';
import {
  addItem,
  createRoutine,
  deleteRoutine,
  MAX_ROUTINES,
  rename,
} from '../../../src/session/routine/routines';
import { noteProgress } from '../../../src/session/walk/progress';
import { bridge } from '../../support/exercises';
import { anyMemory, done, session, TODAY } from '../../support/memory';

const empty = emptyMemory(7);
const made = (memory: Memory, name: string) => createRoutine(memory, name).memory;
const base = made(empty, 'Ochtend');
const titles = ({ routines }: Memory) => routines.map(({ title }) => title);

/** As a set reads it: all entries have their fields in one order. */
const read = (memory: Memory) => readDocument(writeDocument(memory), 1).memory;

describe('one window changed nothing', () => {
  it('the other one’s memory counts, whatever it is', () => {
    fc.assert(
      fc.property(anyMemory([bridge()]), anyMemory([bridge()]), (one, other) => {
        const [before, after] = [read(one), read(other)];
        expect(mergeMemories(before, before, after)).toEqual(after);
        expect(mergeMemories(before, after, before)).toEqual(after);
        expect(mergeMemories(before, after, after)).toEqual(after);
      }),
    );
  });
});

describe('both windows changed something', () => {
  it('a routine made in each under one id: both are there, this window’s under another id', () => {
    const mine = addItem(made(base, 'Mijn'), 'own-2', { exercise: 'brug' });
    const walked = noteProgress(
      mine,
      { routine: mine.routines[1] as Memory['routines'][0], walk: 3, done: [done('brug')] },
      { routine: 'own-2', index: 0, exercise: 'brug', part: 'main', set: 1, repetition: 2 },
      TODAY,
    );
    const merged = mergeMemories(base, walked, made(base, 'Hun'));
    expect(titles(merged)).toEqual(['Ochtend', 'Hun', 'Mijn']);
    expect(merged.routines.map(({ id }) => id)).toEqual(['own-1', 'own-2', 'own-3']);
    expect(merged.checkpoints[0]).toMatchObject({
      routine: { id: 'own-3' },
      at: { routine: 'own-3' },
    });
    expect(merged.history[0]?.routine).toBe('own-3');
  });

  it('one routine: its name from one, the exercises of both', () => {
    const mine = addItem(base, 'own-1', { exercise: 'brug' });
    const theirs = addItem(rename(base, 'own-1', 'Vroeg'), 'own-1', { exercise: 'fietsen' });
    expect(mergeMemories(base, mine, theirs).routines).toEqual([
      { id: 'own-1', title: 'Vroeg', items: [{ exercise: 'brug' }, { exercise: 'fietsen' }] },
    ]);
  });

  it('deleted in one and changed in the other stays; deleted in one alone goes', () => {
    const gone = deleteRoutine(base, 'own-1');
    const changed = addItem(base, 'own-1', { exercise: 'brug' });
    const other = made(base, 'Avond');
    expect(titles(mergeMemories(base, gone, changed))).toEqual(['Ochtend']);
    expect(titles(mergeMemories(base, changed, gone))).toEqual(['Ochtend']);
    expect(titles(mergeMemories(base, gone, other))).toEqual(['Avond']);
    expect(titles(mergeMemories(base, other, gone))).toEqual(['Avond']);
  });

  it('the last routine made in each: none is lost, and a document holds them', () => {
    let full = empty;
    for (let n = 1; n < MAX_ROUTINES; n += 1) full = made(full, `Routine ${n}`);
    const merged = mergeMemories(full, made(full, 'Mijn'), made(full, 'Hun'));
    expect(merged.routines).toHaveLength(MAX_ROUTINES + 1);
    const { memory, problem } = readDocument(writeDocument(merged), 1);
    expect(problem).toBeUndefined();
    expect(memory.routines).toEqual(merged.routines);
  });

  it('settings, one by one; where both chose, this window’s', () => {
    const set = (more: Partial<Memory['settings']>): Memory => ({
      ...base,
      settings: { ...base.settings, ...more },
    });
    const merged = mergeMemories(
      base,
      set({ minutes: 15, harder: true }),
      set({ minutes: 5, language: 'fr' }),
    );
    expect(merged.settings).toEqual({
      ...base.settings,
      minutes: 15,
      harder: true,
      language: 'fr',
    });
  });

  it('sessions of both, a walk that goes on once, and the seed of the first', () => {
    const begun = record(base, session(TODAY, ['brug'], { walk: 4 }));
    const mine = record(begun, session(TODAY, ['brug', 'fietsen'], { walk: 4 }));
    const theirs = record(begun, session(TODAY, ['kat'], { walk: 900 }));
    const { history } = mergeMemories(begun, mine, { ...theirs, seed: 9 });
    expect(history.map(({ exercises, walk }) => [walk, exercises.length])).toEqual([
      [4, 2],
      [900, 1],
    ]);
    expect(mergeMemories(begun, mine, { ...theirs, seed: 9 }).seed).toBe(9);
  });

  it('pain of both; of one note what each knows; pain as a reason outweighs a wish', () => {
    const noted = notePain(base, bridge(), TODAY, false);
    const mine = excludeExercise(notePain(noted, bridge(), TODAY, true), 'kat', 'own', TODAY);
    const answered: Memory = {
      ...excludeExercise(noted, 'kat', 'pain', TODAY),
      pain: noted.pain.map((one) => ({ ...one, answer: 'gone', answeredOn: TODAY })),
    };
    const merged = mergeMemories(noted, mine, answered);
    expect(merged.pain).toEqual([
      { exercise: 'brug', day: TODAY, skipped: true, answer: 'gone', answeredOn: TODAY },
    ]);
    expect(merged.shelf).toEqual([{ exercise: 'kat', since: TODAY, reason: 'pain' }]);
  });

  it('“another choice”: the later day, and on one day the higher number', () => {
    const asked = (day: string, times: number): Memory => ({ ...base, another: { day, times } });
    expect(mergeMemories(base, asked(TODAY, 2), asked('2026-11-24', 5)).another?.times).toBe(2);
    expect(mergeMemories(base, asked(TODAY, 2), asked(TODAY, 3)).another?.times).toBe(3);
  });

  it('whatever both did, each one’s own entries are there and a document holds the result', () => {
    const exercises = [bridge()];
    fc.assert(
      fc.property(anyMemory(exercises), anyMemory(exercises), anyMemory(exercises), (...three) => {
        const [before, mine, theirs] = three.map(read) as [Memory, Memory, Memory];
        const merged = mergeMemories(before, mine, theirs);
        const text = JSON.stringify(merged.history);
        for (const { history } of [mine, theirs]) {
          const isOld = (one: object) =>
            before.history.some((old) => JSON.stringify(old) === JSON.stringify(one));
          for (const one of history.filter((each) => each.routine !== 'own-1' && !isOld(each)))
            expect(text).toContain(JSON.stringify(one));
        }
        const written = writeDocument(merged);
        expect(written.length).toBeLessThanOrEqual(MAX_DOCUMENT_CHARACTERS);
        expect(readDocument(written, 1).problem).toBeUndefined();
        expect(new Set(merged.routines.map(({ id }) => id)).size).toBe(merged.routines.length);
      }),
    );
  });
});
