import { beforeEach, describe, expect, it } from 'vitest';
import { withFilm } from '../../src/catalogue/filmed';
import type { Exercise } from '../../src/catalogue/types';
import { RoutineConductor } from '../../src/playback/conductor';
import type { Checkpoint, ConductorView, SessionSummary } from '../../src/playback/conductor.types';
import type { OpenOptions, Player, PlayerEvents, PlayerState } from '../../src/playback/player';
import type { DoneExercise } from '../../src/session/memory';
import { repetitionAt, timeOfRepetition } from '../../src/timeline/position';
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

/** A player of a film: pace is its speed. */
class FakeFilm extends FakePlayer {
  canChangeSpeed = false;
  speed = 1;
  override open(timeline: Timeline, options: OpenOptions = {}) {
    this.speed = options.speed ?? 1;
    super.open(timeline, options);
  }
  setSpeed(speed: number) {
    this.speed = speed;
  }
}

/** A side plank as a centre filmed it: 24 s. */
const FILMED = withFilm(sidePlank(), {
  playlist: 'media/film.m3u8',
  poster: 'media/poster.jpg',
  tile: 'media/tile.jpg',
  fps: 30,
  frames: 24 * FPS,
  sound: true,
  marks: [
    { time: 0, phase: 'move', side: 'left' },
    { time: 1, phase: 'hold', side: 'left' },
    { time: 11, phase: 'switch' },
    { time: 13, phase: 'move', side: 'right' },
    { time: 14, phase: 'hold', side: 'right' },
  ],
});

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
let told: { at: Checkpoint; done: DoneExercise[] }[];

const player = () => players[players.length - 1] as FakePlayer;
const view = () => views[views.length - 1] as ConductorView;

