/** Tests the waiting room's page: its beginning, its contents, and how staff leave it. */
import type { Lightning } from '@lightningjs/sdk';
import { describe, expect, it, vi } from 'vitest';
import { NO_CENTRE } from '../../../../src/session/centre/centre';
import { WEEKDAYS } from '../../../../src/session/centre/openingHours';
import { emptyMemory } from '../../../../src/session/memory/memory';
import { hashPin } from '../../../../src/tv/pin';
import { exercise, overlay, remembering } from '../../fakes';
import { start, type TestApp } from '../../harness';

const SITTING = exercise('zit', { position: 'sitting', equipment: ['chair'] });
const PIN = hashPin('2580', [...Array(16).keys()]);

const page = (app: TestApp) => app.state().page;

/** Ends the demonstration that plays. */
async function finish(app: TestApp) {
  app.fakes.demonstrations
    .filter(({ isClosed }) => !isClosed)
    .at(-1)
    ?.events.ended();
  await app.settle();
}

describe('it begins without a key', () => {
  it.each(['#waiting-room', '#/waiting-room'])('by the address %s', async (hash) => {
    const app = await start({}, hash);
    expect(page(app)).toBe('waiting-room');
    expect(app.fakes.demonstrations).toHaveLength(1);
    expect(app.fakes.controllers).toHaveLength(0);
  });

  it('by the centre’s file', async () => {
    const app = await start({ centre: { ...NO_CENTRE, startIn: 'waiting-room' } });
    expect(page(app)).toBe('waiting-room');
  });

  it('where it was when the power went', async () => {
    const app = await start({ modeStore: { read: () => 'waiting-room' } });
    expect(page(app)).toBe('waiting-room');
  });

  it('from the settings after a question, and is kept on the set', async () => {
    const written: string[] = [];
    const app = await start(
      { modeStore: { write: (_, text) => written.push(text) } },
      '#settings/staff',
    );
    while (app.focused() !== 'set:waiting-room') await app.input('Down');
    await app.input('OK');
    expect(app.state().dialog).toBe('enter-waiting-room');
    expect(app.focused()).toBe('button:no');
    expect(app.texts().join(' ').replace(/\n/g, ' ')).toContain('Terug en nog eens Terug');
    await app.input('OK');
    expect(page(app)).toBe('settings');
    expect(written).toEqual([]);
    await app.input('OK', 'Right', 'OK');
    expect(page(app)).toBe('waiting-room');
    expect(written).toEqual(['waiting-room']);
  });

  it('by the address only until it is opened again: nobody was asked', async () => {
    const written: string[] = [];
    const app = await start(
      { modeStore: { write: (_, text) => written.push(text) } },
      '#waiting-room',
    );
    expect(page(app)).toBe('waiting-room');
    expect(written).toEqual([]);
  });

  it('not where the centre doesn’t allow it', async () => {
    const app = await start({ centre: { ...NO_CENTRE, modes: ['home'] } }, '#waiting-room');
    expect(page(app)).toBe('home');
    expect(app.shown('Dat kan op dit scherm niet.')).toBe(true);
  });
});

