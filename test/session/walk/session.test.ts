import { expect, it } from 'vitest';
import { changePace, PACES } from '../../../src/session/routine/pace';
import { planRoutine, routineSeconds } from '../../../src/session/routine/plan';
import { preparationSeconds } from '../../../src/session/routine/preparation';
import {
  beginSession,
  finishExercise,
  isOver,
  noteHurt,
  previousExercise,
} from '../../../src/session/walk/session';
import { compileTimeline } from '../../../src/timeline/compile';
import { bridge, cycling, sidePlank } from '../../support/exercises';

it.each([
  [undefined, 'supine', 20],
  [undefined, 'sitting', 12],
  ['supine', 'supine', 5],
  ['supine', 'prone', 12],
  ['standing', 'supine', 20],
  ['kneeling', 'standing', 20],
  ['sitting', 'standing', 12],
] as const)('from %s to %s takes %s s', (before, next, seconds) => {
  expect(preparationSeconds(before, next)).toBe(seconds);
});

it('every pace shows half-second steps on whole frames', () => {
  for (const pace of PACES) expect(Number.isInteger(60 / pace)).toBe(true);
  expect(changePace(1, 1)).toBe(1.25);
  expect(changePace(1.25, 1)).toBe(1.25);
  expect(changePace(PACES[0], -1)).toBe(PACES[0]);
});

it('a routine lasts as long as its timelines with their preparations', () => {
  const exercises = new Map([bridge(), sidePlank(), cycling()].map((one) => [one.id, one]));
  const items = [{ exercise: 'brug' }, { exercise: 'zijplank' }];
  const seconds =
    compileTimeline(bridge(), { preparationSeconds: 20 }).frames / 30 +
    compileTimeline(sidePlank(), { preparationSeconds: 5 }).frames / 30;
  expect(routineSeconds({ id: 'r', title: 'r', items }, exercises)).toBeCloseTo(seconds, 6);
});

it('a session notes outcomes, and a note of pain outlasts the rest', () => {
  const exercises = new Map([bridge(), sidePlank()].map((one) => [one.id, one]));
  const planned = planRoutine(
    { id: 'r', title: 'r', items: [{ exercise: 'brug' }, { exercise: 'zijplank' }] },
    exercises,
  );
  let session = beginSession('r', planned);
  session = finishExercise(noteHurt(session), 'done');
  expect(session.outcomes).toEqual(['hurt', undefined]);
  session = previousExercise(session);
  expect(session).toMatchObject({ index: 0, outcomes: ['hurt', undefined] });
  session = finishExercise(finishExercise(session, 'skipped'), 'done');
  expect(session.outcomes).toEqual(['hurt', 'done']);
  expect(isOver(session)).toBe(true);
});
