/**
 * Tests standby in the middle of an exercise: the app keeps the place, frees the decoder, and later goes on.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionView } from '../../../src/playback/controller/controller';
import { SessionController } from '../../../src/playback/controller/sessionController';
import type { Checkpoint } from '../../../src/session/walk/checkpoint';
import { repetitionAt, timeOfRepetition } from '../../../src/timeline/position';
import { FPS } from '../../../src/timeline/types';
import { bridge } from '../../support/exercises';
import { FakePlayer } from '../../support/fakePlayer';

let players: FakePlayer[];
let views: SessionView[];
let checkpoints: Checkpoint[];
let heard: string[];

const player = () => players[players.length - 1] as FakePlayer;
const view = () => views[views.length - 1] as SessionView;

function begin(waitForMe = false): SessionController {
  return new SessionController(
    {
      routine: { id: 'today', title: '', items: [{ exercise: 'brug' }, { exercise: 'brug' }] },
      exercises: new Map([['brug', bridge()]]),
      video: () => undefined,
      clock(events) {
        players.push(new FakePlayer('clock', events));
        return player();
      },
      waitForMe,
      listener: {
        moment: ({ running }) => heard.push(running ? 'running' : 'standing'),
        stopped: () => heard.push('left'),
      },
    },
    {
      view: (one) => views.push(one),
      ended: () => {},
      checkpoint: (at) => checkpoints.push(at),
    },
  );
}

/** Media time in the middle of a hold, after two repetitions. */
function inHold(): number {
  const { timeline } = player();
  const hold = timeline.segments.find(
    ({ phase, repetition }) => phase === 'hold' && repetition === 3,
  );
  if (!hold) throw new Error('no third repetition');
  return (hold.startFrame + 10) / FPS;
}

beforeEach(() => {
  players = [];
  views = [];
  checkpoints = [];
  heard = [];
});

describe('standby', () => {
  it('keeps the place, stops, and closes the player', () => {
    const controller = begin();
    player().go(inHold());
    controller.sleep();
    expect(players.map(({ state }) => state)).toEqual(['closed']);
    expect(checkpoints[checkpoints.length - 1]).toMatchObject({ set: 1, repetition: 3 });
    expect(view().pause).toBe('paused');
    expect(heard.slice(-2)).toEqual(['standing', 'left']);
  });

  it('comes back at the beginning of the same repetition, paused; OK goes on', () => {
    const controller = begin();
    const time = inHold();
    player().go(time);
    const { timeline } = player();
    controller.sleep();
    controller.wake();
    expect(players).toHaveLength(2);
    const from = timeOfRepetition(timeline, repetitionAt(timeline, time));
    expect(from).toBeLessThan(time);
    expect(player().opened).toMatchObject({ from, paused: true });
    expect(view()).toMatchObject({ pause: 'paused', overlay: { repetition: 3, set: 1 } });
    controller.ok();
    expect(player().state).toBe('playing');
    expect(view().pause).toBe('running');
  });

  it('twice in a row is once; waking without having slept does nothing', () => {
    const controller = begin();
    controller.wake();
    expect(players).toHaveLength(1);
    player().go(inHold());
    controller.sleep();
    controller.sleep();
    controller.wake();
    controller.wake();
    expect(players).toHaveLength(2);
    expect(view().overlay.repetition).toBe(3);
  });

  it('what was paused stays paused', () => {
    const controller = begin();
    player().go(inHold());
    controller.ok();
    controller.ok();
    player().go(inHold() + 1);
    controller.ok();
    expect(view().pause).toBe('paused');
    controller.sleep();
    controller.wake();
    expect(view().pause).toBe('paused');
  });

  it('a question that was open stays open, and its answer leads to a pause', () => {
    const controller = begin();
    player().go(inHold());
    controller.interrupt('leaving');
    controller.sleep();
    controller.wake();
    expect(view().pause).toBe('leaving');
    controller.resume();
    expect(view().pause).toBe('paused');
    expect(player().state).toBe('paused');
  });

  it('in the preparation it begins anew, and is waited for again', () => {
    const controller = begin(true);
    player().go(1);
    controller.sleep();
    controller.wake();
    expect(player().opened).toMatchObject({ from: 0, paused: true });
    controller.ok();
    expect(view()).toMatchObject({ pause: 'running', overlay: { phase: 'prepare' } });
    const first = player().timeline.segments.find(({ phase }) => phase !== 'prepare');
    player().go(((first?.startFrame ?? 0) - 1) / FPS);
    expect(view().waiting).toBe(true);
  });

  it('leaving while asleep gives the place; nothing wakes after it', () => {
    const controller = begin();
    player().go(inHold());
    controller.sleep();
    expect(controller.leave()).toMatchObject({ set: 1, repetition: 3 });
    controller.wake();
    expect(players).toHaveLength(1);
  });
});
