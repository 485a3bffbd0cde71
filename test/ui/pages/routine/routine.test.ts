/** Tests a routine's page: reading any routine, and building one with the remote. */
import { describe, expect, it } from 'vitest';
import { NAMES } from '../../../../src/session/routine/routines';
import { remembering } from '../../fakes';
import { start, type TestApp } from '../../harness';

const OWN = {
  id: 'own-1',
  title: 'routine.name.morning',
  items: [{ exercise: 'brug' }, { exercise: 'zijplank' }, { exercise: 'fietsen' }],
};
const withOwn = () => ({ store: remembering({ routines: [OWN] }) });
const own = (app: TestApp) => app.services.memoryStore.memory.routines;
const names = (app: TestApp) => own(app)[0]?.items.map(({ exercise }) => exercise);

describe('a routine’s page', () => {
  it('lists its exercises with their dose and its minutes; one OK starts it', async () => {
    const app = await start({}, '#routine/today');
    expect(app.focused()).toBe('button:start');
    for (const text of [
      '3 oefeningen, ongeveer 6 minuten',
      'Kort brug',
      '2 × 15, 3 tellen aanhouden',
      '10 tellen aanhouden, elke kant',
    ]) {
      expect(app.shown(text), text).toBe(true);
    }
    await app.input('OK');
    expect(app.fakes.controllers.map((one) => one.routine.id)).toEqual(['today']);
  });

  it('an exercise opens on OK, and the focus comes back to it', async () => {
    const app = await start({}, '#routine/today');
    await app.input('Right', 'Down', 'OK');
    expect(app.shown('Oefening zijplank')).toBe(true);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'row:zijplank' });
    await app.input('Left');
    expect(app.focused()).toBe('button:start');
  });

  it('says where one set stands for two, as ours', async () => {
    const doses = [{ sets: 1, reps: 15, holdCounts: 3, sides: 'none' as const, restSeconds: 20 }];
    const today = { id: 'today', title: 'routine.today', items: [{ exercise: 'brug', doses }] };
    const app = await start({ today }, '#routine/today');
    expect(app.shown('1 van 2 reeksen, 15 keer, 3 tellen aanhouden')).toBe(true);
    // The row's own, and the one before what it means.
    expect(app.withId('ours')).toBe(2);
    expect(app.shown('onze keuze, ook het tempo')).toBe(true);
    const theirs = await start({}, '#routine/today');
    expect(theirs.withId('ours')).toBe(0);
    expect(theirs.shown('onze keuze')).toBe(false);
  });

  it('today’s is fixed; a copy under a name one chooses is one’s own', async () => {
    const app = await start({}, '#routine/today');
    expect(app.withId('button:more')).toBe(0);
    await app.input('Right', 'Right');
    expect(app.focused()).toBe('row:brug');
    await app.input('Left', 'Down');
    expect(app.focused()).toBe('button:copy');
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'name', focus: 'button:routine.name.morning' });
    await app.input('Down', 'Down', 'OK');
    expect(app.state().page).toBe('routine');
    expect(app.shown('Avondroutine')).toBe(true);
    expect(own(app)).toMatchObject([
      { id: 'own-1', title: 'routine.name.evening', items: app.services.routines.today.items },
    ]);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'button:start' });
    expect(app.shown('De routine van vandaag')).toBe(true);
  });

  it('asks first when something for advanced people is in it', async () => {
    const items = [{ exercise: 'rugbal' }];
    const store = remembering({ routines: [{ ...OWN, items }] });
    const app = await start({ store }, '#routine/own-1');
    await app.input('OK');
    expect(app.state().dialog).toBe('caution');
  });
});

