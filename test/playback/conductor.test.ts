import { beforeEach, describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/catalogue/types';
import { RoutineConductor } from '../../src/playback/conductor';
import type { Checkpoint, ConductorView, SessionSummary } from '../../src/playback/conductor.types';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from '../../src/playback/player';
import { timeOfRepetition } from '../../src/timeline/position';
import { FPS, type Timeline } from '../../src/timeline/types';
import { bridge, cycling, sidePlank } from '../support/exercises';

/** A player that goes where the test tells it. */
class FakePlayer implements Player {
  state: PlayerState = 'closed';
  mediaTime = 0;
  timeline!: Timeline;
  running = false;
  constructor(
    readonly kind: 'video' | 'clock',
    readonly events: PlayerEvents,
  ) {}
  open(timeline: Timeline, { from = 0, paused = false }: OpenOptions = {}) {
    this.timeline = timeline;
    this.running = !paused;
    this.go(from);
    this.become(paused ? 'paused' : 'playing');
  }
  play() {
    this.running = true;
    this.become('playing');
  }
  pause() {
    this.running = false;
    this.become('paused');
  }
  seek(time: number) {
    this.go(time);
  }
  close() {
    this.running = false;
    this.become('closed');
  }
  go(time: number) {
    this.mediaTime = time;
    this.events.frame(time);
  }
  end() {
    this.go((this.timeline.frames - 1) / FPS);
    this.become('ended');
  }
  become(state: PlayerState) {
    this.state = state;
    this.events.state(state);
  }
}

const exercises = new Map<string, Exercise>(
  [bridge(), sidePlank(), cycling()].map((one) => [one.id, one]),
);
const ROUTINE = {
  id: 'today',
  title: 'Vandaag',
  items: [
    { exercise: 'brug' },
    { exercise: 'nowhere' },
    { exercise: 'zijplank' },
    { exercise: 'fietsen' },
  ],
};

let players: FakePlayer[];
let views: ConductorView[];
let summary: SessionSummary | undefined;
let log: string[];
let withVideo: string[];

const player = () => players[players.length - 1] as FakePlayer;
const view = () => views[views.length - 1] as ConductorView;

function conduct(from?: Checkpoint, routine = ROUTINE) {
  const make = (kind: 'video' | 'clock', events: PlayerEvents) => {
    const made = new FakePlayer(kind, events);
    players.push(made);
    return made;
  };
  return new RoutineConductor(
    {
      routine,
      exercises,
      video: (exercise, _, events) =>
        withVideo.includes(exercise.id) ? make('video', events) : undefined,
      clock: (events) => make('clock', events),
      log: (sentence) => log.push(sentence),
      ...(from ? { from } : {}),
    },
    {
      view: (one) => views.push(one),
      ended: (one) => {
        summary = one;
      },
    },
  );
}

beforeEach(() => {
  players = [];
  views = [];
  log = [];
  summary = undefined;
  withVideo = ['brug', 'zijplank', 'fietsen'];
});

it('walks through the routine by itself, leaving out what no longer exists', () => {
  conduct();
  expect(view()).toMatchObject({ index: 0, count: 3, picture: 'video', pause: 'running' });
  expect(view().next?.id).toBe('zijplank');
  player().end();
  expect(view().exercise.id).toBe('zijplank');
  player().end();
  player().end();
  expect(summary?.outcomes.map((one) => [one.exercise.id, one.outcome])).toEqual([
    ['brug', 'done'],
    ['zijplank', 'done'],
    ['fietsen', 'done'],
  ]);
});

it('gives a change from standing to the floor 20 s, the same position 5 s', () => {
  conduct();
  expect(view().overlay).toMatchObject({ phase: 'prepare', number: 20 });
  player().end();
  expect(view().overlay).toMatchObject({ phase: 'prepare', number: 5 });
});

describe('OK', () => {
  it('starts sooner in the preparation, then pauses, then resumes', () => {
    const conductor = conduct();
    conductor.ok();
    expect(view().overlay.phase).toBe('move');
    conductor.ok();
    expect(view().pause).toBe('paused');
    expect(player().running).toBe(false);
    conductor.ok();
    expect(view().pause).toBe('running');
    expect(player().running).toBe(true);
  });
});

describe('an arrow', () => {
  it('gives ten seconds more in the preparation, as often as wanted', () => {
    const conductor = conduct();
    player().go(4);
    conductor.arrow(1);
    expect(view().overlay.number).toBe(26);
    conductor.arrow(-1);
    expect(view().overlay.number).toBe(36);
  });

  it('changes the pace in mid-repetition and stays in it; the next exercise keeps the pace', () => {
    const conductor = conduct();
    const at = timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 3 });
    player().go(at + 1);
    conductor.arrow(-1);
    expect(view()).toMatchObject({ pace: 0.75, overlay: { phase: 'move', repetition: 3 } });
    expect(player().timeline.pace).toBe(0.75);
    player().end();
    expect(player().timeline.pace).toBe(0.75);
  });

  it('stops at the ends of the scale', () => {
    const conductor = conduct();
    conductor.ok();
    for (let n = 0; n < 9; n += 1) conductor.arrow(1);
    expect(view().pace).toBe(1.25);
    const opened = players.length;
    conductor.arrow(1);
    expect(players).toHaveLength(opened);
  });

  it('keeps a paused exercise paused', () => {
    const conductor = conduct();
    conductor.ok();
    conductor.ok();
    conductor.arrow(1);
    expect(player().running).toBe(false);
    expect(view().pause).toBe('paused');
  });
});

