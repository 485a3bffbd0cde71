/** Tests how a routine resumes when something in it hurt or was excluded meanwhile. */
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/catalogue/types';
import { bringBackExercise, excludeExercise } from '../../../src/session/memory/excludedExercises';
import { emptyMemory, type Memory, type SavedCheckpoint } from '../../../src/session/memory/memory';
import { answerPain, notePain } from '../../../src/session/memory/pain';
import { planRoutine } from '../../../src/session/routine/plan';
import { dropCheckpoint, noteEnd, noteProgress } from '../../../src/session/walk/progress';
import { resumePoints } from '../../../src/session/walk/resumePoint';
import { resumeSession } from '../../../src/session/walk/session';
import { realExercises } from '../../support/catalogue';

const known = realExercises();
const DAY = '2026-11-25';
const NEXT_DAY = '2026-11-26';

/** A memory with a stop at the second of three; the first was done. */
const leftAt = (id: string, ids: string[], index: number): SavedCheckpoint => ({
  routine: { id, title: 'x', items: ids.map((exercise) => ({ exercise })) },
  at: {
    routine: id,
    index,
    exercise: ids[index] as string,
    part: 'main',
    set: 1,
    repetition: 4,
    noted: {
      outcomes: ids.map((_, at) => (at < index ? 'done' : undefined)),
      finished: ids.map((_, at) => at < index),
      seconds: 60 * index,
      played: ids.map((_, at) => (at < index ? 60 : 0)),
    },
  },
  day: DAY,
});

const THREE = ['bekken-ruglig', 'brug', 'bolletje'];
const remember = (checkpoint: SavedCheckpoint): Memory => ({
  ...emptyMemory(7),
  checkpoints: [checkpoint],
});

const get = (id: string): Exercise => {
  const exercise = known.get(id);
  if (!exercise) throw new Error(`the catalogue has no ${id}`);
  return exercise;
};

/** An exercise hurts, and the patient answers the next day's question. */
function hurt(memory: Memory, id: string, answer: 'gone' | 'lasted' | 'worse'): Memory {
  const noted = notePain(memory, get(id), DAY, false);
  const [note] = noted.pain;
  return note ? answerPain(noted, note, answer, NEXT_DAY) : noted;
}

const offered = (memory: Memory) => resumePoints(memory, known, NEXT_DAY)[0];
const idsOf = (saved: SavedCheckpoint | undefined) =>
  saved?.routine.items.map(({ exercise }) => exercise);

describe.each(['today', 'own-1'])('in %s', (id) => {
  const memory = remember(leftAt(id, THREE, 1));

  it('stays as it is where nothing hurt, or where the pain went away', () => {
    expect(offered(memory)).toBe(memory.checkpoints[0]);
    expect(offered(hurt(memory, 'brug', 'gone'))).toBe(memory.checkpoints[0]);
  });

  it.each([
    'lasted',
    'worse',
  ] as const)('pain that %s leaves the exercise out, and goes on at the next', (answer) => {
    const place = offered(hurt(memory, 'brug', answer));
    expect(idsOf(place)).toEqual(['bekken-ruglig', 'bolletje']);
    expect(place?.at).toMatchObject({ index: 1, exercise: 'bolletje', set: 1, repetition: 1 });
    const planned = place && planRoutine(place.routine, known);
    const session = planned && resumeSession(id, planned, place.at);
    expect(session).toMatchObject({ index: 1, outcomes: ['done', undefined], played: [60, 0] });
  });

  it('an earlier or later one that is left out is left out, and the place stays', () => {
    const before = offered(hurt(memory, 'bekken-ruglig', 'worse'));
    expect(idsOf(before)).toEqual(['brug', 'bolletje']);
    expect(before?.at).toMatchObject({ index: 0, exercise: 'brug', repetition: 4 });
    const after = offered(hurt(memory, 'bolletje', 'lasted'));
    expect(idsOf(after)).toEqual(['bekken-ruglig', 'brug']);
    expect(after?.at).toMatchObject({ index: 1, exercise: 'brug', repetition: 4 });
  });

  it('with nothing else to do it is not offered', () => {
    const last = remember(leftAt(id, THREE, 2));
    expect(offered(hurt(last, 'bolletje', 'worse'))).toBeUndefined();
  });
});

