import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withVariant } from '../../../src/catalogue/variant';
import {
  bringBackExercise,
  excludeExercise,
  isExcluded,
} from '../../../src/session/memory/excludedExercises';
import { record } from '../../../src/session/memory/history';
import {
  emptyMemory,
  type Memory,
  type PainAnswer,
  type PainNote,
} from '../../../src/session/memory/memory';
import {
  answerPain,
  isSpared,
  mayBeChosen,
  notePain,
  offersExclusion,
  openQuestions,
  postponePain,
} from '../../../src/session/memory/pain';
import { realExercises } from '../../support/catalogue';
import { anyMemory, session, TODAY } from '../../support/memory';

const exercises = realExercises();
const get = (id: string) => {
  const exercise = exercises.get(id);
  if (!exercise) throw new Error(`the catalogue has no ${id}`);
  return exercise;
};
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const empty = emptyMemory(7);
const hurt = notePain(empty, get('superman'), MONDAY, false);

/** The first question of a day. */
const openQuestion = (memory: Memory, day: string): PainNote | undefined =>
  openQuestions(memory, day)[0];

/** Answers the question of a day. */
function answered(memory: Memory, answer: PainAnswer, day: string): Memory {
  const note = openQuestion(memory, day);
  if (!note) throw new Error(`no question on ${day}`);
  return answerPain(memory, note, answer, day);
}

describe('the question', () => {
  it('is not asked on the day of the pain, but on the next, once', () => {
    expect(openQuestion(hurt, MONDAY)).toBeUndefined();
    expect(openQuestion(hurt, TUESDAY)).toEqual({ exercise: 'superman', day: MONDAY });
    expect(openQuestion(answered(hurt, 'gone', TUESDAY), TUESDAY)).toBeUndefined();
    expect(openQuestion(answered(hurt, 'unanswered', TUESDAY), '2026-12-24')).toBeUndefined();
  });

  it('put off, is asked once more on another day, and then never', () => {
    const note = openQuestion(hurt, TUESDAY) as PainNote;
    const once = postponePain(hurt, note, TUESDAY);
    expect(openQuestion(once, TUESDAY)).toBeUndefined();
    const again = openQuestion(once, TODAY);
    expect(again).toEqual({ exercise: 'superman', day: MONDAY, postponedOn: TUESDAY });
    const twice = postponePain(once, again as PainNote, TODAY);
    expect(openQuestion(twice, '2026-12-24')).toBeUndefined();
    expect(twice.pain).toMatchObject([{ answer: 'unanswered' }]);
  });

  it('comes for every exercise, the latest pain first', () => {
    const two = notePain(hurt, get('brug'), TUESDAY, true);
    const three = notePain(two, get('superman'), TUESDAY, false);
    const four = notePain(three, get('schaar'), TODAY, false);
    const asked = openQuestions(four, TODAY);
    expect(asked.map((one) => one.exercise).sort()).toEqual(['brug', 'superman']);
    expect(asked.every((one) => one.day === TUESDAY)).toBe(true);
    expect(openQuestions(four, '2026-11-26')[0]?.exercise).toBe('schaar');
  });

  it('waits until the app is used again, however long that takes', () => {
    expect(openQuestion(hurt, '2027-03-01')?.exercise).toBe('superman');
  });

  it('is one a day of pain, however often one said so', () => {
    const twice = notePain(hurt, get('superman'), MONDAY, false);
    expect(twice.pain).toHaveLength(1);
  });

  it('is about the latest pain, and its answer settles earlier days of the same exercise', () => {
    const again = notePain(
      notePain(hurt, get('brug'), TUESDAY, false),
      get('superman'),
      TUESDAY,
      false,
    );
    const first = openQuestion(again, TODAY);
    expect(first?.day).toBe(TUESDAY);
    const one = answered(again, 'gone', TODAY);
    const two = answered(one, 'gone', TODAY);
    expect(openQuestion(two, TODAY)).toBeUndefined();
  });

  it('is not asked about what is on the shelf', () => {
    expect(openQuestion(excludeExercise(hurt, 'superman', 'own', TUESDAY), TODAY)).toBeUndefined();
  });
});

describe('skipped because it hurt', () => {
  const skipped = notePain(empty, get('brug'), MONDAY, true);

  it('is told from gone on with: that day it isn’t chosen, the next day it may be', () => {
    expect(skipped.pain).toEqual([{ exercise: 'brug', day: MONDAY, skipped: true }]);
    expect(mayBeChosen(skipped, 'brug', MONDAY)).toBe(false);
    expect(mayBeChosen(skipped, 'brug', TUESDAY)).toBe(true);
    expect(mayBeChosen(skipped, 'superman', MONDAY)).toBe(true);
    expect(mayBeChosen(notePain(empty, get('brug'), MONDAY, false), 'brug', MONDAY)).toBe(true);
  });

  it('counts once it was skipped, before or after going on, and is asked about once', () => {
    const wentOn = notePain(empty, get('brug'), MONDAY, false);
    expect(notePain(wentOn, get('brug'), MONDAY, true).pain).toEqual(skipped.pain);
    expect(notePain(skipped, get('brug'), MONDAY, false).pain).toEqual(skipped.pain);
  });

  it('of an advanced one, either way puts it on the shelf', () => {
    for (const isSkipped of [true, false]) {
      const memory = notePain(empty, get('rug-zitbal'), MONDAY, isSkipped);
      expect(memory.shelf).toMatchObject([{ exercise: 'rug-zitbal', reason: 'advanced' }]);
      expect(mayBeChosen(memory, 'rug-zitbal', TUESDAY)).toBe(false);
    }
  });
});

