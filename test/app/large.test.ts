/** Tests a large catalogue: the portion of the day loads first, and the rest before a page needs it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBesides } from '../../src/app/loading/loadCatalogues';
import { loadServices } from '../../src/app/loading/loadServices';
import { readCatalogue } from '../../src/catalogue/load';
import { portionFile } from '../../src/catalogue/portions';
import { NO_CENTRE } from '../../src/session/centre/centre';
import { offerOf } from '../../src/session/centre/offer';
import { addDays } from '../../src/session/memory/day';
import { writeDocument } from '../../src/session/memory/document';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import { CODES } from '../../src/texts/languages';
import { CATALOGUE, largeFiles } from '../support/large';
import { EXERCISES, exercise } from '../ui/fakes';
import { start } from '../ui/harness';

const FILES = largeFiles(10);
const APP = { languages: CODES, address: 'https://linde.example/beweeg/' };
const PORTIONS = { [CATALOGUE]: 3 };
/** 20,786 days after 1 January 1970. The rest by three gives the third portion. */
const DAY = '2026-11-29';
const PORTION = portionFile(CATALOGUE, 2);
/** The first exercise is only in the second portion, the other is in every portion. */
const ELSEWHERE = 'brug-4';
const EVERYWHERE = 'brug';

let asked: string[] = [];
let gone: RegExp | undefined;

beforeEach(() => {
  asked = [];
  gone = undefined;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(`${DAY}T10:00:00`));
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['nl-BE']);
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^.*?(?=catalogue|media|texts)/, '');
    asked.push(path);
    if (gone?.test(path)) return new Response(null, { status: 404 });
    const file = join(import.meta.dirname, '../../static', path);
    return new Response(FILES[`static/${path}`] ?? readFileSync(file, 'utf8'));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.localStorage.clear();
});

const load = (centre = NO_CENTRE) =>
  loadServices(
    offerOf({ catalogues: [CATALOGUE], portions: PORTIONS }, { centre, problems: [] }, APP),
  );

const remember = (memory: Partial<Memory>) =>
  window.localStorage.setItem('beweeg-mee.memory', writeDocument({ ...emptyMemory(7), ...memory }));

const catalogues = () => asked.filter((path) => path.startsWith('catalogue/'));

