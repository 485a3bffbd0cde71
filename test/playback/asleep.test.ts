/** Standby in the midst of an exercise: the place is kept, the decoder freed, and one goes on. */
import { beforeEach, describe, expect, it } from 'vitest';
import { RoutineConductor } from '../../src/playback/conductor';
import type { Checkpoint, ConductorView } from '../../src/playback/conductor.types';
import { repetitionAt, timeOfRepetition } from '../../src/timeline/position';
import { FPS } from '../../src/timeline/types';
import { bridge } from '../support/exercises';
import { FakePlayer } from '../support/fakePlayer';

let players: FakePlayer[];
let views: ConductorView[];
let checkpoints: Checkpoint[];
let heard: string[];

const player = () => players[players.length - 1] as FakePlayer;
const view = () => views[views.length - 1] as ConductorView;

function begin(waitForMe = false): RoutineConductor {
  return new RoutineConductor(
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
        left: () => heard.push('left'),
      },
    },
    {
      view: (one) => views.push(one),
      ended: () => {},
      checkpoint: (at) => checkpoints.push(at),
    },
  );
}

/** Media time in the midst of a hold, two repetitions in. */
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
    const conductor = begin();
    player().go(inHold());
    conductor.sleep();
    expect(players.map(({ state }) => state)).toEqual(['closed']);
    expect(checkpoints[checkpoints.length - 1]).toMatchObject({ set: 1, repetition: 3 });
    expect(view().pause).toBe('paused');
    expect(heard.slice(-2)).toEqual(['standing', 'left']);
  });

  it('comes back at the beginning of the same repetition, paused; OK goes on', () => {
    const conductor = begin();
    const time = inHold();
    player().go(time);
    const { timeline } = player();
    conductor.sleep();
    conductor.wake();
    expect(players).toHaveLength(2);
    const from = timeOfRepetition(timeline, repetitionAt(timeline, time));
    expect(from).toBeLessThan(time);
    expect(player().opened).toMatchObject({ from, paused: true });
    expect(view()).toMatchObject({ pause: 'paused', overlay: { repetition: 3, set: 1 } });
    conductor.ok();
    expect(player().state).toBe('playing');
    expect(view().pause).toBe('running');
  });

  it('twice in a row is once; waking without having slept does nothing', () => {
    const conductor = begin();
    conductor.wake();
    expect(players).toHaveLength(1);
    player().go(inHold());
    conductor.sleep();
    conductor.sleep();
    conductor.wake();
    conductor.wake();
    expect(players).toHaveLength(2);
    expect(view().overlay.repetition).toBe(3);
  });

  it('what was paused stays paused', () => {
    const conductor = begin();
    player().go(inHold());
    conductor.ok();
    conductor.ok();
    player().go(inHold() + 1);
    conductor.ok();
    expect(view().pause).toBe('paused');
    conductor.sleep();
    conductor.wake();
    expect(view().pause).toBe('paused');
  });

  it('a question that was open stays open, and its answer leads to a pause', () => {
    const conductor = begin();
    player().go(inHold());
    conductor.stand('leaving');
    conductor.sleep();
    conductor.wake();
    expect(view().pause).toBe('leaving');
    conductor.resume();
    expect(view().pause).toBe('paused');
    expect(player().state).toBe('paused');
  });

  it('in the preparation it begins anew, and is waited for again', () => {
    const conductor = begin(true);
    player().go(1);
    conductor.sleep();
    conductor.wake();
    expect(player().opened).toMatchObject({ from: 0, paused: true });
    conductor.ok();
    expect(view()).toMatchObject({ pause: 'running', overlay: { phase: 'prepare' } });
    const first = player().timeline.segments.find(({ phase }) => phase !== 'prepare');
    player().go(((first?.startFrame ?? 0) - 1) / FPS);
    expect(view().waiting).toBe(true);
  });

  it('leaving while asleep gives the place; nothing wakes after it', () => {
    const conductor = begin();
    player().go(inHold());
    conductor.sleep();
    expect(conductor.leave()).toMatchObject({ set: 1, repetition: 3 });
    conductor.wake();
    expect(players).toHaveLength(1);
  });
});