describe('it shows', () => {
  it('the exercise’s one name, its instruction, the brochure’s dose, and what is said', async () => {
    const app = await start({}, '#waiting-room');
    expect(app.texts()).toContain('Kort kantel');
    expect(app.shown('Oefening kantel')).toBe(false);
    expect(app.shown('Hef je heupen op.')).toBe(true);
    expect(app.shown('Kijk nu, oefen thuis')).toBe(true);
    expect(app.shown('Thuis: 2 × 15')).toBe(true);
    const [one] = app.fakes.demonstrations;
    expect(one?.exercise.parts[0].dose).toMatchObject({ sets: 1, reps: 3 });
    one?.events.view({
      overlay: overlay(),
      caption: { cue: { time: 0, says: [{ key: 'phase.hold' }] } },
      state: 'playing',
      picture: 'video',
      isStandingIn: false,
    });
    await app.settle();
    expect(app.shown('Hou aan')).toBe(true);
    expect(app.fakes.video.at(-1)).toHaveProperty('box');
    expect(app.shown('in orde')).toBe(true);
  });

  it('what the code is for, right above it, and no caption under the desk’s notice', async () => {
    const app = await start({}, '#waiting-room');
    const pages = (window.beweegMee?.app.tag('Pages')?.children ?? []) as Lightning.Element[];
    const room = pages.find(({ visible }) => visible);
    const [scan, code] = ['Take', 'Qr'].map((ref) => room?.tag(`Body.${ref}`));
    expect(app.texts().join(' ').replace(/\n/g, ' ')).toContain('Scan de code en neem dit mee.');
    expect(scan?.visible).toBe(true);
    expect(scan?.x).toBe(code?.x);
    expect(scan?.y).toBeLessThan(code?.y ?? 0);
    app.fakes.demonstrations[0]?.events.view({
      overlay: overlay(),
      caption: { cue: { time: 0, says: [{ key: 'phase.hold' }] } },
      state: 'playing',
      picture: 'video',
      isStandingIn: false,
    });
    await app.settle();
    expect(app.shown('Hou aan')).toBe(true);
    await app.input('OK');
    expect(app.shown('Vraag het aan de balie')).toBe(true);
    expect(app.shown('Hou aan')).toBe(false);
  });

  it('that the seated one may be done along', async () => {
    const app = await start({ exercises: [SITTING] }, '#waiting-room');
    expect(app.shown('Doe mee op je stoel')).toBe(true);
  });

  it('to staff that films falter', async () => {
    const app = await start({}, '#waiting-room');
    app.fakes.demonstrations[0]?.events.view({
      overlay: overlay(),
      caption: {},
      state: 'playing',
      picture: 'poster',
      isStandingIn: true,
    });
    await app.settle();
    expect(app.shown('film hapert')).toBe(true);
  });

  it('without any exercise the advice, and that to staff', async () => {
    const app = await start({ exercises: [], categories: [] }, '#waiting-room');
    expect(app.shown('Blijf in beweging')).toBe(true);
    expect(app.shown('geen oefeningen')).toBe(true);
  });

  it('the exercises the centre lists, never an advanced one', async () => {
    const waitingRoom = { exercises: ['rugbal', 'fietsen'], repetitions: 2 };
    const app = await start({ centre: { ...NO_CENTRE, waitingRoom } }, '#waiting-room');
    await finish(app);
    expect(new Set(app.fakes.demonstrations.map((one) => one.exercise.id))).toEqual(
      new Set(['fietsen']),
    );
  });
});

describe('the code to take it along', () => {
  it('is there with the app’s own address, and not where there is none', async () => {
    const app = await start({}, '#waiting-room');
    expect(app.withId('qr')).toBe(1);
    const none = await start({ phoneAddress: undefined }, '#waiting-room');
    expect(none.withId('qr')).toBe(0);
    expect(none.texts().join(' ')).not.toContain('https:');
  });

  it('is as large as the centre’s screen asks; from too far the address is there to type', async () => {
    const screen = { diagonalInches: 55, distanceMetres: 6 };
    const app = await start({ centre: { ...NO_CENTRE, screen } }, '#waiting-room');
    expect(app.withId('qr')).toBe(0);
    expect(app.shown('oefenen.example/phone')).toBe(true);
  });
});

it('keeps its own text size, and home has the chosen one again', async () => {
  const { settings } = emptyMemory(7);
  const store = remembering({ settings: { ...settings, textSize: 'largest' } });
  const centre = { ...NO_CENTRE, startIn: 'waiting-room' as const };
  const app = await start({ store, centre });
  expect(app.shown('Kijk nu, oefen thuis')).toBe(true);
  const { themeNow } = await import('../../../../src/ui/theme');
  expect(themeNow()).toContain('normal');
  await app.input('Back', 'Back', 'Right', 'OK');
  await app.settle();
  expect(page(app)).toBe('home');
  expect(themeNow()).toContain('largest');
  expect(app.focused()).not.toBe('');
  expect(app.texts().length).toBeGreaterThan(5);
});

