/** Tests a routine from its first preparation to its end: keys, dialogs, films, and video that fails. */
import { beforeEach, describe, expect, it } from 'vitest';
import { withFilm } from '../../../src/catalogue/filmed';
import { timeOfRepetition } from '../../../src/timeline/position';
import { FPS } from '../../../src/timeline/types';
import { bridge, sidePlank } from '../../support/exercises';
import type { FakeFilm } from '../../support/fakePlayer';
import {
  begin,
  conduct,
  exercises,
  log,
  player,
  players,
  ROUTINE,
  summary,
  view,
  views,
  withVideo,
} from './running';

/** A side plank as a centre's film of 24 s. */
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

beforeEach(begin);

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
    const controller = conduct();
    controller.ok();
    expect(view().overlay.phase).toBe('move');
    controller.ok();
    expect(view().pause).toBe('paused');
    expect(player().running).toBe(false);
    controller.ok();
    expect(view().pause).toBe('running');
    expect(player().running).toBe(true);
  });
});

describe('an arrow', () => {
  it('gives ten seconds more in the preparation, as often as wanted', () => {
    const controller = conduct();
    player().go(4);
    controller.arrow(1);
    expect(view().overlay.number).toBe(26);
    controller.arrow(-1);
    expect(view().overlay.number).toBe(36);
  });

  it('changes the pace in mid-repetition and stays in it; the next exercise keeps the pace', () => {
    const controller = conduct();
    const at = timeOfRepetition(player().timeline, { part: 'main', set: 1, repetition: 3 });
    player().go(at + 1);
    controller.arrow(-1);
    expect(view()).toMatchObject({ pace: 0.75, overlay: { phase: 'move', repetition: 3 } });
    expect(player().timeline.pace).toBe(0.75);
    player().end();
    expect(player().timeline.pace).toBe(0.75);
  });

  it('stops at the ends of the scale', () => {
    const controller = conduct();
    controller.ok();
    for (let n = 0; n < 9; n += 1) controller.arrow(1);
    expect(view().pace).toBe(1.25);
    const opened = players.length;
    controller.arrow(1);
    expect(players).toHaveLength(opened);
  });

  it('keeps a paused exercise paused', () => {
    const controller = conduct();
    controller.ok();
    controller.ok();
    controller.arrow(1);
    expect(player().running).toBe(false);
    expect(view().pause).toBe('paused');
  });
});

describe('a film of the centre’s own', () => {
  const known = new Map(exercises).set('zijplank', FILMED);
  const film = () => player() as FakeFilm;
  /** Plays the exercise before the film at a slower pace, then the film until after its preparation. */
  const atFilm = () => {
    const controller = conduct(undefined, ROUTINE, false, known);
    controller.ok();
    controller.arrow(-1);
    expect(view()).toMatchObject({ pace: 0.75, canChangePace: true });
    player().end();
    expect(view().exercise.id).toBe('zijplank');
    controller.ok();
    expect(view().overlay).toMatchObject({ phase: 'move', side: 'left' });
    return controller;
  };

  it('has no other pace where the set has none: an arrow does nothing', () => {
    const controller = atFilm();
    const opened = players.length;
    expect(view()).toMatchObject({ pace: 1, canChangePace: false });
    controller.arrow(-1);
    controller.arrow(1);
    expect(players).toHaveLength(opened);
    expect(view().pace).toBe(1);
    film().end();
    // The clips after the film have the earlier pace.
    expect(view().pace).toBe(0.75);
  });

  it('is played at another speed where the set can, without being opened anew', () => {
    const controller = atFilm();
    const opened = players.length;
    expect(film().speed).toBe(0.75);
    film().canChangeSpeed = true;
    film().go(film().mediaTime + 0.1);
    expect(view()).toMatchObject({ pace: 0.75, canChangePace: true });
    controller.arrow(1);
    controller.arrow(1);
    expect(film().speed).toBe(1.25);
    expect(view().pace).toBe(1.25);
    expect(players).toHaveLength(opened);
  });

  it('has ten seconds more of preparation for an arrow', () => {
    const controller = conduct(undefined, ROUTINE, false, known);
    controller.next();
    const before = film().timeline;
    player().go(3);
    controller.arrow(1);
    expect(film().timeline.frames - before.frames).toBe(10 * FPS);
    expect(film().mediaTime).toBe(3);
    expect(view().overlay.phase).toBe('prepare');
  });

  it('goes on as poster and clock, on the same timeline, when its video fails', () => {
    const controller = atFilm();
    const { timeline } = film();
    film().canChangeSpeed = true;
    player().go(player().mediaTime + 2);
    const at = player().mediaTime;
    film().events.failed('zijplank: no film');
    expect(log).toEqual(['zijplank: no film']);
    expect(player()).toMatchObject({ kind: 'clock', timeline, mediaTime: at });
    expect(view()).toMatchObject({ picture: 'poster', canChangePace: false, pace: 1 });
    controller.arrow(1);
    expect(player().timeline).toBe(timeline);
  });
});

describe('it hurts', () => {
  it('stands still at once, and skipping notes it and moves on', () => {
    const controller = conduct();
    controller.ok();
    controller.interrupt('hurts');
    expect(player().running).toBe(false);
    controller.hurts(true);
    expect(view()).toMatchObject({ index: 1, pause: 'running' });
    expect(view().stretches[0]?.outcome).toBe('hurt');
  });

  it('going on anyway is noted too', () => {
    const controller = conduct();
    controller.ok();
    controller.interrupt('hurts');
    controller.hurts(false);
    expect(player().running).toBe(true);
    player().end();
    player().end();
    player().end();
    expect(summary?.outcomes[0]).toMatchObject({ outcome: 'hurt', finished: true });
  });
});

it('a dialog leaves a paused exercise paused when it closes, and other keys have no say in it', () => {
  const controller = conduct();
  controller.ok();
  controller.ok();
  controller.interrupt('leaving');
  controller.ok();
  controller.arrow(1);
  expect(view()).toMatchObject({ pause: 'leaving', pace: 1 });
  controller.resume();
  expect(view().pause).toBe('paused');
});

describe('previous, next, repeat', () => {
  it('next skips, previous does it again', () => {
    const controller = conduct();
    controller.next();
    expect(view().stretches[0]?.outcome).toBe('skipped');
    controller.previous();
    expect(view()).toMatchObject({ index: 0 });
    expect(view().stretches[0]?.outcome).toBeUndefined();
  });

  it('repeat begins the exercise again from its preparation', () => {
    const controller = conduct();
    player().go(50);
    controller.repeat();
    expect(view()).toMatchObject({ index: 0, overlay: { phase: 'prepare' } });
  });

  it('skipping them all ends the session', () => {
    const controller = conduct();
    for (let n = 0; n < 3; n += 1) controller.next();
    expect(summary?.outcomes.every((one) => one.outcome === 'skipped')).toBe(true);
    controller.next();
    controller.previous();
    controller.ok();
    expect(() => controller.leave()).not.toThrow();
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
    withVideo.length = 0;
    conduct();
    expect(view().picture).toBe('poster');
    expect(player().kind).toBe('clock');
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

it('hears nothing from a player it has left', () => {
  const controller = conduct();
  const old = player();
  controller.next();
  const { index } = view();
  old.events.state('ended');
  old.events.failed('late');
  old.events.frame(3);
  expect(view().index).toBe(index);
  controller.leave();
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
