/** Tests that every address leads to a working screen, and that no key acts between two screens. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { wrongAddresses } from '../support/wrongAddresses';
import { remembering } from './fakes';
import { start } from './harness';

afterEach(() => void vi.restoreAllMocks());

describe('an address', () => {
  it.each([
    ['', 'home', 'button:start'],
    ['#exercise/brug', 'exercise', 'button:start'],
    ['#routine/today', 'routine', 'button:start'],
    ['#routine/preset-start', 'routine', 'button:start'],
    ['#routine/own-1', 'home', 'button:start'],
    ['#item/own-1/0', 'home', 'button:start'],
    ['#item/preset-start/0', 'home', 'button:start'],
    ['#add/own-1', 'home', 'button:start'],
    ['#add/today', 'home', 'button:start'],
    ['#history', 'history', 'month'],
    ['#settings', 'settings', 'set:minutes'],
    ['#settings/diagonal', 'settings', 'set:diagonal'],
    ['#code', 'code', 'button:2'],
    ['#code/onzin', 'code', 'button:2'],
    ['#take/onzin', 'home', 'button:start'],
    ['#player/today', 'home', 'button:start'],
    ['#player/one-brug', 'exercise', 'button:start'],
    ['#player/one-onzin', 'home', 'button:start'],
    ['#done', 'home', 'button:start'],
    ['#exercise/onzin', 'home', 'button:start'],
    ['#exercise/%E0%A4%A', 'home', 'button:start'],
    ['#routine/onzin', 'home', 'button:start'],
    ['#onzin', 'home', 'button:start'],
    ['#onzin/a/b/c', 'home', 'button:start'],
  ])('%s opens %s', async (hash, page, focus) => {
    const app = await start({}, hash);
    expect(app.state()).toMatchObject({ page, focus, dialog: undefined });
  });

  it('of something that is not there is told at home, once', async () => {
    const app = await start({}, '#exercise/onzin');
    expect(app.shown('Deze oefening bestaat hier niet')).toBe(true);
    await app.input('Down', 'Down', 'Down', 'Right', 'OK', 'Back');
    expect(app.state().page).toBe('home');
    expect(app.shown('Deze oefening bestaat hier niet')).toBe(false);
    expect(app.focused()).toBe('tile:kat');
  });
});

describe('addresses that nobody made on purpose', () => {
  it('lead to a working screen, one after another, without a word on the console', async () => {
    const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
    const app = await start();
    for (const address of ['#%/x', '#//', '#', ...wrongAddresses(500, 'one app')]) {
      await app.goTo(address);
      const { focus, page } = app.state();
      expect([page, focus], address).not.toContain('');
      // Some are the code of nothing; all others lead home.
      expect(['home', 'code', 'routine'], address).toContain(page);
    }
    expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
    await app.goTo('#exercise/brug');
    expect(app.state().page).toBe('exercise');
  }, 300_000);

  it.each(wrongAddresses(25, 'new starts'))('%j leads to one at the start', async (address) => {
    const said = vi.spyOn(console, 'error');
    const app = await start({}, address);
    expect(['home', 'code', 'routine']).toContain(app.state().page);
    expect(app.focused()).not.toBe('');
    expect(said).not.toHaveBeenCalled();
  });

  it('take the place of a page that is still opening', async () => {
    const said = vi.spyOn(console, 'error');
    const app = await start();
    window.location.hash = '#history';
    window.location.hash = '#settings';
    await app.goTo('#exercise/brug');
    expect(app.state().page).toBe('exercise');
    expect(said).not.toHaveBeenCalled();
  });
});

describe('fast presses', () => {
  it('open one thing only, and the focus is never lost', async () => {
    const app = await start();
    app.press('OK');
    app.press('OK');
    app.press('Down');
    await app.settle();
    expect(app.state().page).toBe('player');
    expect(app.fakes.controllers).toHaveLength(1);
    expect(app.fakes.controllers[0]?.asked).toEqual([]);
  });

  it('two Backs lead one step out, not two', async () => {
    const app = await start();
    await app.input('Down', 'Down', 'OK');
    app.press('Back');
    app.press('Back');
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined, focus: 'tile:kantel' });
  });

  /** Presses keys at random; only leaving is never pressed, since it would close the window. */
  async function wander(app: Awaited<ReturnType<typeof start>>, count: number, begin: number) {
    const keys = ['Up', 'Down', 'Left', 'Right', 'OK', 'OK', 'Back'] as const;
    let seed = begin;
    for (let n = 0; n < count; n++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const key = app.focused() === 'button:leave' ? 'Back' : keys[(seed >>> 24) % keys.length];
      app.press(key ?? 'OK');
      if (n % 2 === 0) await app.settle();
      if (!app.state().navigating) expect(app.focused(), `after ${n} keys`).not.toBe('');
    }
  }

  it('a random walk always has exactly one focus', async () => {
    await wander(await start(), 300, 11);
  });

  const own = {
    id: 'own-1',
    title: 'routine.name.morning',
    items: [{ exercise: 'brug' }, { exercise: 'kat' }],
  };
  it.each([
    '#code',
    '#settings',
    '#settings/staff',
    '#history',
    '#routine/own-1',
    '#routine/today',
    '#item/own-1/0',
    '#add/own-1',
    '#exercise/brug',
  ])('nor does one that begins at %s ever lose it', async (hash) => {
    const store = remembering({
      routines: [own],
      shelf: [{ exercise: 'kantel', since: '2026-11-01', reason: 'own' }],
    });
    await wander(await start({ store, today: undefined }, hash), 200, hash.length);
  });
});
