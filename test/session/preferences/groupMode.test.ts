/** Tests what makes a set lead a group: its own setting, its address, or its centre. */
import { describe, expect, it } from 'vitest';
import { NO_CENTRE } from '../../../src/session/centre/centre';
import { groupModeOf } from '../../../src/session/preferences/groupMode';
import { planRoutine } from '../../../src/session/routine/plan';
import { restingFor } from '../../../src/session/walk/group';
import { realExercises } from '../../support/catalogue';

const inGroup = { ...NO_CENTRE, startIn: 'group' as const };
const goesOn = { ...inGroup, group: { movesOn: true } };
const notAllowed = { ...inGroup, modes: ['home'] as const };

describe('a set', () => {
  it.each([
    [undefined, NO_CENTRE, false, undefined],
    [undefined, NO_CENTRE, true, 'waits'],
    ['no', NO_CENTRE, true, 'waits'],
    ['goesOn', NO_CENTRE, false, 'goesOn'],
    [undefined, inGroup, false, 'waits'],
    [undefined, goesOn, false, 'goesOn'],
    ['no', goesOn, false, undefined],
    ['waits', goesOn, false, 'waits'],
    ['waits', notAllowed, true, undefined],
  ] as const)('that is set to %s, centre %#, by address %s: %s', (own, centre, byAddress, mode) => {
    expect(groupModeOf(own, centre, byAddress)).toBe(mode);
  });
});

describe('a centre’s rests', () => {
  const exercises = realExercises();
  const routine = {
    id: 'own-1',
    title: 'x',
    items: [
      { exercise: 'brug', variant: 'armen-gekruist' },
      { exercise: 'fietsen' },
      { exercise: 'gone' },
    ],
  };
  const rests = (seconds: number) =>
    planRoutine(restingFor(routine, exercises, seconds), exercises).map(({ exercise }) =>
      exercise.parts.map(({ dose }) => dose.restSeconds),
    );

  it('stand where there is a rest, and nothing else changes', () => {
    const before = planRoutine(routine, exercises);
    const after = planRoutine(restingFor(routine, exercises, 45), exercises);
    expect(after.map(({ item }) => item.exercise)).toEqual(before.map(({ item }) => item.exercise));
    expect(rests(45)[0]).toEqual([45]);
    const without = (all: typeof before) =>
      all.map(({ exercise }) =>
        exercise.parts.map(({ dose: { restSeconds: _, ...dose } }) => dose),
      );
    expect(without(after)).toEqual(without(before));
  });

  it('are never left out', () => {
    expect(rests(0)[0]).toEqual([1]);
  });
});
