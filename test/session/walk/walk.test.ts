import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRoutine } from '../../../src/session/routine/plan';
import { beginSession, doneOf } from '../../../src/session/walk/session';
import {
  beginWalk,
  isInterrupted,
  isRunning,
  stageOf,
  step,
  type Walk,
  type WalkEvent,
  type WalkRules,
} from '../../../src/session/walk/walk';
import { bridge, cycling, sidePlank } from '../../support/exercises';

const exercises = new Map([bridge(), sidePlank(), cycling()].map((one) => [one.id, one]));
const planned = planRoutine(
  { id: 'r', title: 'r', items: [...exercises.keys()].map((exercise) => ({ exercise })) },
  exercises,
);
const begin = (paused = false) => beginWalk(beginSession('r', planned), { paused });
const run = (events: WalkEvent[], from = begin(), rules: WalkRules = {}) =>
  events.reduce((walk, event) => step(walk, event, rules), from);
const WAITS: WalkRules = { waitForMe: true };
const COUNTS: WalkRules = { resumeCounts: 3 };

const EXERCISE: WalkEvent = { kind: 'reached', stage: 'exercise' };
const RUNS_OUT: WalkEvent = { kind: 'reached', stage: 'preparation', runsOut: true };

it('goes from preparation through exercise and rest to the next, until all are done', () => {
  const stages: string[] = [];
  let walk = begin();
  for (let n = 0; n < 3; n += 1) {
    stages.push(walk.stage);
    for (const stage of ['exercise', 'rest', 'exercise', 'next'] as const) {
      walk = step(walk, { kind: 'reached', stage });
      stages.push(walk.stage);
    }
    walk = step(walk, { kind: 'ended' });
  }
  expect(stages).toEqual(
    Array(3).fill(['preparation', 'exercise', 'rest', 'exercise', 'next']).flat(),
  );
  expect(walk).toMatchObject({ stage: 'done', session: { outcomes: ['done', 'done', 'done'] } });
  expect(isRunning(walk)).toBe(false);
});

it.each([
  ['prepare', false, 'preparation'],
  ['move', false, 'exercise'],
  ['hold', false, 'exercise'],
  ['return', false, 'exercise'],
  ['rest', true, 'exercise'],
  ['rest', false, 'rest'],
  ['switch', false, 'rest'],
  ['done', false, 'next'],
] as const)('while %s plays (at ease: %s) it is %s', (phase, atEase, stage) => {
  expect(stageOf(phase, atEase)).toBe(stage);
});

it('OK starts, pauses and resumes', () => {
  const started = run([{ kind: 'ok' }]);
  expect(started).toMatchObject({ stage: 'exercise', pause: 'running' });
  const paused = step(started, { kind: 'ok' });
  expect([paused.pause, isRunning(paused)]).toEqual(['paused', false]);
  expect(step(paused, { kind: 'ok' }).pause).toBe('running');
  expect(step(begin(true), { kind: 'ok' })).toMatchObject({
    stage: 'preparation',
    pause: 'running',
  });
});

describe('a count-in', () => {
  const going = (events: WalkEvent[], from?: Walk) => run(events, from, COUNTS);
  const COUNTED: WalkEvent = { kind: 'counted' };
  const paused = going([EXERCISE, { kind: 'ok' }]);

  it('comes after a pause in mid-exercise: one OK, three counts, on', () => {
    let walk = step(paused, { kind: 'ok' }, COUNTS);
    for (const left of [3, 2, 1]) {
      expect([walk.pause, walk.countIn, isRunning(walk)]).toEqual(['running', left, false]);
      walk = step(walk, COUNTED, COUNTS);
    }
    expect([walk.pause, walk.countIn, isRunning(walk)]).toEqual(['running', 0, true]);
    expect(step(walk, COUNTED, COUNTS)).toBe(walk);
  });

  it('comes after a dialog, and where a routine is taken up again', () => {
    const asked = going([EXERCISE, { kind: 'interrupt', reason: 'menu' }]);
    expect(step(asked, { kind: 'resume' }, COUNTS)).toMatchObject({ pause: 'running', countIn: 3 });
    const resumed = beginWalk(beginSession('r', planned), { stage: 'exercise' }, COUNTS);
    expect(resumed).toMatchObject({ pause: 'running', countIn: 3 });
  });

  it.each([
    'preparation',
    'rest',
    'next',
  ] as const)('comes not in a %s, which is counted', (stage) => {
    const walk: Walk = { ...begin(true), stage };
    expect(step(walk, { kind: 'ok' }, COUNTS)).toMatchObject({ pause: 'running', countIn: 0 });
    expect(beginWalk(beginSession('r', planned), { stage }, COUNTS).countIn).toBe(0);
  });

  it.each<WalkEvent>([
    { kind: 'ok' },
    { kind: 'halt' },
    { kind: 'interrupt', reason: 'hurts' },
    { kind: 'next' },
    { kind: 'leave' },
  ])('ends at $kind', (event) => {
    expect(going([{ kind: 'ok' }, event], paused).countIn).toBe(0);
  });
});

