/** Tests which language the app loads, and what happens when a file is missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadServices } from '../../src/app/loading/loadServices';
import { NO_CENTRE } from '../../src/session/centre/centre';
import { offerOf } from '../../src/session/centre/offer';
import { writeDocument } from '../../src/session/memory/document';
import { emptyMemory } from '../../src/session/memory/memory';
import { CODES } from '../../src/texts/languages';
// The second script: the services make players and voice from it.
import '../../src/secondScript';

const APP = { languages: CODES, address: 'https://linde.example/beweeg/' };
const CATALOGUE = 'catalogue/thuisoefeningen-rug.json';

let asked: string[] = [];
let broken: RegExp | undefined;
let replaced: Record<string, string> = {};

beforeEach(() => {
  asked = [];
  broken = undefined;
  replaced = {};
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['nl-BE']);
  vi.stubGlobal('fetch', async (url: string) => {
    const path = url.replace(/^.*?(?=catalogue|media|texts)/, '');
    asked.push(path);
    if (broken?.test(path)) return new Response(null, { status: 404 });
    const text =
      replaced[path] ?? readFileSync(join(import.meta.dirname, '../../static', path), 'utf8');
    return new Response(text);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  window.localStorage.clear();
});

const load = (language?: string) =>
  loadServices(
    offerOf({ catalogues: [CATALOGUE], language }, { centre: NO_CENTRE, problems: [] }, APP),
  );
const MEMORY = 'beweeg-mee.memory';

/** Stores this language as the patient's choice. */
function choose(language: string) {
  const memory = emptyMemory(7);
  const settings = { ...memory.settings, language };
  window.localStorage.setItem(MEMORY, writeDocument({ ...memory, settings }));
}

const titleOf = ({ routines }: Awaited<ReturnType<typeof loadServices>>) =>
  routines.exercise('brug')?.shortTitle;

describe('the first language', () => {
  it('is Dutch on a Dutch set; no other is loaded', async () => {
    const services = await load();
    expect(services.language).toBe('nl');
    expect(titleOf(services)).toBe('Brug');
    expect(services.problems).toEqual([]);
    expect(asked.sort()).toEqual([CATALOGUE, 'media/index.json', 'texts/nl.json']);
  });

  it('is the set’s, with the exercises in it', async () => {
    vi.spyOn(window.navigator, 'languages', 'get').mockReturnValue(['fr-BE', 'nl']);
    const services = await load();
    expect(services.language).toBe('fr');
    expect(services.t('home.today')).toBe('Aujourd’hui');
    expect(titleOf(services)).toBe('Pont');
    expect(services.library.title).toBe('Exercices à domicile pour le dos');
    expect(services.library.exercises.every((one) => one.translated?.language === 'fr')).toBe(true);
    expect(asked.some((path) => /(en|de|nl)\.json$/.test(path))).toBe(false);
  });

  it('is the centre’s before the set’s, and the user’s before both', async () => {
    expect((await load('de')).language).toBe('de');
    choose('en');
    expect((await load('de')).language).toBe('en');
    choose('xx');
    expect((await load('yy')).language).toBe('nl');
  });

  it('is Dutch where the wished one can’t be loaded, and the home screen says so', async () => {
    broken = /^texts\/fr/;
    choose('fr');
    const services = await load();
    expect(services.language).toBe('nl');
    expect(services.problems).toEqual([
      { kind: 'language', sentence: 'texts/fr.json: could not be loaded' },
    ]);
  });

  it('is Dutch even where nothing can be loaded at all', async () => {
    broken = /./;
    const services = await load();
    expect(services.t('home.today')).toBe('Vandaag');
    expect(services.library.exercises).toEqual([]);
  });
});

