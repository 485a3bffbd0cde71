/** Tests the technical panel: how it opens from any screen and closes, and what it shows. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import metadata from '../../../metadata.json';
import { NO_CENTRE } from '../../../src/session/centre/centre';
import { hashPin } from '../../../src/tv/pin';
import { start, type TestApp } from '../harness';
import { play } from '../pages/player/playing';

const PIN = hashPin('2580', [...Array(16).keys()]);

afterEach(() => {
  vi.restoreAllMocks();
  window.beweegMee?.mirror.remove();
});

/** Changes the address, as a person does who types it. */
async function go(app: TestApp, hash: string) {
  window.location.hash = hash;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await app.settle();
}

function logOf() {
  const { log } = window.beweegMee ?? {};
  if (!log) throw new Error('The app is not there');
  return log;
}

/** A little longer than the panel waits for further entries of the same moment. */
const noted = async (app: TestApp) => {
  await new Promise((resolve) => setTimeout(resolve, 250));
  await app.settle();
};

describe('it opens', () => {
  it('from the page about the app, and Back leads there again', async () => {
    const app = await start({}, '#about');
    for (let n = 0; n < 9 && app.focused() !== 'set:about-technical'; n++) await app.input('Down');
    expect(app.texts().join(' ')).toContain('Er staan geen namen, codes of antwoorden in.');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'about', dialog: 'log', focus: 'log' });
    expect(app.shown(`Beweeg mee ${metadata.version}`)).toBe(true);
    expect(app.shown('PC')).toBe(true);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'about', focus: 'set:about-technical' });
    expect(app.state().dialog).toBeUndefined();
  });

  it.each(['#log', '#/log'])('by the address %s at the start, before home', async (hash) => {
    const app = await start({}, hash);
    expect(app.state()).toMatchObject({ page: 'home', dialog: 'log' });
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:start' });
  });

  it.each([
    ['#exercise/brug', 'exercise'],
    ['#settings', 'settings'],
    ['#history', 'history'],
    ['#code', 'code'],
    ['#routine/today', 'routine'],
    ['#bye', 'bye'],
  ])('by the address over %s, where the focus stays', async (hash, page) => {
    const app = await start({}, hash);
    await app.input('Down');
    const { focus } = app.state();
    await go(app, '#log');
    expect(app.state()).toMatchObject({ page, dialog: 'log' });
    await app.input('Down', 'Up', 'Left', 'Right', 'OK', 'Back');
    expect(app.state()).toMatchObject({ page, focus });
    expect(app.state().dialog).toBeUndefined();
    expect(window.location.hash).toBe(hash);
  });

  it('over a question, which stays open behind it', async () => {
    const app = await start();
    await app.input('Back');
    expect(app.state().dialog).toBe('exit');
    await go(app, '#log');
    expect(app.state().dialog).toBe('log');
    await app.input('Back');
    expect(app.state()).toMatchObject({ dialog: 'exit', focus: 'button:stay' });
  });
});

describe('while an exercise plays', () => {
  it('it stands still behind the panel, and goes on', async () => {
    const app = await play();
    await app.show();
    const { asked } = app.controller;
    await go(app, '#log');
    expect(asked).toEqual(['stand menu']);
    await app.input('OK', 'Down', 'Right', 'Back');
    expect(asked).toEqual(['stand menu', 'resume']);
    expect(app.state()).toMatchObject({ page: 'player', dialog: undefined });
    expect(app.fakes.controllers).toHaveLength(1);
    await app.input('Right');
    expect(asked.at(-1)).toBe('arrow 1');
  });

  it('an open menu has already stopped it, and has the say again', async () => {
    const app = await play();
    await app.show();
    await app.input('Up');
    await app.show({ pause: 'menu' });
    await go(app, '#log');
    await app.input('Back');
    expect(app.controller.asked).toEqual(['stand menu']);
    expect(app.state().dialog).toBe('menu');
  });
});