it('a dialog has the only say, and one over another leads back to before both', () => {
  const paused = run([EXERCISE, { kind: 'ok' }]);
  const standing = run(
    [{ kind: 'interrupt', reason: 'menu' }, { kind: 'ok' }, { kind: 'interrupt', reason: 'hurts' }],
    paused,
  );
  expect(isInterrupted(standing)).toBe(true);
  expect(standing.pause).toBe('hurts');
  expect(step(standing, { kind: 'resume' }).pause).toBe('paused');
  expect(step(paused, { kind: 'resume' })).toBe(paused);
});

it('it hurts: noted, and on to the next or on with this one', () => {
  const skipped = run([
    EXERCISE,
    { kind: 'interrupt', reason: 'hurts' },
    { kind: 'hurts', skip: true },
  ]);
  expect(skipped).toMatchObject({ pause: 'running', session: { index: 1 } });
  expect(skipped.session.outcomes[0]).toBe('hurt');
  const gone = run([
    EXERCISE,
    { kind: 'interrupt', reason: 'hurts' },
    { kind: 'hurts', skip: false },
  ]);
  expect(gone).toMatchObject({ pause: 'running', stage: 'exercise', session: { index: 0 } });
  const ended = step(gone, { kind: 'ended' });
  expect(ended.session).toMatchObject({ index: 1, finished: [true, false, false] });
  expect(doneOf(ended.session)[0]?.ending).toBe('doneHurt');
});

it('previous, next and repeat each begin anew', () => {
  const second = run([EXERCISE, { kind: 'next' }]);
  expect(second).toMatchObject({ stage: 'preparation', begun: 2, session: { index: 1 } });
  const again = step({ ...second, stage: 'exercise' }, { kind: 'repeat' });
  expect(again).toMatchObject({ stage: 'preparation', begun: 3, session: { index: 1 } });
  const back = step(again, { kind: 'previous' });
  expect(back).toMatchObject({
    begun: 4,
    session: { index: 0, outcomes: [undefined, undefined, undefined] },
  });
});

describe('wait for me', () => {
  it('stands at the end of the preparation, or when a movement shows too soon', () => {
    for (const event of [RUNS_OUT, EXERCISE]) {
      const waiting = run([event], begin(), WAITS);
      expect(waiting).toMatchObject({ waiting: true, stage: 'preparation', pause: 'running' });
      expect(isRunning(waiting)).toBe(false);
      const started = step(waiting, { kind: 'ok' }, WAITS);
      expect(isRunning(started)).toBe(true);
      // A last frame of the preparation may come late.
      expect(run([RUNS_OUT, EXERCISE], started, WAITS)).toMatchObject({
        waiting: false,
        stage: 'exercise',
      });
    }
  });

  it('is asked of every exercise, and only where it is wished', () => {
    const second = run(
      [RUNS_OUT, { kind: 'ok' }, EXERCISE, { kind: 'ended' }, RUNS_OUT],
      begin(),
      WAITS,
    );
    expect(second).toMatchObject({ waiting: true, session: { index: 1 } });
    expect(run([RUNS_OUT, EXERCISE])).toMatchObject({ waiting: false, stage: 'exercise' });
  });
});

it('whatever is pressed whenever: never lost, never before the start or past the end', () => {
  const event: fc.Arbitrary<WalkEvent> = fc.oneof(
    fc.constantFrom<WalkEvent>(
      { kind: 'ok' },
      { kind: 'moreTime' },
      { kind: 'resume' },
      { kind: 'next' },
      { kind: 'previous' },
      { kind: 'repeat' },
      { kind: 'ended' },
      { kind: 'interrupt', reason: 'menu' },
      { kind: 'interrupt', reason: 'hurts' },
      { kind: 'hurts', skip: true },
      { kind: 'hurts', skip: false },
      { kind: 'played', seconds: 3 },
      RUNS_OUT,
    ),
    fc
      .constantFrom('preparation', 'exercise', 'rest', 'next')
      .map((stage): WalkEvent => ({ kind: 'reached', stage: stage as 'next' })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), fc.boolean(), (events, waitForMe) => {
      let walk: Walk = begin();
      let seconds = 0;
      const hurt = new Set<number>();
      for (const one of events) {
        const before = walk;
        walk = step(walk, one, { waitForMe, resumeCounts: 3 });
        if (before.stage === 'done') {
          expect(walk).toBe(before);
          continue;
        }
        if (one.kind === 'played') seconds += 3;
        if (one.kind === 'hurts') hurt.add(before.session.index);
        expect(walk.session.index).toBeGreaterThanOrEqual(0);
        expect(walk.stage === 'done').toBe(walk.session.index >= planned.length);
        if (walk.waiting) expect([waitForMe, walk.stage]).toEqual([true, 'preparation']);
        // No key that interrupts moves the patient on.
        if (one.kind === 'interrupt') expect(isRunning(walk)).toBe(false);
      }
      for (const place of hurt) expect(walk.session.outcomes[place]).toBe('hurt');
      expect(doneOf(walk.session).reduce((sum, one) => sum + one.seconds, 0)).toBe(seconds);
      expect(step({ ...walk, isLeft: true }, { kind: 'ok' }).isLeft).toBe(true);
    }),
    { numRuns: 500 },
  );
});
