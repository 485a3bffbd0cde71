/** Tests home's hero: today's routine and its minutes, or resuming a routine. */
import { describe, expect, it } from 'vitest';
import type { SavedCheckpoint } from '../../../../src/session/memory/memory';
import { whyThese } from '../../../../src/ui/pages/home/whyThese';
import { remembering } from '../../fakes';
import { start } from '../../harness';

/** The app itself chooses today's routine. */
const chosen = { today: undefined };

describe('today', () => {
  it('says how many, how long, and in one line why', async () => {
    const app = await start(chosen);
    const { choice } = app.services.routines;
    expect(choice.routine.items.length).toBeGreaterThan(0);
    expect(app.shown(`${choice.routine.items.length} oefening`)).toBe(true);
    expect(choice.reasons.length).toBeGreaterThan(0);
    const [reason] = choice.reasons;
    const { library, t } = app.services;
    const why = whyThese(t, reason ? [reason] : [], library);
    expect(app.texts().some((text) => text.replace(/\n/g, ' ').includes(why))).toBe(true);
  });

  it('names the exercises that it will start, in their order', async () => {
    const app = await start();
    const names = ['Kort brug', 'Kort zijplank', 'Kort fietsen'];
    const texts = app.texts().map((text) => text.replace(/\n/g, ' '));
    expect(texts.slice(texts.indexOf('Kort brug')).slice(0, 3)).toEqual(names);
    await app.input('OK');
    const ids = app.fakes.controllers[0]?.routine.items.map(({ exercise }) => exercise);
    expect(ids?.map((id) => `Kort ${id}`)).toEqual(names);
  });

  it('says how many more there are than it shows', async () => {
    const items = Array.from({ length: 12 }, () => ({ exercise: 'brug' }));
    const app = await start({ today: { id: 'today', title: 'routine.today', items } });
    expect(app.shown('en nog 6 meer')).toBe(true);
  });

  it('takes as long as one says, right there, and remembers it', async () => {
    const app = await start(chosen);
    await app.input('Up');
    expect(app.focused()).toBe('button:minutes-10');
    await app.input('Left', 'OK');
    expect(app.focused()).toBe('button:minutes-5');
    const shorter = app.services.routines.choice.seconds;
    await app.input('Right', 'Right', 'OK');
    expect(app.services.routines.choice.seconds).toBeGreaterThan(shorter);
    await app.input('Down');
    expect(app.focused()).toBe('button:start');
    const again = await start({ ...chosen, store: app.fakes.store });
    expect(again.services.memoryStore.memory.settings.minutes).toBe(15);
    expect(again.services.routines.choice).toEqual(app.services.routines.choice);
  });

  it('gives another choice, which stays after a restart', async () => {
    const app = await start(chosen);
    const before = app.services.routines.today.items;
    await app.input('Right', 'Right');
    expect(app.focused()).toBe('button:another');
    await app.input('OK');
    expect(app.focused()).toBe('button:another');
    expect(app.services.routines.today.items).not.toEqual(before);
    const again = await start({ ...chosen, store: app.fakes.store });
    expect(again.services.routines.today).toEqual(app.services.routines.today);
  });

  it('becomes tomorrow’s while the set stays on', async () => {
    const app = await start(chosen);
    const monday = app.services.routines.today;
    app.fakes.day = '2026-11-26';
    await app.input('OK');
    // A press must not start a routine that the patient has not seen.
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
    expect(app.services.routines.today).not.toEqual(monday);
    await app.input('OK');
    expect(app.state().page).toBe('player');
  });

  it('the header is one step up, and leads to the language, history and settings', async () => {
    const app = await start();
    await app.input('Up', 'Up');
    expect(app.focused()).toBe('button:language');
    await app.input('Right');
    expect(app.focused()).toBe('button:history');
    await app.input('OK');
    expect(app.state().page).toBe('history');
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:history' });
    await app.input('Right', 'OK', 'Back');
    expect(app.focused()).toBe('button:settings');
    await app.input('Down', 'Down');
    expect(app.focused()).toBe('button:start');
  });
});

