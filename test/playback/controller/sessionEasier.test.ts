/** Tests that an exercise which hurts goes on in its easier way, in the same place of the routine. */
import { beforeEach, expect, it } from 'vitest';
import type { Exercise } from '../../../src/catalogue/types';
import { timeOfRepetition } from '../../../src/timeline/position';
import { bridge, sidePlank } from '../../support/exercises';
import { begin, conduct, player, players, summary, told, view } from './running';

beforeEach(begin);

const WALL = {
  id: 'muur',
  number: 25,
  kind: 'easier',
  title: 'Muur',
  text: 'Tegen de muur.',
} as const;
const known = new Map<string, Exercise>([
  ['brug', { ...bridge(), variants: [WALL] }],
  ['zijplank', sidePlank()],
]);
const routine = {
  id: 'today',
  title: 'Vandaag',
  items: [{ exercise: 'nowhere' }, { exercise: 'brug' }, { exercise: 'zijplank' }],
};
const start = (from?: Parameters<typeof conduct>[0], how = routine) =>
  conduct(from, how, false, known, 0, { resumeCounts: 3 });

/** Plays until the middle of a repetition, and presses "dit doet pijn". */
function hurtingIn(repetition: number, set = 1) {
  const controller = start();
  controller.ok();
  player().go(timeOfRepetition(player().timeline, { part: 'main', set, repetition }) + 3);
  controller.interrupt('hurts');
  return controller;
}

it('stands still at the start of the same repetition until OK, in the variant', () => {
  const controller = hurtingIn(4);
  controller.easier();
  expect(view()).toMatchObject({
    exercise: { id: 'brug', variant: 'muur' },
    index: 0,
    pause: 'paused',
    overlay: { phase: 'move', repetition: 4 },
  });
  expect(view().exercise.instruction.slice(-1)).toEqual(['Tegen de muur.']);
  expect(player().running).toBe(false);
  controller.ok();
  expect(view()).toMatchObject({ pause: 'running', countIn: 3 });
});

it('notes the pain as gone on, and the variant as done', () => {
  const controller = hurtingIn(2);
  controller.easier();
  expect(told[told.length - 1]?.done).toMatchObject([{ exercise: 'brug', variant: 'muur' }]);
  controller.ok();
  player().end();
  player().end();
  expect(summary?.outcomes[0]).toMatchObject({ outcome: 'hurt', finished: true });
  expect(summary?.done?.[0]).toMatchObject({ variant: 'muur', ending: 'doneHurt' });
});

it('has the whole preparation again where it has not begun', () => {
  const controller = start();
  player().go(12);
  controller.interrupt('hurts');
  controller.easier();
  expect(player().mediaTime).toBe(0);
  expect(view()).toMatchObject({
    exercise: { variant: 'muur' },
    pause: 'running',
    overlay: { phase: 'prepare', number: 20 },
  });
});

it('goes on resting, from the start of the rest', () => {
  const controller = start();
  controller.ok();
  player().go(timeOfRepetition(player().timeline, { part: 'main', set: 2, repetition: 1 }) + 5);
  controller.interrupt('hurts');
  controller.easier();
  expect(view()).toMatchObject({
    exercise: { variant: 'muur' },
    pause: 'running',
    overlay: { phase: 'rest', number: 20 },
  });
});

it('resumes in the variant after a power cut', () => {
  const controller = hurtingIn(4);
  expect(controller.routine).toBe(routine);
  controller.easier();
  expect(controller.routine.items).toEqual([
    { exercise: 'brug', variant: 'muur' },
    { exercise: 'zijplank' },
  ]);
  const { checkpoint, routine: now } = controller;
  begin();
  start(checkpoint, now);
  expect(view()).toMatchObject({
    exercise: { variant: 'muur' },
    overlay: { phase: 'move', repetition: 4 },
  });
});

it('of a harder variant is the exercise itself, with the doses of the patient', () => {
  const item = {
    exercise: 'brug',
    variant: 'muur',
    doses: [{ sets: 1, reps: 8, holdCounts: 3, sides: 'none' as const, restSeconds: 20 }],
  };
  known.set('brug', { ...bridge(), variants: [{ ...WALL, kind: 'harder' }] });
  const controller = start(undefined, { ...routine, items: [item] });
  expect(view().exercise.variant).toBe('muur');
  controller.interrupt('hurts');
  controller.easier();
  expect(view()).toMatchObject({ exercise: { level: 'basic' }, overlay: { repetitions: 8 } });
  expect(view().exercise.variant).toBeUndefined();
  known.set('brug', { ...bridge(), variants: [WALL] });
});

it('goes on as it is where there is none', () => {
  const controller = start();
  controller.next();
  controller.interrupt('hurts');
  const opened = players.length;
  controller.easier();
  expect(players).toHaveLength(opened);
  expect(view()).toMatchObject({ exercise: { id: 'zijplank' }, pause: 'running' });
});