describe('my own routine', () => {
  it('begins on the home screen: a name, then exercises from the whole catalogue', async () => {
    const app = await start();
    await app.input('Down');
    expect(app.focused()).toBe('routine:new');
    await app.input('OK', 'OK');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'button:add' });
    expect(app.shown('Hier staat nog niets.')).toBe(true);
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'add', focus: 'tile:kantel' });
    await app.input('OK', 'Down', 'OK', 'Right', 'Right', 'OK', 'OK');
    // A second OK adds nothing by itself.
    expect(app.state()).toMatchObject({ dialog: 'isIn', focus: 'button:close' });
    expect(names(app)).toEqual(['kantel', 'brug', 'rugbal']);
    await app.input('Down', 'OK');
    expect(names(app)).toEqual(['kantel', 'brug']);
    expect(app.state().dialog).toBe('removed');
    await app.input('Right', 'OK');
    expect(names(app)).toEqual(['kantel', 'brug', 'rugbal']);
    await app.input('OK', 'Down', 'Down', 'OK');
    expect(app.focused()).toBe('tile:rugbal');
    expect(app.shown('Staat erin, 2×')).toBe(true);
    await app.input('Back');
    expect(app.state().page).toBe('routine');
    expect(names(app)).toEqual(['kantel', 'brug', 'rugbal', 'rugbal']);
    expect(app.shown('4 oefeningen, ongeveer 8 minuten')).toBe(true);
    await app.input('Back');
    expect(app.state().page).toBe('home');
    expect(app.shown('Ochtendroutine')).toBe(true);
    // The new routine is before the tile that made it.
    expect(app.focused()).toBe('routine:own-1');
  });

  it('is there again at the next start', async () => {
    const { fakes } = await (async () => {
      const app = await start();
      await app.input('Down', 'OK', 'OK', 'OK', 'OK');
      return app;
    })();
    const again = await start({ store: fakes.store }, '#routine/own-1');
    expect(again.shown('Kort kantel')).toBe(true);
  });

  it('a row moves up and down, and the focus goes along', async () => {
    const app = await start(withOwn(), '#routine/own-1');
    await app.input('Right', 'Right', 'OK');
    // The first exercise has no key for moving up.
    expect(names(app)).toEqual(['brug', 'zijplank', 'fietsen']);
    await app.input('Right');
    expect(app.focused()).toBe('down:brug');
    await app.input('OK', 'OK');
    expect(names(app)).toEqual(['zijplank', 'fietsen', 'brug']);
    expect(app.focused()).toBe('down:brug');
    await app.input('Left', 'OK');
    expect(names(app)).toEqual(['zijplank', 'brug', 'fietsen']);
    expect(app.focused()).toBe('up:brug');
  });

  it('a row is taken out; the focus stays in the list, and goes out with the last', async () => {
    const app = await start(withOwn(), '#routine/own-1');
    await app.input('Right', 'Down', 'Right', 'Right', 'Right', 'Right');
    expect(app.focused()).toBe('remove:zijplank');
    await app.input('OK');
    expect(names(app)).toEqual(['brug', 'fietsen']);
    expect(app.state()).toMatchObject({ dialog: 'removed', focus: 'button:close' });
    expect(app.shown('staat niet meer in ‘Ochtendroutine’.')).toBe(true);
    await app.input('Right', 'OK');
    expect(names(app)).toEqual(['brug', 'zijplank', 'fietsen']);
    await app.input('Right', 'Right', 'Right', 'Right', 'OK', 'OK');
    expect(names(app)).toEqual(['brug', 'fietsen']);
    expect(app.focused()).toBe('row:fietsen');
    expect(app.shown('2 oefeningen, ongeveer 4 minuten')).toBe(true);
    for (let n = 0; n < 2; n++) await app.input('Right', 'Right', 'Right', 'Right', 'OK', 'OK');
    expect(names(app)).toEqual([]);
    expect(app.focused()).toBe('button:add');
  });

  it('a dose is set with left and right, row by row, and kept', async () => {
    const app = await start(withOwn(), '#routine/own-1');
    await app.input('Right', 'Right', 'Right', 'Right');
    expect(app.focused()).toBe('adjust:brug');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'exercise', focus: 'set:sets-0' });
    expect(app.shown('IN OCHTENDROUTINE')).toBe(true);
    await app.input('Left', 'Down', 'Left', 'Left');
    expect(app.focused()).toBe('set:reps-0');
    expect(own(app)[0]?.items[0]?.doses?.[0]).toMatchObject({ sets: 1, reps: 13 });
    expect(app.shown('Hoeveel, aangepast')).toBe(true);
    await app.input('Down', 'Down', 'Down');
    expect(app.focused()).toBe('set:done');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'routine', focus: 'adjust:brug' });
    expect(app.shown('13 keer, 3 tellen aanhouden')).toBe(true);
  });

  it('gets another name, a copy, and goes with a way back', async () => {
    const app = await start(withOwn());
    await app.input('Down', 'OK', 'Down', 'Down');
    expect(app.focused()).toBe('button:more');
    await app.input('OK', 'OK', 'OK');
    expect(own(app)[0]?.title).toBe('routine.name.noon');
    expect(app.shown('Even bewegen op de middag')).toBe(true);
    await app.input('OK', 'Down', 'OK', 'OK');
    expect(own(app).map(({ id, title }) => [id, title])).toEqual([
      ['own-1', 'routine.name.noon'],
      ['own-2', 'Even bewegen op de middag, kopie'],
    ]);
    expect(app.shown('Even bewegen op de middag, kopie')).toBe(true);
    await app.input('Back', 'Down', 'Down', 'OK', 'Down', 'Down', 'OK');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'notice:told' });
    expect(app.shown('‘Even bewegen op de middag’ is gewist.')).toBe(true);
    expect(own(app).map(({ id }) => id)).toEqual(['own-2']);
    await app.input('OK');
    expect(own(app).map(({ id }) => id)).toEqual(['own-1', 'own-2']);
    expect(own(app)[0]?.items).toEqual(OWN.items);
    expect(app.focused()).not.toBe('');
  });

  it('a copy of a copy has a name of its own, whatever was copied', async () => {
    const app = await start(withOwn());
    for (const id of ['own-1', 'own-2', 'own-1', 'own-3']) {
      await app.goTo(`#routine/${id}`);
      await app.input('Down', 'Down', 'OK', 'Down', 'OK', 'OK');
    }
    expect(
      own(app)
        .map(({ title }) => title)
        .sort(),
    ).toEqual([
      'Ochtendroutine, kopie',
      'Ochtendroutine, kopie 2',
      'Ochtendroutine, kopie 3',
      'Ochtendroutine, kopie 4',
      'routine.name.morning',
    ]);
  });

  it('with every name of the list in use, the names to choose from get numbers', async () => {
    const routines = NAMES.map((title, n) => ({ ...OWN, title, id: `own-${n + 1}` }));
    const app = await start({ store: remembering({ routines }) });
    await app.input('Down');
    for (let n = 0; n < routines.length; n += 1) await app.input('Right');
    expect(app.focused()).toBe('routine:new');
    await app.input('OK', 'OK');
    expect(own(app)[routines.length]?.title).toBe('Ochtendroutine 2');
  });

  it('says when there is no room for another', async () => {
    const routines = Array.from({ length: 10 }, (_, n) => ({ ...OWN, id: `own-${n + 1}` }));
    const app = await start({ store: remembering({ routines }) }, '#routine/today');
    await app.input('Down', 'OK');
    expect(app.state()).toMatchObject({ dialog: 'full', focus: 'button:close' });
    expect(app.shown('Je hebt al 10 routines.')).toBe(true);
  });
});