describe('it hurts', () => {
  it('stands still at once, and skipping notes it and moves on', () => {
    const conductor = conduct();
    conductor.ok();
    conductor.stand('hurts');
    expect(player().running).toBe(false);
    conductor.hurts(true);
    expect(view()).toMatchObject({ index: 1, pause: 'running' });
    expect(view().stretches[0]?.outcome).toBe('hurt');
  });

  it('going on anyway is noted too', () => {
    const conductor = conduct();
    conductor.ok();
    conductor.stand('hurts');
    conductor.hurts(false);
    expect(player().running).toBe(true);
    player().end();
    player().end();
    player().end();
    expect(summary?.outcomes[0]).toMatchObject({ outcome: 'hurt', finished: true });
  });
});

it('a dialog leaves a paused exercise paused when it closes, and other keys have no say in it', () => {
  const conductor = conduct();
  conductor.ok();
  conductor.ok();
  conductor.stand('leaving');
  conductor.ok();
  conductor.arrow(1);
  expect(view()).toMatchObject({ pause: 'leaving', pace: 1 });
  conductor.resume();
  expect(view().pause).toBe('paused');
});

describe('previous, next, repeat', () => {
  it('next skips, previous does it again', () => {
    const conductor = conduct();
    conductor.next();
    expect(view().stretches[0]?.outcome).toBe('skipped');
    conductor.previous();
    expect(view()).toMatchObject({ index: 0 });
    expect(view().stretches[0]?.outcome).toBeUndefined();
  });

  it('repeat begins the exercise again from its preparation', () => {
    const conductor = conduct();
    player().go(50);
    conductor.repeat();
    expect(view()).toMatchObject({ index: 0, overlay: { phase: 'prepare' } });
  });

  it('skipping them all ends the session', () => {
    const conductor = conduct();
    for (let n = 0; n < 3; n += 1) conductor.next();
    expect(summary?.outcomes.every((one) => one.outcome === 'skipped')).toBe(true);
    conductor.next();
    conductor.previous();
    conductor.ok();
    expect(() => conductor.leave()).not.toThrow();
  });
});

describe('when video fails', () => {
  it('the clock takes over at the same moment, and the session goes on', () => {
    conduct();
    player().go(33);
    player().events.failed('brug: fragment 3 is garbage');
    expect(view()).toMatchObject({ picture: 'poster', index: 0 });
    expect(player()).toMatchObject({ kind: 'clock', mediaTime: 33, running: true });
    expect(log).toEqual(['brug: fragment 3 is garbage']);
    player().end();
    expect(view()).toMatchObject({ picture: 'video', index: 1 });
  });

  it('an exercise without clips runs on the clock from the start', () => {
    withVideo = [];
    conduct();
    expect(view().picture).toBe('poster');
    expect(player().kind).toBe('clock');
  });
});

describe('a checkpoint', () => {
  it('names the repetition, and leads back to it, paused', () => {
    const first = conduct();
    first.next();
    const right = player().timeline.segments.find(
      (one) => one.side === 'right' && one.phase === 'hold',
    );
    player().go((right?.startFrame ?? 0) / FPS);
    const checkpoint = first.leave();
    expect(checkpoint).toEqual({
      routine: 'today',
      index: 1,
      exercise: 'zijplank',
      part: 'main',
      set: 1,
      repetition: 1,
      side: 'right',
      noted: {
        outcomes: ['skipped', undefined, undefined],
        finished: [false, false, false],
        seconds: expect.any(Number),
      },
    });
    expect(player().state).toBe('closed');

    conduct(checkpoint);
    expect(view()).toMatchObject({ index: 1, pause: 'paused', overlay: { side: 'right' } });
    expect(player().running).toBe(false);
  });

  it('of an exercise that left the routine begins the routine', () => {
    const gone = {
      routine: 'today',
      index: 2,
      exercise: 'gone',
      part: 'main',
      set: 1,
      repetition: 4,
    };
    conduct(gone);
    expect(view()).toMatchObject({ index: 0, pause: 'running' });
  });
});

it('hears nothing from a player it has left', () => {
  const conductor = conduct();
  const old = player();
  conductor.next();
  const { index } = view();
  old.events.state('ended');
  old.events.failed('late');
  old.events.frame(3);
  expect(view().index).toBe(index);
  conductor.leave();
  const count = views.length;
  player().events.frame(9);
  expect(views).toHaveLength(count);
});

it('counts the seconds that were played, not those jumped over', () => {
  conduct();
  for (let n = 0; n <= 90; n += 1) player().go(n / FPS);
  player().go(100);
  for (let n = 0; n < 2; n += 1) player().end();
  player().end();
  expect(summary?.seconds).toBeCloseTo(3, 1);
});

it('refuses a routine without a known exercise, in a sentence', () => {
  expect(() =>
    conduct(undefined, { id: 'x', title: 'x', items: [{ exercise: 'nowhere' }] }),
  ).toThrow('routine x: holds no known exercise');
});