function conduct(
  from?: Checkpoint,
  routine = ROUTINE,
  waitForMe = false,
  known = exercises,
  countIn = 0,
) {
  const make = (kind: 'video' | 'clock', events: PlayerEvents, isFilm = false) => {
    const made = new (isFilm ? FakeFilm : FakePlayer)(kind, events);
    players.push(made);
    return made;
  };
  return new RoutineConductor(
    {
      routine,
      exercises: known,
      video: (exercise, _, events) =>
        withVideo.includes(exercise.id)
          ? make('video', events, exercise.recorded !== undefined)
          : undefined,
      clock: (events) => make('clock', events),
      log: (sentence) => log.push(sentence),
      ...(from ? { from } : {}),
      waitForMe,
      countIn,
    },
    {
      view: (one) => views.push(one),
      checkpoint: (at, done) => told.push({ at, done }),
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
  told = [];
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

describe('a film of the centre’s own', () => {
  const known = new Map(exercises).set('zijplank', FILMED);
  const film = () => player() as FakeFilm;
  /** The exercise before it, slower, then the film past its preparation. */
  const atFilm = () => {
    const conductor = conduct(undefined, ROUTINE, false, known);
    conductor.ok();
    conductor.arrow(-1);
    expect(view()).toMatchObject({ pace: 0.75, canChangePace: true });
    player().end();
    expect(view().exercise.id).toBe('zijplank');
    conductor.ok();
    expect(view().overlay).toMatchObject({ phase: 'move', side: 'left' });
    return conductor;
  };

  it('has no other pace where the set has none: an arrow does nothing', () => {
    const conductor = atFilm();
    const opened = players.length;
    expect(view()).toMatchObject({ pace: 1, canChangePace: false });
    conductor.arrow(-1);
    conductor.arrow(1);
    expect(players).toHaveLength(opened);
    expect(view().pace).toBe(1);
    film().end();
    // The clips after it have the pace that was chosen before.
    expect(view().pace).toBe(0.75);
  });

  it('is played at another speed where the set can, without being opened anew', () => {
    const conductor = atFilm();
    const opened = players.length;
    expect(film().speed).toBe(0.75);
    film().canChangeSpeed = true;
    film().go(film().mediaTime + 0.1);
    expect(view()).toMatchObject({ pace: 0.75, canChangePace: true });
    conductor.arrow(1);
    conductor.arrow(1);
    expect(film().speed).toBe(1.25);
    expect(view().pace).toBe(1.25);
    expect(players).toHaveLength(opened);
  });

  it('has ten seconds more of preparation for an arrow', () => {
    const conductor = conduct(undefined, ROUTINE, false, known);
    conductor.next();
    const before = film().timeline;
    player().go(3);
    conductor.arrow(1);
    expect(film().timeline.frames - before.frames).toBe(10 * FPS);
    expect(film().mediaTime).toBe(3);
    expect(view().overlay.phase).toBe('prepare');
  });

  it('goes on as poster and clock, on the same timeline, when its video fails', () => {
    const conductor = atFilm();
    const { timeline } = film();
    film().canChangeSpeed = true;
    player().go(player().mediaTime + 2);
    const at = player().mediaTime;
    film().events.failed('zijplank: no film');
    expect(log).toEqual(['zijplank: no film']);
    expect(player()).toMatchObject({ kind: 'clock', timeline, mediaTime: at });
    expect(view()).toMatchObject({ picture: 'poster', canChangePace: false, pace: 1 });
    conductor.arrow(1);
    expect(player().timeline).toBe(timeline);
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
        played: [0, 0, 0],
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

describe('tells where we are', () => {
  const places = () => told.map(({ at }) => `${at.exercise} ${at.set}.${at.repetition}`);

  it('once at every repetition, whatever frames are missed', () => {
    conduct();
    for (let time = 0; time < player().timeline.frames / FPS; time += 0.7) player().go(time);
    const bridges = Array.from({ length: 30 }, (_, n) => `brug ${n < 15 ? 1 : 2}.${(n % 15) + 1}`);
    expect(places()).toEqual(bridges);
    player().end();
    expect(places().slice(30)).toEqual(['zijplank 1.1']);
    expect(told[0]?.at.isStart).toBe(true);
    expect(told.slice(1).some(({ at }) => at.isStart)).toBe(false);
  });

  it('at a pause, at a note of pain and at leaving, with what was done until then', () => {
    const conductor = conduct();
    conductor.ok();
    for (let n = 0; n < 60; n += 1) player().go(player().mediaTime + 1 / FPS);
    told = [];
    conductor.ok();
    expect(told).toHaveLength(1);
    expect(told[0]?.done[0]?.seconds).toBeCloseTo(2, 1);
    conductor.stand('hurts');
    conductor.hurts(false);
    expect(told[told.length - 1]?.at.noted?.outcomes[0]).toBe('hurt');
    expect(told[told.length - 1]?.done).toEqual([
      { exercise: 'brug', category: 'kracht', ending: 'hurt', seconds: expect.closeTo(2, 1) },
    ]);
    const before = told.length;
    const left = conductor.leave();
    expect(told).toHaveLength(before + 1);
    expect(told[before]?.at).toEqual(left);
    conductor.leave();
    expect(told).toHaveLength(before + 1);
  });

  it('an exercise that went on in a second walk is told of in both, each its own part', () => {
    const first = conduct();
    player().end();
    for (let n = 0; n < 90; n += 1) player().go(n / FPS);
    const left = first.leave();
    const done = told[told.length - 1]?.done;
    expect(done?.map(({ ending, exercise }) => [exercise, ending])).toEqual([
      ['brug', 'done'],
      ['zijplank', 'skipped'],
    ]);
    conduct(left).ok();
    player().end();
    player().end();
    expect(summary?.outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(summary?.done?.map(({ ending, exercise }) => [exercise, ending])).toEqual([
      ['zijplank', 'done'],
      ['fietsen', 'done'],
    ]);
  });
});

describe('wait for me', () => {
  const run = (to: number) => {
    for (let n = Math.round(player().mediaTime * FPS); n <= to * FPS; n += 1) {
      if (player().running) player().go(n / FPS);
    }
  };

  it('stands still at the end of the preparation until OK, in every exercise', () => {
    const conductor = conduct(undefined, ROUTINE, true);
    expect(view().waiting).toBeUndefined();
    run(40);
    expect(view()).toMatchObject({
      waiting: true,
      pause: 'running',
      overlay: { phase: 'prepare', number: 1 },
    });
    expect(player().running).toBe(false);
    conductor.ok();
    expect(view().waiting).toBeUndefined();
    expect(view().overlay).toMatchObject({ phase: 'move', repetition: 1 });
    run(60);
    expect(player().running).toBe(true);
    player().end();
    run(40);
    expect(view()).toMatchObject({ index: 1, waiting: true });
  });

  it('shows no frame of the movement, even where the player is late', () => {
    conduct(undefined, ROUTINE, true);
    player().go(19);
    player().go(20.1);
    expect(view()).toMatchObject({ waiting: true, overlay: { phase: 'prepare' } });
    expect(player().mediaTime).toBeLessThan(20);
    expect(views.some(({ overlay }) => overlay.phase !== 'prepare')).toBe(false);
  });

  it('OK before its end starts at once and waits for nothing', () => {
    const conductor = conduct(undefined, ROUTINE, true);
    conductor.ok();
    run(60);
    expect(view().waiting).toBeUndefined();
    expect(view().overlay.repetition).toBeGreaterThan(1);
  });

  it('an arrow gives ten seconds more, and then it waits again', () => {
    const conductor = conduct(undefined, ROUTINE, true);
    run(40);
    conductor.arrow(1);
    expect(view().waiting).toBeUndefined();
    expect(player().running).toBe(true);
    run(60);
    expect(view()).toMatchObject({ waiting: true, overlay: { phase: 'prepare' } });
  });

  it('a dialog opened meanwhile leaves it waiting', () => {
    const conductor = conduct(undefined, ROUTINE, true);
    run(40);
    conductor.stand('menu');
    conductor.ok();
    conductor.resume();
    expect(view()).toMatchObject({ waiting: true, pause: 'running' });
    expect(player().running).toBe(false);
  });

  it('going on within an exercise waits for nothing but OK', () => {
    const first = conduct(undefined, ROUTINE, true);
    first.ok();
    player().go(timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 4 }));
    conduct(first.leave(), ROUTINE, true).ok();
    run(90);
    expect(view().waiting).toBeUndefined();
    expect(view().overlay.repetition).toBeGreaterThan(4);
  });

  it('without it nothing waits', () => {
    conduct();
    run(60);
    expect(view().waiting).toBeUndefined();
    expect(view().overlay.repetition).toBeGreaterThan(1);
  });
});

it('announces the position of the next one, where it is another', () => {
  exercises.set('buik', { ...bridge(), id: 'buik', position: 'prone' });
  const items = [{ exercise: 'brug' }, { exercise: 'zijplank' }, { exercise: 'buik' }];
  conduct(undefined, { id: 'x', title: 'x', items });
  expect(view().nextPosition).toBeUndefined();
  player().end();
  expect(view()).toMatchObject({ next: { id: 'buik' }, nextPosition: 'prone' });
  player().end();
  expect(view().next).toBeUndefined();
  expect(view().nextPosition).toBeUndefined();
  exercises.delete('buik');
});

it('from every repetition leads back to that very repetition, paused', () => {
  conduct();
  const seen: Checkpoint[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { timeline } = player();
    for (const { startFrame } of timeline.segments) player().go(startFrame / FPS);
    if (n < 2) player().end();
  }
  seen.push(...told.map(({ at }) => JSON.parse(JSON.stringify(at)) as Checkpoint));
  expect(seen.length).toBeGreaterThan(60);
  for (const at of seen) {
    conduct(at);
    const { exercise, index, pause } = view();
    const back = repetitionAt(player().timeline, player().mediaTime);
    expect({ ...back, index, exercise: exercise.id, pause }).toEqual({
      index: at.index,
      exercise: at.exercise,
      part: at.part,
      set: at.set,
      repetition: at.repetition,
      ...(at.side ? { side: at.side } : {}),
      pause: 'paused',
    });
  }
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

describe('a group', () => {
  const lead = () =>
    conduct(undefined, { ...ROUTINE, items: [{ exercise: 'brug' }] }, true, exercises, 3);

  it('begins together: OK leads to the last three seconds, once more to the start', () => {
    const conductor = lead();
    const end = 20;
    player().go(end);
    expect(view().waiting).toBe(true);
    conductor.ok();
    expect(player().mediaTime).toBe(end - 3);
    expect(view().waiting).toBeUndefined();
    player().go(end - 2);
    conductor.ok();
    expect(player().mediaTime).toBe(end);
  });

  it('does five more from the repetition at hand, and says so at once', () => {
    const conductor = lead();
    conductor.ok();
    player().go(timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 14 }) + 1);
    const before = view().overlay;
    conductor.adjust('work', 1);
    expect(view().overlay.repetitions).toBe(20);
    expect([view().overlay.repetition, view().overlay.phase]).toEqual([14, before.phase]);
    expect(players).toHaveLength(2);
  });

  it('rests longer, and keeps what was rested', () => {
    const conductor = lead();
    conductor.ok();
    const rest = timeOfRepetition(player().timeline, { part: 'main', set: 2, repetition: 1 });
    player().go(rest + 4);
    expect(view().overlay.number).toBe(16);
    conductor.adjust('rest', 1);
    expect(view().overlay.number).toBe(26);
  });

  it('stays paused when it was paused', () => {
    const conductor = lead();
    conductor.ok();
    player().go(21);
    conductor.ok();
    conductor.adjust('work', 1);
    expect(view().pause).toBe('paused');
    expect(player().running).toBe(false);
  });
});
