/** Tests that every key that counts at a moment, by the table, changes something in the session. */
import { beforeEach, describe, expect, it } from 'vitest';
import { GROUP_KEYS, meaningsNow, SOLO_KEYS } from '../../src/app/playerKeys';
import type { Phase } from '../../src/catalogue/phases';
import type { SessionControls } from '../../src/playback/controller/controller';
import { FPS } from '../../src/timeline/types';
import { begin, conduct, player, players, summary, view } from '../playback/controller/running';

beforeEach(begin);

/** Plays from the preparation until a phase. */
function goTo(phase: Phase) {
  const { segments } = player().timeline;
  const found = segments.find((one) => one.phase === phase);
  if (!found) throw new Error(`there is no ${phase}`);
  player().go((found.startFrame + 2) / FPS);
  expect(view().overlay.phase).toBe(phase);
}

/** Brings a session into a state. */
const STATES: Record<string, (session: SessionControls) => void> = {
  preparation: () => {},
  exercise: () => goTo('hold'),
  rest: () => goTo('rest'),
  'a change of sides': (session) => {
    session.next();
    goTo('switch');
  },
  'before the next': () => goTo('done'),
};

/** Everything that a key could change. */
const seen = () => {
  const { index, pace, pause, waiting } = view();
  const { frames } = player().timeline;
  return JSON.stringify({
    index,
    pace,
    pause,
    waiting,
    frames,
    at: player().mediaTime,
    summary,
    of: players.length,
  });
};

const moment = (session: SessionControls) => ({ ...view(), workStep: session.workStep });

describe.each([
  ['solo', SOLO_KEYS],
  ['group', GROUP_KEYS],
] as const)('%s', (_, table) => {
  const cases = Object.keys(STATES).flatMap((state) => [
    [state, false] as const,
    [state, true] as const,
  ]);

  it.each(cases)('%s, paused: %s', (state, isPaused) => {
    const lead = () => {
      begin();
      const session = conduct();
      STATES[state]?.(session);
      if (isPaused) pauseIn(session);
      return session;
    };
    const counting = meaningsNow(table, moment(lead()));
    expect(counting.length).toBeGreaterThan(4);
    for (const { does, id } of counting) {
      if (typeof does === 'string') continue;
      const session = lead();
      const before = seen();
      does(session);
      expect(seen(), id).not.toBe(before);
    }
  });
});

/** Pauses with OK. In a preparation OK would start the exercise, so standby pauses that. */
function pauseIn(session: SessionControls) {
  const { phase } = view().overlay;
  if (phase === 'prepare') {
    session.sleep();
    session.wake();
  } else session.ok();
  expect(view()).toMatchObject({ pause: 'paused', overlay: { phase } });
}

it('waiting for OK: it goes on', () => {
  const lead = () => {
    begin();
    const session = conduct(undefined, undefined, true);
    const { segments } = player().timeline;
    const first = segments.find(({ phase }) => phase !== 'prepare');
    player().go((first?.startFrame ?? 0) / FPS);
    expect(view().waiting).toBe(true);
    return session;
  };
  for (const table of [SOLO_KEYS, GROUP_KEYS]) {
    for (const { does, id } of meaningsNow(table, moment(lead()))) {
      if (typeof does === 'string') continue;
      const session = lead();
      const before = seen();
      does(session);
      expect(seen(), id).not.toBe(before);
    }
  }
});

it('while a question is open nothing counts but its buttons', () => {
  const session = conduct();
  for (const reason of ['hurts', 'leaving', 'menu'] as const) {
    session.interrupt(reason);
    expect(meaningsNow(SOLO_KEYS, moment(session))).toEqual([]);
    session.resume();
  }
});