describe('pain that lasted or got worse', () => {
  it.each<[PainAnswer, boolean]>([
    ['gone', false],
    ['unanswered', false],
    ['lasted', true],
    ['worse', true],
  ])('%s: left out of the next routine, and the shelf offered: %s', (answer, isOut) => {
    const after = answered(hurt, answer, TUESDAY);
    expect(offersExclusion(answer)).toBe(isOut);
    expect(isSpared(after, 'superman', TUESDAY)).toBe(isOut);
    expect(isSpared(after, 'superman', '2026-12-24')).toBe(isOut);
    expect(isSpared(after, 'brug', TUESDAY)).toBe(false);
    expect(after.shelf).toEqual([]);
  });

  it('spares until a routine of today without it was done, and all of that day', () => {
    const after = answered(hurt, 'lasted', TUESDAY);
    const own = record(after, session(TUESDAY, ['brug'], { routine: 'own-1' }));
    expect(isSpared(own, 'superman', TODAY)).toBe(true);
    const skipped = session(TUESDAY, ['brug']);
    skipped.exercises = skipped.exercises.map((one) => ({ ...one, ending: 'skipped' as const }));
    expect(isSpared(record(own, skipped), 'superman', TODAY)).toBe(true);
    const next = record(own, session(TUESDAY, ['brug']));
    expect(isSpared(next, 'superman', TUESDAY)).toBe(true);
    expect(isSpared(next, 'superman', TODAY)).toBe(false);
  });

  it('a routine done before the answer, on the same day, was not the next one', () => {
    const before = record(hurt, session(TUESDAY, ['brug']));
    expect(isSpared(answered(before, 'worse', TUESDAY), 'superman', TODAY)).toBe(true);
  });

  it('a routine left half-way before the answer, with the exercise in it, was not either', () => {
    const after = answered(hurt, 'worse', TUESDAY);
    expect(isSpared(record(after, session(TUESDAY, ['superman'])), 'superman', TODAY)).toBe(true);
  });
});

describe('the two advanced ones', () => {
  it.each(['rug-zitbal', 'rug-buiklig'])('%s: any pain puts it on the shelf at once', (id) => {
    const memory = notePain(empty, get(id), MONDAY, false);
    expect(memory.shelf).toEqual([{ exercise: id, since: MONDAY, reason: 'advanced' }]);
    expect(openQuestion(memory, TUESDAY)).toBeUndefined();
    expect(isExcluded(bringBackExercise(memory, id), id)).toBe(false);
    expect(openQuestion(bringBackExercise(memory, id), TUESDAY)).toBeUndefined();
  });

  it('a harder variant of one counts as that one', () => {
    const memory = notePain(empty, withVariant(get('rug-buiklig'), 'beide-benen'), MONDAY, false);
    expect(isExcluded(memory, 'rug-buiklig')).toBe(true);
  });
});

describe('the shelf', () => {
  it('holds an exercise once, from its first day; pain outweighs a wish', () => {
    const wish = excludeExercise(empty, 'brug', 'own', MONDAY);
    expect(excludeExercise(wish, 'brug', 'own', TUESDAY)).toBe(wish);
    const pain = excludeExercise(wish, 'brug', 'pain', TUESDAY);
    expect(pain.shelf).toEqual([{ exercise: 'brug', since: MONDAY, reason: 'pain' }]);
    expect(excludeExercise(pain, 'brug', 'own', TUESDAY)).toBe(pain);
    expect(bringBackExercise(pain, 'brug')).toEqual(empty);
    expect(bringBackExercise(empty, 'brug')).toBe(empty);
  });
});

it('a clock put back: the question waits for the day after the next session, not for a year', () => {
  const yearEarlier = '2025-11-25';
  expect(openQuestion(hurt, yearEarlier)).toBeUndefined();
  const done = record(hurt, session(yearEarlier, ['brug']));
  expect(openQuestion(done, yearEarlier)).toBeUndefined();
  expect(openQuestion(done, '2025-11-26')?.exercise).toBe('superman');
  // A question that was postponed on a wrong later day does not stay postponed for a year.
  const put = postponePain(hurt, hurt.pain[0] as PainNote, TUESDAY);
  const later = record(put, session(yearEarlier, ['brug']));
  expect(openQuestion(later, '2025-11-26')?.exercise).toBe('superman');
  // The clock is right again on the same evening: the question comes, since the pain's day has passed.
  expect(openQuestion(done, TUESDAY)?.exercise).toBe('superman');
});

it('a session over midnight moves no note', () => {
  const late = record(notePain(empty, get('brug'), TUESDAY, false), session(MONDAY, ['brug']));
  expect(openQuestion(late, TUESDAY)).toBeUndefined();
});

it('for any memory: never of the same day, never twice, and no dose or history changes', () => {
  fc.assert(
    fc.property(anyMemory([...exercises.values()]), (memory) => {
      let now = memory;
      const asked = new Set<string>();
      for (;;) {
        const note = openQuestion(now, TODAY);
        if (!note) break;
        expect(note.day < TODAY).toBe(true);
        const key = `${note.exercise} ${note.day}`;
        expect(asked.has(key)).toBe(false);
        asked.add(key);
        now = answerPain(now, note, 'worse', TODAY);
        expect(isSpared(now, note.exercise, TODAY)).toBe(true);
      }
      expect(now).toEqual({ ...memory, pain: now.pain });
      expect(now.pain).toHaveLength(memory.pain.length);
    }),
    { numRuns: 300 },
  );
});