describe('the services', () => {
  it('begin with the day’s portion, and nothing is wrong with that', async () => {
    const services = await load();
    expect(catalogues()).toEqual([PORTION]);
    expect(services.isWhole).toBe(false);
    expect(services.problems).toEqual([]);
    // The app makes the video only when something plays.
    expect(document.querySelector('video')).toBeNull();
    expect(services.routines.exercise(EVERYWHERE)).toBeDefined();
    expect(services.routines.exercise(ELSEWHERE)).toBeUndefined();
    expect(services.routines.today.items.length).toBeGreaterThan(2);
  });

  it('have all of it when asked; today’s routine stays, and what stands ready is there', async () => {
    const begun = await load();
    const { items } = begun.routines.today;
    expect(begun.routines.presets).toEqual([]);
    const whole = await begun.whole();
    expect(catalogues()).toEqual([PORTION, CATALOGUE]);
    expect(whole.isWhole).toBe(true);
    expect(whole.library.exercises).toHaveLength(230);
    expect(whole.routines).toBe(begun.routines);
    expect(whole.routines.exercise(ELSEWHERE)).toBeDefined();
    expect(whole.routines.presets.length).toBeGreaterThan(0);
    expect(whole.routines.today.items).toEqual(items);
    // The next start gives the same, with either way of reading.
    gone = /portion/;
    const again = await load();
    expect(again.isWhole).toBe(true);
    expect(again.problems).toEqual([]);
    expect(again.routines.today.items).toEqual(
      (await import('../../src/session/choosing/today')).chooseToday({
        exercises: begun.library.exercises,
        memory: again.memoryStore.memory,
        day: DAY,
      }).routine.items,
    );
  });

  it('choose from another portion on another day', async () => {
    const services = await (await load()).whole();
    const byDay = [0, 1, 2].map((days) => {
      vi.setSystemTime(new Date(`${addDays(DAY, days)}T10:00:00`));
      return services.routines.today.items.map((one) => one.exercise);
    });
    expect(new Set(byDay.map(String)).size).toBe(3);
  });

  it.each<[string, Partial<Memory>]>([
    [
      'a routine of one’s own',
      { routines: [{ id: 'own-1', title: 'Avond', items: [{ exercise: ELSEWHERE }] }] },
    ],
    ['what hurt', { pain: [{ exercise: ELSEWHERE, day: '2026-11-28' }] }],
  ])('have all of it at once where %s lies elsewhere', async (_, memory) => {
    remember(memory);
    const services = await load();
    expect(services.isWhole).toBe(true);
    expect(catalogues()).toEqual([PORTION, CATALOGUE]);
    expect(services.routines.exercise(ELSEWHERE)).toBeDefined();
  });

  it('don’t wait for what is remembered of the portion, or only left out', async () => {
    remember({
      routines: [{ id: 'own-1', title: 'Avond', items: [{ exercise: EVERYWHERE }] }],
      shelf: [{ exercise: ELSEWHERE, since: DAY, reason: 'own' }],
    });
    expect((await load()).isWhole).toBe(false);
  });

  it('have all of it at once where the centre names one that lies elsewhere', async () => {
    const routines = [{ id: 'ochtend', title: 'Ochtend', exercises: [ELSEWHERE] }];
    const services = await load({ ...NO_CENTRE, routines } as typeof NO_CENTRE);
    expect(services.isWhole).toBe(true);
    expect(services.problems).toEqual([]);
  });

  it('have all of it at once in another language than the catalogue’s', async () => {
    vi.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['fr-BE']);
    const services = await load();
    expect(services.isWhole).toBe(true);
    expect(services.routines.exercise('brug')?.shortTitle).toBe('Pont');
  });

  it('have all of it before the language changes', async () => {
    const french = await (await load()).inLanguage('fr');
    expect(french.isWhole).toBe(true);
    expect(french.library.exercises).toHaveLength(230);
  });

  it.each([
    ['is not there', /portion/, {}],
    ['is broken', /never/, { [`static/${PORTION}`]: '{"format": 1' }],
    [
      'has a problem',
      /never/,
      { [`static/${PORTION}`]: FILES[`static/${PORTION}`]?.replace('"sets":', '"sats":') },
    ],
  ])('read all of it, and nothing is said, where the portion %s', async (_, missing, files) => {
    gone = missing;
    const before = { ...FILES };
    Object.assign(FILES, files);
    const services = await load();
    Object.assign(FILES, before);
    expect(services.isWhole).toBe(true);
    expect(services.problems).toEqual([]);
    expect(services.library.exercises).toHaveLength(230);
  });

  it('go on with the portion, and say so, where all of it can’t be had', async () => {
    const begun = await load();
    gone = /rug\.json$/;
    const services = await begun.whole();
    expect(services.isWhole).toBe(true);
    expect(services.problems).toEqual([
      { kind: 'cataloguePart', sentence: `${CATALOGUE}: could not be loaded` },
    ]);
    expect(services.routines.exercise(EVERYWHERE)).toBeDefined();
    expect(services.routines.today.items.length).toBeGreaterThan(2);
    // Numbers that depended on places would name other exercises in the whole catalogue.
    expect(services.library.exercises.filter(({ code }) => code)).toEqual([]);
    expect(
      services.library.exercises.some(({ variants }) => variants.some((one) => one.number)),
    ).toBe(false);
  });

  it('read all of it in slices, as they would at once', async () => {
    const text = FILES[`static/${CATALOGUE}`] as string;
    let now = 0;
    // Every look at the clock reports that the time for this step is over.
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 20;
      return now;
    });
    const gaveWay = vi.spyOn(globalThis, 'setTimeout');
    const reading = await readBesides(text, CATALOGUE);
    expect(gaveWay.mock.calls.length).toBeGreaterThan(200);
    expect(reading).toEqual(readCatalogue(text, CATALOGUE));
  });

  it('don’t wait for pain that was asked about', async () => {
    const pain = [{ exercise: ELSEWHERE, day: '2026-11-01', answer: 'gone', answeredOn: DAY }];
    remember({ pain } as Partial<Memory>);
    expect((await load()).isWhole).toBe(false);
  });

  it('say what is wrong with the rest, once all of it was read', async () => {
    const begun = await load();
    const name = `static/${CATALOGUE}`;
    const before = FILES[name] as string;
    FILES[name] = before.replace(`"id":"${ELSEWHERE}"`, `"id":"${ELSEWHERE}","oops":1`);
    const { problems } = await begun.whole();
    FILES[name] = before;
    expect(problems.map(({ exercise, kind }) => [kind, exercise])).toEqual([
      ['exercise', ELSEWHERE],
    ]);
  });
});

