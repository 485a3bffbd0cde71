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

  /** Plays and ends so; every exercise done unless said otherwise. */
  async function ended(change: Partial<Fakes>, ids: string[], hurt: string[] = []) {
    const app = await play(change);
    await app.show();
    const all = ids.map((id) => ({
      exercise: known(id),
      outcome: hurt.includes(id) ? ('hurt' as const) : ('done' as const),
      finished: !hurt.includes(id),
    }));
    const done: DoneExercise[] = ids.map((exercise) => ({
      exercise,
      category: 'kracht',
      ending: hurt.includes(exercise) ? 'hurt' : 'done',
      seconds: 120,
    }));
    const { routine } = app.controller;
    app.controller.events.ended({ routine: routine.id, outcomes: all, seconds: 240, done });
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'done', focus: 'button:home' });
    return app;
  }
  const played = (app: Awaited<ReturnType<typeof play>>) =>
    app.fakes.controllers.at(-1)?.routine.items.map(({ exercise }) => exercise);

  it('shows the week so far; after pain the brochure speaks instead', async () => {
    const well = await ended({}, ['brug', 'zijplank']);
    expect(well.shown('1 dag deze week, een goed begin')).toBe(true);
    expect(well.texts()).toEqual(expect.arrayContaining(['DEZE WEEK', 'ma', 'zo']));
    const advice = [{ id: 'luisteren', text: 'Luister naar je lichaam.' }];
    const hurt = await ended({ advice }, ['brug', 'zijplank'], ['zijplank']);
    expect(hurt.shown('Luister naar je lichaam.')).toBe(true);
    expect(hurt.shown('DEZE WEEK')).toBe(false);
  });

  it('“Nog eens” begins the routine again, without what hurt in it', async () => {
    const app = await ended({}, ['brug', 'zijplank', 'fietsen'], ['zijplank']);
    await app.input('Right', 'OK');
    expect(app.state().page).toBe('player');
    expect(played(app)).toEqual(['brug', 'fietsen']);
    expect(app.fakes.controllers.at(-1)?.from).toBeUndefined();
  });

  it('“Nog eens” after a single exercise is that exercise, and not offered where it hurt', async () => {
    const today = { id: 'one-brug', title: 'Kort brug', items: [{ exercise: 'brug' }] };
    const app = await ended({ today }, ['brug']);
    await app.input('Right', 'OK');
    expect(app.state().page).toBe('player');
    expect(played(app)).toEqual(['brug']);
    const hurt = await ended({ today }, ['brug'], ['brug']);
    expect(hurt.withId('button:again')).toBe(0);
    expect(hurt.withId('button:home')).toBe(1);
  });

  it('of many shows those that hurt in any case, and says how many more there are', async () => {
    const ids = ['brug', 'zijplank', 'fietsen', 'kantel', 'kat', 'eenbeen', 'rugbal', 'brug'];
    const app = await play();
    await app.show();
    const all = ids.map((id, at) => ({
      exercise: known(id),
      outcome: at === 6 ? ('hurt' as const) : ('done' as const),
      finished: at !== 6,
    }));
    app.controller.events.ended({ routine: 'today', outcomes: all, seconds: 240 });
    await app.settle();
    expect(app.shown('Kort rugbal')).toBe(true);
    expect(app.shown('Deed pijn')).toBe(true);
    expect(app.shown('en nog 2 meer')).toBe(true);
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