it('an advanced one that hurt is not gone on with, until it is brought back', () => {
  const stopped = remember(leftAt('own-1', ['rug-zitbal', 'brug'], 0));
  const memory = notePain(stopped, get('rug-zitbal'), DAY, true);
  expect(resumePoints(memory, known, DAY)[0]?.at.exercise).toBe('brug');
  const back = bringBackExercise(memory, 'rug-zitbal');
  expect(resumePoints(back, known, DAY)[0]).toBe(back.checkpoints[0]);
});

it('a wish to leave it out counts in today’s routine, not in one of one’s own', () => {
  const today = excludeExercise(remember(leftAt('today', THREE, 1)), 'brug', 'own', DAY);
  expect(offered(today)?.at.exercise).toBe('bolletje');
  const own = excludeExercise(remember(leftAt('own-1', THREE, 1)), 'brug', 'own', DAY);
  expect(offered(own)).toBe(own.checkpoints[0]);
});

describe('skipped today because it hurt', () => {
  const stopped = (id: string) => remember(leftAt(id, THREE, 1));
  const at = (memory: Memory) => resumePoints(memory, known, DAY)[0];

  it('elsewhere: a routine that the app made goes on without it, one’s own has it', () => {
    const skip = (id: string) => notePain(stopped(id), get('bolletje'), DAY, true);
    expect(idsOf(at(skip('today')))).toEqual(['bekken-ruglig', 'brug']);
    expect(idsOf(at(skip('preset-bare')))).toEqual(['bekken-ruglig', 'brug']);
    expect(idsOf(at(skip('own-1')))).toEqual(THREE);
    expect(idsOf(offered(skip('today')))).toEqual(THREE);
  });

  it('in this routine itself it stays, so that the end tells of it', () => {
    const left = leftAt('today', THREE, 1);
    const { noted } = left.at;
    if (!noted) throw new Error('nothing was noted');
    const hurtAt = {
      ...left.at,
      noted: { ...noted, outcomes: ['hurt' as const, undefined, undefined] },
    };
    const memory = notePain(remember({ ...left, at: hurtAt }), get('bekken-ruglig'), DAY, true);
    expect(at(memory)).toBe(memory.checkpoints[0]);
  });
});

describe('a place for each routine', () => {
  const leave = (memory: Memory, id: string, exercise: string) =>
    noteProgress(
      memory,
      { routine: leftAt(id, [exercise], 0).routine, walk: 1, done: [] },
      leftAt(id, [exercise], 0).at,
      DAY,
    );
  const ids = (memory: Memory) => resumePoints(memory, known, DAY).map(({ routine }) => routine.id);

  it('is kept while another is left; the latest comes first', () => {
    const today = leave(emptyMemory(7), 'today', 'superman');
    const both = leave(today, 'one-brug', 'brug');
    expect(ids(both)).toEqual(['one-brug', 'today']);
    expect(ids(leave(both, 'today', 'superman'))).toEqual(['today', 'one-brug']);
    expect(ids(dropCheckpoint(both, 'one-brug'))).toEqual(['today']);
    expect(
      ids(noteEnd(both, { routine: leftAt('today', THREE, 1).routine, walk: 2, done: [] }, DAY)),
    ).toEqual(['one-brug']);
  });

  it('holds for the last five', () => {
    let memory = emptyMemory(7);
    for (let n = 1; n <= 7; n += 1) memory = leave(memory, `own-${n}`, 'brug');
    expect(ids(memory)).toEqual(['own-7', 'own-6', 'own-5', 'own-4', 'own-3']);
  });
});

it('of an exercise that no catalogue has any more nothing is offered', () => {
  const memory = remember(leftAt('own-1', ['weg', 'brug'], 0));
  expect(offered(memory)).toBeUndefined();
});
