/**
 * Tests how the app fetches `centre.json`, what the services take from it, and what happens when it fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCentre } from '../../src/app/loading/loadCentre';
import { loadServices } from '../../src/app/loading/loadServices';
import { readCentre } from '../../src/session/centre/centre';
import { offerOf } from '../../src/session/centre/offer';
import { CODES } from '../../src/texts/languages';
import { log } from '../../src/tv/log';

const APP = { languages: CODES, address: 'https://linde.example/beweeg/' };
const CATALOGUE = 'catalogue/thuisoefeningen-rug.json';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['nl-BE']);
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^.*?(?=catalogue|media|texts)/, '');
    const text = readFileSync(join(import.meta.dirname, '../../static', path), 'utf8');
    return new Response(text);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.localStorage.clear();
});

const answering = (status: number, text = '') =>
  (async () => ({ ok: status < 400, status, text: async () => text })) as unknown as typeof fetch;
const unreachable = (async () => {
  throw new TypeError('Failed to fetch');
}) as unknown as typeof fetch;

describe('the file', () => {
  it('that isn’t there says nothing', async () => {
    expect((await loadCentre(window, answering(404))).problems).toEqual([]);
    const page = answering(200, '<!doctype html><title>x</title>');
    expect((await loadCentre(window, page)).problems).toEqual([]);
  });

  it('that breaks leaves the settings of the last time, and is named', async () => {
    await loadCentre(window, answering(200, '{"startIn": "waiting-room"}'));
    const { centre, problems } = await loadCentre(window, answering(200, '{"startIn": '));
    expect(centre.startIn).toBe('waiting-room');
    expect(problems[0]?.sentence).toMatch(/^centre\.json: is not valid JSON/);
  });

  it.each([
    ['a server that fails', answering(503)],
    ['no network', unreachable],
  ])('that does not come, by %s, leaves those settings too; only the log tells it', async (_, ask) => {
    await loadCentre(window, answering(200, '{"startIn": "waiting-room"}'));
    const { centre, isBroken, problems } = await loadCentre(window, ask);
    expect({ start: centre.startIn, isBroken, problems }).toEqual({
      start: 'waiting-room',
      isBroken: false,
      problems: [],
    });
    expect(log.entries.at(-1)?.sentence).toMatch(/^centre\.json: could not be loaded/);
  });

  it('that a screen never had is no problem without a network', async () => {
    expect(await loadCentre(window, unreachable)).toMatchObject({ isBroken: true, problems: [] });
  });

  it('leaves no copy where the page only reads one', async () => {
    const text = '{"startIn": "waiting-room"}';
    expect((await loadCentre(window, answering(200, text), 'read')).centre.startIn).toBeDefined();
    expect(window.localStorage.length).toBe(0);
    await loadCentre(window, answering(200, text));
    expect((await loadCentre(window, unreachable, 'read')).centre.startIn).toBe('waiting-room');
    await loadCentre(window, answering(404), 'read');
    expect(window.localStorage.length).toBe(1);
  });

  it('that was taken away leaves nothing behind', async () => {
    await loadCentre(window, answering(200, '{"startIn": "waiting-room"}'));
    await loadCentre(window, answering(404));
    expect((await loadCentre(window, unreachable)).centre.startIn).toBeUndefined();
  });

  it('is read without storage too', async () => {
    const refusing = {
      get localStorage(): Storage {
        throw new Error('refused');
      },
    };
    const { centre } = await loadCentre(refusing, answering(200, '{"name": "X"}'));
    expect(centre.name).toBe('X');
  });
});

describe('the services', () => {
  const load = (file: object, fallback?: string) =>
    loadServices(
      offerOf(
        { catalogues: [CATALOGUE], language: fallback },
        readCentre(JSON.stringify(file)),
        APP,
      ),
    );

  it('speak the centre’s language before the settings’, and offer its languages', async () => {
    const services = await load({ language: 'fr', languages: ['fr', 'nl'] }, 'de');
    expect(services.language).toBe('fr');
    expect(services.languages).toEqual(['nl', 'fr']);
  });

  it('speak a language that is offered, whatever the set says', async () => {
    expect((await load({ languages: ['en'] })).language).toBe('en');
    expect((await load({ languages: ['xx'] })).languages).toHaveLength(4);
  });

  it('show the centre’s routines before the presets', async () => {
    const { routines } = await load({
      routines: [{ id: 'begin', title: 'Rug, begin', exercises: ['brug', 'fietsen'] }],
    });
    expect(routines.presets[0]).toMatchObject({ id: 'centre-begin', title: 'Rug, begin' });
    expect(routines.find('centre-begin')?.items).toHaveLength(2);
  });

  it('take the centre’s catalogues, and name what is wrong in its file', async () => {
    const { problems } = await load({
      catalogues: [CATALOGUE, 'nothing.json'],
      waitingRoom: { exercises: ['brug', 'rug-zitbal'] },
      routines: [{ id: 'a', title: 'A', exercises: ['bestaat-niet'] }],
    });
    const told = problems.map(({ sentence }) => sentence).join('\n');
    expect(told).toContain(
      'routine "a", exercises[0]: no catalogue has an exercise "bestaat-niet"',
    );
    expect(told).toContain('waitingRoom.exercises[1]: rug-zitbal is for advanced people');
    expect(told).toContain('nothing.json');
  });
});