describe('what was left', () => {
  const saved: SavedCheckpoint = {
    routine: {
      id: 'own-1',
      title: 'routine.name.morning',
      items: [{ exercise: 'brug' }, { exercise: 'zijplank' }],
    },
    at: {
      routine: 'own-1',
      index: 1,
      exercise: 'zijplank',
      part: 'main',
      set: 1,
      repetition: 1,
      side: 'left',
    },
    day: '2026-11-24',
  };
  const left = () => start({ store: remembering({ checkpoints: [saved] }) });

  it('is the first thing: what, where, since when; OK goes on there', async () => {
    const app = await left();
    expect(app.focused()).toBe('button:resume');
    expect(app.shown('Verder bij Kort zijplank')).toBe(true);
    expect(app.shown('Links, oefening 2 van 2. Je stopte gisteren.')).toBe(true);
    await app.input('OK');
    expect(app.state().page).toBe('player');
    expect(app.fakes.controllers).toMatchObject([{ routine: saved.routine, from: saved.at }]);
  });

  it('can begin anew', async () => {
    const app = await left();
    await app.input('Right', 'OK');
    expect(app.fakes.controllers).toMatchObject([{ routine: saved.routine, from: undefined }]);
    expect(app.services.memoryStore.memory.checkpoints).toEqual([]);
  });

  it('can be put away: today’s comes in its place', async () => {
    const app = await left();
    // Today's routine remains available.
    expect(app.withId('routine:today')).toBe(1);
    await app.input('Right', 'Right', 'OK');
    expect(app.services.memoryStore.memory.checkpoints).toEqual([]);
    expect(app.focused()).toBe('button:start');
    expect(app.withId('routine:today')).toBe(0);
    const again = await start({ store: app.fakes.store });
    expect(again.focused()).toBe('button:start');
  });

  it('put away by mistake, it comes back by the notice', async () => {
    const app = await left();
    await app.input('Right', 'Right', 'OK');
    expect(app.shown('wordt niet meer aangeboden om verder te gaan.')).toBe(true);
    await app.input('Down');
    expect(app.focused()).toBe('notice:told');
    await app.input('OK');
    expect(app.services.memoryStore.memory.checkpoints).toEqual([saved]);
    expect(app.withId('button:resume')).toBe(1);
  });

  it('of an earlier routine stands beside the latest: on a tile, in its routine, and next', async () => {
    const alone: SavedCheckpoint = {
      routine: { id: 'one-brug', title: 'Kort brug', items: [{ exercise: 'brug' }] },
      at: { routine: 'one-brug', index: 0, exercise: 'brug', part: 'main', set: 1, repetition: 4 },
      day: '2026-11-25',
    };
    const store = remembering({ checkpoints: [alone, saved] });
    const app = await start({ store });
    expect(app.shown('Verder bij Kort brug')).toBe(true);
    await app.input('Down');
    expect(app.focused()).toBe('routine:left-own-1');
    expect(app.shown('Ochtendroutine')).toBe(true);
    expect(app.shown('Verder bij Kort zijplank')).toBe(true);
    await app.input('OK');
    expect(app.fakes.controllers).toMatchObject([{ routine: saved.routine, from: saved.at }]);
    // After the hero's offer is dismissed, the one before it comes.
    const again = await start({ store });
    await again.input('Right', 'Right', 'OK');
    expect(again.services.memoryStore.memory.checkpoints).toMatchObject([{ day: saved.day }]);
    expect(again.focused()).toBe('button:resume');
    expect(again.shown('Verder bij Kort zijplank')).toBe(true);
    expect(again.withId('routine:left-own-1')).toBe(0);
  });

  it('asks first when it is for advanced people', async () => {
    const items = [{ exercise: 'rugbal' }];
    const routine = { id: 'one-rugbal', title: 'x', items };
    const at = { ...saved.at, routine: 'one-rugbal', index: 0, exercise: 'rugbal', set: 2 };
    const checkpoint = { routine, at, day: saved.day };
    const app = await start({ store: remembering({ checkpoints: [checkpoint] }) });
    await app.input('OK');
    expect(app.state().dialog).toBe('caution');
  });

  it('of an exercise that is gone is not offered', async () => {
    const at = { ...saved.at, exercise: 'weg' };
    const app = await start({ store: remembering({ checkpoints: [{ ...saved, at }] }) });
    expect(app.focused()).toBe('button:start');
  });

  it('goes on at the next where its pain got worse', async () => {
    const at = { ...saved.at, index: 0, exercise: 'brug' };
    const pain = [{ exercise: 'brug', day: '2026-11-24' }];
    const checkpoint = { ...saved, at };
    const app = await start({ store: remembering({ checkpoints: [checkpoint], pain }) });
    expect(app.state().dialog).toBe('painBack');
    expect(app.shown('Verder bij Kort brug')).toBe(true);
    await app.input('Up', 'OK', 'OK');
    expect(app.focused()).toBe('button:resume');
    expect(app.shown('Verder bij Kort zijplank')).toBe(true);
    await app.input('OK');
    const items = [{ exercise: 'zijplank' }];
    expect(app.fakes.controllers).toMatchObject([
      { routine: { items }, from: { index: 0, exercise: 'zijplank' } },
    ]);
  });

  it('after a reload in its midst, home offers it', async () => {
    const app = await start({ store: remembering({ checkpoints: [saved] }) }, '#player/own-1');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:resume' });
  });
});

it('today’s page on a set that stayed on overnight shows the new day’s, and asks first', async () => {
  const pain = [{ exercise: 'brug', day: '2026-11-25' }];
  const set = { day: '2026-11-25', today: undefined, store: remembering({ pain }) };
  const app = await start(set, '#routine/today');
  expect(app.withId('row:brug')).toBe(1);
  expect(app.state()).toMatchObject({ page: 'routine', dialog: undefined });
  app.fakes.day = '2026-11-26';
  await app.input('OK');
  expect(app.state()).toMatchObject({ page: 'routine', dialog: 'painBack' });
  await app.input('Up', 'Up', 'OK', 'OK');
  expect(app.services.memoryStore.memory.shelf).toMatchObject([{ exercise: 'brug' }]);
  expect(app.withId('row:brug')).toBe(0);
  await app.input('OK');
  expect(app.fakes.controllers).toMatchObject([{ routine: app.services.routines.today }]);
});