describe('home', () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => exercise(`oefening-${from + n}`));
  const held = () => {
    let come = () => {};
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    return { come: () => come(), later: { exercises: many(10, 60), come: coming } };
  };

  it('shows the portion, and all of it by itself, where the focus stands', async () => {
    vi.useRealTimers();
    const { come, later } = held();
    const app = await start({ exercises: [...EXERCISES, ...many(0, 10)], later });
    expect(app.focused()).toBe('button:start');
    await app.input('Down', 'Down', 'Down');
    expect(app.focused()).toBe('tile:brug');
    for (let n = 0; n < 30; n += 1) app.press('Right');
    await app.settle();
    expect(app.focused()).toBe('tile:oefening-9');
    come();
    await expect.poll(() => app.services.isWhole).toBe(true);
    await app.settle();
    expect(app.focused()).toBe('tile:oefening-9');
    await app.input('Left');
    expect(app.focused()).toBe('tile:oefening-8');
    // The other exercises have come in before the focused one.
    for (let n = 0; n < 20; n += 1) app.press('Left');
    await app.settle();
    expect(app.focused()).toBe('tile:oefening-53');
  });

  it('leaves the focus where it stands above the rows, though a notice comes', async () => {
    vi.useRealTimers();
    const problems = [{ kind: 'media' as const, sentence: 'media/index.json: is empty' }];
    for (const [keys, focus] of [
      [['Up', 'Up', 'Right', 'Right'], 'button:settings'],
      [['Right'], 'button:look'],
      [['Up'], 'button:minutes-10'],
    ] as const) {
      const { come, later } = held();
      const app = await start({ exercises: EXERCISES, later: { ...later, problems } });
      await app.input(...keys);
      expect(app.focused()).toBe(focus);
      come();
      await expect.poll(() => app.services.isWhole).toBe(true);
      await app.settle();
      expect(app.shown('De films konden niet geladen worden.')).toBe(true);
      expect(app.focused()).toBe(focus);
    }
  });

  it('says that one has to wait, and ends what was asked meanwhile when the page opens', async () => {
    vi.useRealTimers();
    const { come, later } = held();
    const app = await start({ exercises: [...EXERCISES, ...many(0, 10)], later });
    app.press('OK');
    await expect.poll(() => app.shown('Even geduld')).toBe(true);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 4000);
    app.press('Back');
    app.press('Back');
    come();
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'player', dialog: undefined });
  });

  it('opens what needs no exercise at once', async () => {
    vi.useRealTimers();
    const { later } = held();
    const app = await start({ exercises: [...EXERCISES, ...many(0, 10)], later }, '#settings');
    expect(app.state().page).toBe('settings');
  });

  it('goes on where reading the rest fails altogether', async () => {
    vi.useRealTimers();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const come = Promise.reject(new Error('never'));
    come.catch(() => {});
    const app = await start({ later: { exercises: [], come } });
    await app.input('OK');
    expect(app.state().page).toBe('player');
  });

  it('opens a page when all of it is there, once', async () => {
    vi.useRealTimers();
    const { come, later } = held();
    const app = await start({ exercises: [...EXERCISES, ...many(0, 10)], later });
    app.press('OK');
    app.press('OK');
    app.press('Down');
    expect(app.state().navigating).toBe(true);
    expect(app.state().page).toBe('home');
    come();
    await app.settle();
    expect(app.state().page).toBe('player');
    expect(app.fakes.controllers).toHaveLength(1);
  });

  it('an address that names one of the rest opens it', async () => {
    vi.useRealTimers();
    const { come, later } = held();
    come();
    const app = await start(
      { exercises: [...EXERCISES, ...many(0, 10)], later },
      '#exercise/oefening-42',
    );
    expect(app.state().page).toBe('exercise');
    expect(app.shown('Oefening oefening-42')).toBe(true);
  });
});
