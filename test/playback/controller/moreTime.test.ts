/** Tests that the patient can make a preparation, a rest or a change of sides longer. */
import { expect, it } from 'vitest';
import { isWait } from '../../../src/catalogue/phases';
import { canTakeTime, moreTime } from '../../../src/playback/controller/moreTime';
import { NO_EXTRA_TIME, planRoutine, timelineOf } from '../../../src/session/routine/plan';
import { FPS } from '../../../src/timeline/types';
import { bridge, FILMED, sidePlank } from '../../support/exercises';

const plan = (exercise = bridge()) => {
  const [planned] = planRoutine(
    { id: 'r', title: 'r', items: [{ exercise: exercise.id }] },
    new Map([[exercise.id, exercise]]),
  );
  if (!planned) throw new Error('nothing is planned');
  return planned;
};

it('grows the preparation by ten seconds, up to five minutes', () => {
  const planned = { ...plan(), preparationSeconds: 20 };
  const at = { stage: 'preparation', time: 4, timeline: timelineOf(planned, 1) } as const;
  expect(moreTime(planned, at, NO_EXTRA_TIME)).toEqual({ preparation: 10, rests: [] });
  const longest = { preparation: 280, rests: [] };
  expect(moreTime(planned, at, { preparation: 270, rests: [] })).toEqual(longest);
  expect(moreTime(planned, at, longest)).toBeUndefined();
});

it.each([
  ['rest', bridge({ sets: 3 })],
  ['switch', sidePlank()],
] as const)('grows the %s that plays by ten seconds, and no other wait', (phase, exercise) => {
  const planned = plan(exercise);
  const timeline = timelineOf(planned, 1);
  const wait = timeline.segments.find((one) => one.phase === phase && isWait(one));
  if (!wait) throw new Error(`there is no ${phase}`);
  const at = { stage: 'rest', time: wait.startFrame / FPS + 2, timeline } as const;
  const extra = moreTime(planned, at, NO_EXTRA_TIME);
  if (!extra) throw new Error('there is no more time');
  const longer = timelineOf(planned, 1, extra);
  expect(longer.frames - timeline.frames).toBe(10 * FPS);
  const grown = longer.segments.find((one) => one.phase === phase && isWait(one));
  expect((grown?.runFrames ?? 0) - wait.runFrames).toBe(10 * FPS);
  const twice = moreTime(planned, { ...at, timeline: longer }, extra);
  expect(twice && timelineOf(planned, 1, twice).frames - timeline.frames).toBe(20 * FPS);
});

it('grows no rest beyond five minutes', () => {
  const planned = plan(bridge({ restSeconds: 295 }));
  const timeline = timelineOf(planned, 1);
  const wait = timeline.segments.find(({ phase, atEase }) => phase === 'rest' && !atEase);
  const at = { stage: 'rest', time: (wait?.startFrame ?? 0) / FPS, timeline } as const;
  expect(moreTime(planned, at, NO_EXTRA_TIME)).toBeUndefined();
});

it('a film keeps its rests, and has a longer preparation', () => {
  const planned = plan(FILMED);
  expect(canTakeTime(planned, 'rest')).toBe(false);
  expect(canTakeTime(planned, 'preparation')).toBe(true);
  expect(canTakeTime(plan(), 'rest')).toBe(true);
  expect(canTakeTime(plan(), 'exercise')).toBe(false);
});