describe('in the waiting room', () => {
  const room = { ...NO_CENTRE, startIn: 'waiting-room' as const };

  it('without a PIN it opens, and goes by itself when nobody presses a key', async () => {
    const app = await start({ centre: room });
    const later: (() => void)[] = [];
    const real = window.setTimeout.bind(window);
    vi.spyOn(window, 'setTimeout').mockImplementation(((then: () => void, ms?: number) => {
      if (ms !== 60_000) return real(then, ms);
      later.push(then);
      return 0;
    }) as never);
    await go(app, '#log');
    expect(app.state()).toMatchObject({ page: 'waiting-room', dialog: 'log' });
    expect(app.fakes.demonstrations.some(({ isClosed }) => !isClosed)).toBe(true);
    await app.input('Down');
    expect(later).toHaveLength(2);
    later[1]?.();
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'waiting-room', dialog: undefined });
  });

  it.each(['#log', 'typed'])('with a PIN only its digits open it (%s)', async (how) => {
    const app = await start({ centre: { ...room, pin: PIN } }, how === 'typed' ? '' : how);
    if (how === 'typed') await go(app, '#log');
    expect(app.state()).toMatchObject({ page: 'waiting-room', focus: 'pin:5', dialog: undefined });
    // 2, 5, 8 and done.
    await app.input('Up', 'OK', 'Down', 'OK', 'Down', 'OK', 'Down', 'Right', 'OK');
    expect(app.shown('Dat is niet de juiste code')).toBe(true);
    expect(app.state().dialog).toBeUndefined();
    await app.input('Left', 'Up', 'Up', 'Up', 'OK', 'Down', 'OK', 'Down', 'OK', 'Down', 'OK');
    await app.input('Right', 'OK');
    expect(app.state()).toMatchObject({ page: 'waiting-room', dialog: 'log' });
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'waiting-room', dialog: undefined });
    expect(app.shown('Code van het personeel')).toBe(false);
  });
});

describe('it shows', () => {
  it('engine, screen and what is not known', async () => {
    const agent = 'Mozilla/5.0 (Web0S; Linux/SmartTV) Chrome/94.0.4606.128 Safari/537.36';
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent);
    const app = await start({ platform: 'webos' }, '#log');
    await noted(app);
    const texts = app.texts();
    const said = (label: string) => texts[texts.indexOf(label) + 1];
    expect(said('Toestel')).toBe('LG webOS');
    expect(said('Browser')).toBe('Chromium 94.0.4606.128');
    expect(said('Scherm')).toBe(`${innerWidth} × ${innerHeight} px, 1× (0 × 0)`);
    expect(said('Geheugen')).toBe('niet bekend');
    expect(said('Bewaarde media')).toBe('niet bekend');
    expect(said('Opslag')).toMatch(/ kB gebruikt$/);
    expect(said('Laatste fouten')).toBe('geen');
  });

  it('the newest first, with time, level and area, and the faults apart', async () => {
    const app = await start({}, '#log');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    logOf().add('error', 'script', 'TypeError at appBundle.js:1:2: it broke');
    logOf().add('warning', 'files', 'texts/fr.json: HTTP 404');
    logOf().add('warning', 'files', 'texts/fr.json: HTTP 404');
    await noted(app);
    const texts = app.texts();
    expect(texts.filter((one) => one.includes('it broke'))).toHaveLength(2);
    const events = texts.slice(texts.indexOf('Wat er gebeurde, het nieuwste eerst') + 1);
    expect(events.slice(1, 4)).toEqual(['warning', 'files', 'texts/fr.json: HTTP 404 (2×)']);
    expect(events[0]).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(events.slice(5, 8)).toEqual([
      'error',
      'script',
      'TypeError at appBundle.js:1:2: it broke',
    ]);
  });

  it('as much as it likes: Down leads to the oldest, Up back, and few rows are drawn at once', async () => {
    const app = await start({}, '#log');
    for (let n = 0; n < 290; n++) logOf().add('info', 'update', `look ${n}`);
    await noted(app);
    expect(app.shown('look 289')).toBe(true);
    expect(app.shown('look 0')).toBe(false);
    const most = app.countElements();
    for (let n = 0; n < 60; n++) await app.input('Down');
    expect(app.texts()).toContain('look 0');
    expect(app.countElements()).toBeLessThan(most + 200);
    // New entries do not move the text that a person reads.
    logOf().add('info', 'update', 'and one more');
    await noted(app);
    expect(app.texts()).toContain('look 0');
    for (let n = 0; n < 60; n++) await app.input('Up');
    expect(app.shown('and one more')).toBe(true);
  });

  it('the same to who reads by ear, with the way out', async () => {
    const app = await start({}, '#log');
    logOf().add('info', 'update', 'a look');
    await noted(app);
    const dialog = document.querySelector('[role=dialog]');
    expect(dialog?.getAttribute('aria-label')).toBe('Technisch');
    expect(dialog?.textContent).toContain('App: Beweeg mee');
    expect(dialog?.textContent).toMatch(/info, update: a look/);
    expect(dialog?.contains(document.activeElement)).toBe(true);
    expect(document.activeElement?.textContent).toBe('Terug');
    (document.activeElement as HTMLElement).click();
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined });
  });
});