describe('another language', () => {
  it('is remembered, and what lives stays the same', async () => {
    const dutch = await load();
    const german = await dutch.inLanguage('de');
    expect(dutch.memoryStore.memory.settings.language).toBe('de');
    dutch.memoryStore.flush();
    expect((await load()).language).toBe('de');
    expect(german.routines).toBe(dutch.routines);
    expect(german.sessions).toBe(dutch.sessions);
    expect(german.narrator).toBe(dutch.narrator);
    expect(german.video).toBe(dutch.video);
    expect(titleOf(german)).toBe('Brücke');
    expect(german.routineSeconds(german.routines.today)).toBe(
      dutch.routineSeconds(dutch.routines.today),
    );
    const back = await german.inLanguage('nl');
    expect(titleOf(back)).toBe('Brug');
    expect(back.routines.exercise('brug')?.translated).toBeUndefined();
  });

  it('that can’t be loaded changes nothing', async () => {
    const dutch = await load();
    broken = /^texts\/de/;
    await expect(dutch.inLanguage('de')).rejects.toThrow();
    expect(dutch.memoryStore.memory.settings.language).toBeUndefined();
    expect(titleOf(dutch)).toBe('Brug');
  });

  it('without a translation of the exercises: they stay Dutch, and the home screen says so', async () => {
    broken = /rug\.fr\.json$/;
    const services = await (await load()).inLanguage('fr');
    expect(services.t('home.today')).toBe('Aujourd’hui');
    expect(titleOf(services)).toBe('Brug');
    expect(services.problems).toEqual([
      {
        kind: 'translation',
        sentence: 'catalogue/thuisoefeningen-rug.fr.json: could not be loaded',
      },
    ]);
  });

  it('with a fault in the translation: that exercise stays Dutch, and is named', async () => {
    const name = 'catalogue/thuisoefeningen-rug.en.json';
    const text = readFileSync(join(import.meta.dirname, '../../static', name), 'utf8');
    replaced[name] = text.replace('"shortTitle": "Bridge"', '"shortTitle": ""');
    const services = await (await load()).inLanguage('en');
    expect(titleOf(services)).toBe('Brug');
    expect(services.routines.exercise('fietsen')?.shortTitle).toBe('Cycling');
    expect(services.problems.map(({ exercise, kind }) => [kind, exercise])).toEqual([
      ['translationPart', 'brug'],
      ['translationPart', 'brug'],
    ]);
  });

  it('gives every exercise anew, so that pages draw them anew', async () => {
    broken = /rug\.fr\.json$/;
    const dutch = await load();
    const before = dutch.routines.exercise('brug');
    await dutch.inLanguage('fr');
    expect(dutch.routines.exercise('brug')).not.toBe(before);
  });
});

describe('the list of media', () => {
  const INDEX = 'media/index.json';
  const listed = () =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../static', INDEX), 'utf8'));

  it('in order: reading on to its end changes nothing', async () => {
    const services = await load();
    expect(await services.whole()).toBe(services);
    const french = await services.inLanguage('fr');
    expect(await services.whole()).toBe(french);
  });

  it('with a broken clip: told when read to its end, once, and the other exercises play', async () => {
    const list = listed();
    for (const clip of Object.values<{ frames: unknown }>(list.exercises.brug.clips)) {
      clip.frames = 'many';
    }
    replaced[INDEX] = JSON.stringify(list);
    const begun = await load();
    expect(begun.problems).toEqual([]);
    const services = await begun.whole();
    expect(services.problems).toEqual([
      {
        kind: 'mediaPart',
        sentence: expect.stringMatching(/^media\/index\.json: exercise "brug"/),
      },
    ]);
    expect(services.media.exercises.brug).toBeUndefined();
    expect(services.media.exercises.fietsen).toBeDefined();
    expect(await services.whole()).toBe(services);
    expect((await services.inLanguage('en')).problems).toHaveLength(1);
  });

  it('and a language that can’t be had are both told of', async () => {
    const list = listed();
    list.exercises.brug.clips = 7;
    replaced[INDEX] = JSON.stringify(list);
    broken = /^texts\/fr/;
    choose('fr');
    const services = await (await load()).whole();
    expect(services.problems.map(({ kind }) => kind)).toEqual(['mediaPart', 'language']);
  });
});