describe('an address', () => {
  const ADDRESSES = [
    '#home',
    '#exercise/brug',
    '#item/own-1/0',
    '#add/own-1',
    '#history',
    '#about',
    '#settings',
    '#//settings',
    '##',
    '#%E0%A4%A',
    '#routine/today',
    '#code',
    '#code/222222',
    '#take/222222',
    '#player/today',
    '#group',
    '#group/today',
    '#done',
    '#bye',
    '#onzin/a/b',
  ];
  const LOCKED = { ...NO_CENTRE, startIn: 'waiting-room' as const, pin: PIN };

  it('of every route is among those tried', async () => {
    const { routes } = await import('../../../../src/ui/routes');
    const none = () => Promise.reject(new Error('not asked'));
    const { routes: all = [] } = routes(() => undefined as never, none, {
      whole: none,
      secondScript: none,
    });
    const known = new Set(ADDRESSES.map((one) => one.replace(/^#/, '').split('/')[0]));
    for (const { path } of all) {
      const name = path.split('/')[0] ?? '';
      if (name !== '*' && name !== 'waiting-room') expect(known, path).toContain(name);
    }
    expect(all.length).toBeGreaterThan(15);
  });

  it.each(ADDRESSES)('%s leads nowhere from a room with a PIN, opened or typed', async (hash) => {
    const app = await start({ centre: LOCKED }, hash);
    expect(page(app)).toBe('waiting-room');
    const typed = await start({ centre: LOCKED });
    await typed.goTo(hash);
    expect(page(typed)).toBe('waiting-room');
    expect(typed.services.mode.groupMode(undefined)).toBeUndefined();
  });

  it('leads nowhere from a room that the address opened, either', async () => {
    const app = await start({ centre: { ...NO_CENTRE, pin: PIN } }, '#waiting-room');
    await app.goTo('#settings');
    expect(page(app)).toBe('waiting-room');
  });

  it('leads anywhere on a set at home, and after the PIN', async () => {
    const home = await start({ centre: { ...NO_CENTRE, pin: PIN } }, '#settings');
    expect(page(home)).toBe('settings');
    const app = await start({ centre: LOCKED });
    app.services.mode.leave();
    await app.goTo('#settings');
    expect(page(app)).toBe('settings');
  });
});

it('comes back to it when staff has left it alone for five minutes, not while one exercises', async () => {
  const looks: (() => void)[] = [];
  const real = window.setInterval.bind(window);
  const spy = vi.spyOn(window, 'setInterval').mockImplementation(((
    then: () => void,
    ms: number,
  ) => {
    if (ms === 15_000) looks.push(then);
    return real(then, ms);
  }) as never);
  const app = await start({ centre: { ...NO_CENTRE, startIn: 'waiting-room' } });
  spy.mockRestore();
  await app.input('Back', 'Back', 'Right', 'OK');
  expect(page(app)).toBe('home');
  const look = async (later: number) => {
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now + later);
    for (const one of looks) one();
    clock.mockRestore();
    await app.settle();
  };
  await look(4 * 60_000);
  expect(page(app)).toBe('home');
  await look(5 * 60_000 + 1000);
  expect(page(app)).toBe('waiting-room');
});

it('comes back to it when an address led out and nobody is there', async () => {
  const looks: (() => void)[] = [];
  const real = window.setInterval.bind(window);
  const spy = vi.spyOn(window, 'setInterval').mockImplementation(((
    then: () => void,
    ms: number,
  ) => {
    if (ms === 15_000) looks.push(then);
    return real(then, ms);
  }) as never);
  const app = await start({ centre: { ...NO_CENTRE, startIn: 'waiting-room' } });
  spy.mockRestore();
  const [first] = app.fakes.demonstrations;
  await app.later(5 * 60_000 + 1000);
  for (const one of looks) one();
  await app.settle();
  expect(first?.isClosed, 'a room that is shown goes on').toBe(false);
  await app.goTo('#settings');
  expect(page(app)).toBe('settings');
  for (const one of looks) one();
  await app.settle();
  expect(page(app)).toBe('waiting-room');
});

describe('keys', () => {
  it.each([
    'OK',
    'Up',
    'Down',
    'Left',
    'Right',
    'Back',
  ] as const)('%s says where to ask, and the loop goes on', async (key) => {
    const app = await start({}, '#waiting-room');
    await app.input(key);
    expect(app.shown('Vraag het aan de balie')).toBe(true);
    expect(page(app)).toBe('waiting-room');
    expect(app.fakes.demonstrations[0]?.isClosed).toBe(false);
  });

  it('Back and Back again asks, and leaves to the home screen for good', async () => {
    const removed: string[] = [];
    const modeStore = {
      read: () => 'waiting-room',
      remove: (key: string) => void removed.push(key),
    };
    const app = await start({ modeStore });
    await app.input('Back', 'Back');
    expect(app.state().dialog).toBe('leave-waiting-room');
    expect(app.focused()).toBe('button:stay');
    await app.input('Right', 'OK');
    expect(page(app)).toBe('home');
    expect(removed).toHaveLength(1);
    expect(app.fakes.demonstrations.every(({ isClosed }) => isClosed)).toBe(true);
    await app.input('Up', 'Down');
    expect(page(app)).toBe('home');
  });

  it.each([
    ['OK', 'Back'],
    ['Back', 'Back'],
  ] as const)('%s and %s, and nobody stays: a minute later the question is gone', async (...keys) => {
    const app = await start({}, '#waiting-room');
    const later: (() => void)[] = [];
    const real = window.setTimeout.bind(window);
    const spy = vi.spyOn(window, 'setTimeout').mockImplementation(((then: () => void, ms = 0) => {
      if (ms === 60_000) later.push(then);
      return real(then, ms);
    }) as never);
    await app.input(...keys);
    spy.mockRestore();
    expect(app.state().dialog).toBe('leave-waiting-room');
    expect(later).toHaveLength(1);
    later[0]?.();
    await app.settle();
    expect(app.state().dialog).toBeUndefined();
    expect(page(app)).toBe('waiting-room');
  });

  it('with a PIN only its digits lead out', async () => {
    const app = await start({ centre: { ...NO_CENTRE, startIn: 'waiting-room', pin: PIN } });
    await app.input('Back', 'Back');
    expect(app.focused()).toBe('pin:5');
    // 2, 5, 8, 5 and done: one wrong digit at the end.
    await app.input('Up', 'OK', 'Down', 'OK', 'Down', 'OK', 'Up', 'OK');
    await app.input('Down', 'Down', 'Right', 'OK');
    expect(app.shown('Dat is niet de juiste code')).toBe(true);
    expect(page(app)).toBe('waiting-room');
    // From the right corner to 2, 5, 8, 0 and done.
    await app.input('Left', 'Up', 'Up', 'Up', 'OK', 'Down', 'OK', 'Down', 'OK', 'Down', 'OK');
    await app.input('Right', 'OK');
    expect(page(app)).toBe('home');
  });

  it('Back leaves the digits for the loop', async () => {
    const app = await start({ centre: { ...NO_CENTRE, startIn: 'waiting-room', pin: PIN } });
    await app.input('Back', 'Back', 'Back');
    expect(app.shown('Code van het personeel')).toBe(false);
    expect(page(app)).toBe('waiting-room');
    await app.input('OK');
    expect(app.shown('Vraag het aan de balie')).toBe(true);
  });
});

it('remembers nothing about people: only its mode is written', async () => {
  const app = await start({}, '#waiting-room');
  const before = app.fakes.store.texts.get('beweeg-mee.memory');
  for (let n = 0; n < 6; n += 1) await finish(app);
  await app.input('OK', 'Down');
  expect(app.fakes.store.texts.get('beweeg-mee.memory')).toBe(before);
  expect(app.services.memoryStore.memory.history).toEqual([]);
});

it('says on a dark screen until when it is off', async () => {
  const tomorrow = WEEKDAYS[new Date().getDay()];
  const from = 8 * 60;
  const openingHours = { [tomorrow as string]: [{ from, to: from + 60 }] };
  const app = await start({ centre: { ...NO_CENTRE, openingHours } }, '#waiting-room');
  expect(app.state().room?.isDark).toBe(true);
  await app.input('OK');
  expect(app.texts().join(' ').replace(/\n/g, ' ')).toMatch(
    /Dit scherm is uit tot \p{L}+dag 8\.00 uur/u,
  );
  expect(app.shown('Vraag het aan de balie')).toBe(false);
  expect(app.shown('Dit scherm toont oefeningen')).toBe(false);
});
