/** Tests how a session ends: at its end, or left early and resumed. */
import { describe, expect, it } from 'vitest';
import type { DoneExercise } from '../../../../src/session/memory/memory';
import { type Fakes, known } from '../../fakes';
import { start } from '../../harness';
import { play } from '../player/playing';

describe('where a routine was left', () => {
  const left = {
    routine: 'today',
    index: 1,
    exercise: 'zijplank',
    part: 'main',
    set: 1,
    repetition: 1,
    side: 'right' as const,
  };

  const done: DoneExercise[] = [
    { exercise: 'brug', category: 'kracht', ending: 'done', seconds: 280 },
  ];

  /** Plays until a place, then leaves. */
  async function leave(change: Partial<Fakes> = {}) {
    const app = await play(change);
    await app.show();
    app.controller.events.checkpoint?.(left, done);
    await app.input('Back');
    expect(app.shown('Je plaats wordt bewaard')).toBe(true);
    await app.input('Right', 'OK');
    return app;
  }

  it('is the first thing on home, also after a restart', async () => {
    const app = await leave();
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:resume' });
    expect(app.shown('Verder bij Kort zijplank')).toBe(true);
    const again = await start({ store: app.fakes.store });
    expect(again.focused()).toBe('button:resume');
    await again.input('OK');
    expect(again.fakes.controllers[0]?.from).toMatchObject(left);
  });

  it('what was done till then is in the history, once, whatever comes of it', async () => {
    const app = await leave();
    const { memoryStore } = app.services;
    expect(memoryStore.memory.history).toMatchObject([
      { day: '2026-11-25', routine: 'today', exercises: done },
    ]);
    await app.input('OK');
    const second: DoneExercise[] = [
      { exercise: 'zijplank', category: 'kracht', ending: 'done', seconds: 60 },
    ];
    const summary = { routine: 'today', outcomes: [], seconds: 340, done: second };
    app.fakes.controllers[1]?.events.ended(summary);
    await app.settle();
    expect(memoryStore.memory.history.map(({ exercises }) => exercises)).toEqual([done, second]);
    expect(memoryStore.memory.checkpoints).toEqual([]);
  });

  it('stays while another is begun and stopped: its own page still asks', async () => {
    const app = await leave();
    window.location.hash = '#exercise/kat';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.settle();
    await app.input('OK');
    const at = {
      routine: 'one-kat',
      index: 0,
      exercise: 'kat',
      part: 'main',
      set: 1,
      repetition: 4,
    };
    app.fakes.controllers[1]?.events.checkpoint?.(at, []);
    await app.input('Back', 'Right', 'OK');
    expect(app.services.memoryStore.memory.checkpoints.map(({ routine }) => routine.id)).toEqual([
      'one-kat',
      'today',
    ]);
    window.location.hash = '#routine/today';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.settle();
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'resume', focus: 'button:go' });
    await app.input('OK');
    expect(app.fakes.controllers[2]?.from).toMatchObject(left);
  });

  it('is asked about when the routine is started from its page', async () => {
    const app = await leave();
    await app.goTo('#routine/today');
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'resume', focus: 'button:go' });
    expect(app.shown('Je was bij Kort zijplank: rechts.')).toBe(true);
    await app.input('OK');
    expect(app.fakes.controllers[1]?.from).toMatchObject(left);
  });

  it('today’s is not asked about tomorrow: it is another one then', async () => {
    const app = await leave();
    const again = await start({ store: app.fakes.store, day: '2026-11-26' }, '#routine/today');
    await again.input('OK');
    expect(again.state()).toMatchObject({ page: 'player', dialog: undefined });
  });

  it('is forgotten when the routine begins anew', async () => {
    const app = await leave();
    await app.input('Right', 'OK');
    expect(app.fakes.controllers[1]?.from).toBeUndefined();
    expect(app.services.memoryStore.memory.checkpoints).toEqual([]);
  });

  it('is forgotten when the routine ends', async () => {
    const app = await leave();
    await app.input('OK');
    app.fakes.controllers[1]?.events.ended({ routine: 'today', outcomes: [], seconds: 9 });
    await app.settle();
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
  });

  it('at its very beginning is not worth remembering', async () => {
    const app = await play();
    await app.show();
    app.controller.events.checkpoint?.({ ...left, index: 0, exercise: 'brug', isStart: true }, []);
    await app.input('Back', 'Right', 'OK');
    expect(app.focused()).toBe('button:start');
  });
});

describe('the end', () => {
  const outcomes = [
    { exercise: known('brug'), outcome: 'done' as const, finished: true },
    { exercise: known('zijplank'), outcome: 'hurt' as const, finished: false },
    { exercise: known('fietsen'), outcome: 'skipped' as const, finished: false },
  ];

  it('tells what was done, skipped and hurt, with advice; OK leads home', async () => {
    const app = await play();
    await app.show();
    app.controller.events.ended({ routine: 'today', outcomes, seconds: 130 });
    await app.settle();
    expect(app.state().page).toBe('done');
    expect(app.texts()).toEqual(
      expect.arrayContaining(['Gedaan', 'Overgeslagen', 'Deed pijn', 'Kort brug']),
    );
    expect(app.shown('1 oefening gedaan, 2 minuten bewogen')).toBe(true);
    expect(app.focused()).toBe('button:home');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
    await app.input('Back');
    expect(app.state().dialog).toBe('exit');
  });

  it('what hurt and was carried on counts as done, and says so', async () => {
    const app = await play();
    await app.show();
    const both = outcomes.slice(0, 2).map((one) => ({ ...one, finished: true }));
    app.controller.events.ended({ routine: 'today', outcomes: both, seconds: 130 });
    await app.settle();
    expect(app.texts()).toEqual(expect.arrayContaining(['Goed gedaan!', 'Gedaan, deed pijn']));
    expect(app.shown('2 oefeningen gedaan')).toBe(true);
  });

  it('a dialog that is open when it ends does not stay', async () => {
    const app = await play();
    await app.show();
    await app.input('Up');
    app.controller.events.ended({ routine: 'today', outcomes, seconds: 130 });
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'done', dialog: undefined, focus: 'button:home' });
  });
});
