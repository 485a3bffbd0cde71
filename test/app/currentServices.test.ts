/** Tests how one set of services replaces another. Nothing is fetched: the test supplies the loaders. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Content } from '../../src/app/loading/content';
import { CurrentServices, type LastingServices } from '../../src/app/loading/currentServices';
import type { LocalisedLibrary } from '../../src/app/loading/localisedLibrary';
import { mergeCatalogues } from '../../src/catalogue/merge';
import type { Narrator } from '../../src/playback/narrator/narrator';
import { NO_CENTRE } from '../../src/session/centre/centre';
import type { LoadedCatalogues } from '../../src/session/choosing/loadedCatalogues';
import type { Language } from '../../src/texts/languages';
import { type Translate, translator } from '../../src/texts/translate';
import { realCatalogue } from '../support/catalogue';

const FILE = 'catalogue/rug.json';
const ALL = realCatalogue();
const PART = { ...ALL, exercises: ALL.exercises.slice(0, 3) };
const NARRATOR = {} as Narrator;
const LASTING = { sessions: {} } as LastingServices;

const whole: LoadedCatalogues = {
  loaded: [{ file: FILE, catalogue: ALL, isPortion: false }],
  problems: [],
  missing: [],
  inPortions: [],
};
const portion: LoadedCatalogues = {
  ...whole,
  loaded: [{ file: FILE, catalogue: PART, isPortion: true }],
  inPortions: [FILE],
};

let asked: string[];
let remembered: Language[];
/** Languages that fail to load. */
let gone: Language[];
let wrongMedia: string[];
/** How often the app asked for the narrator. */
let narrators: number;

beforeEach(() => {
  asked = [];
  remembered = [];
  gone = [];
  wrongMedia = [];
  narrators = 0;
});

function begin(catalogues: LoadedCatalogues) {
  const localised = (
    language: Language,
    loaded: LoadedCatalogues['loaded'],
    words?: Translate,
  ): LocalisedLibrary => ({
    language,
    t: words ?? translator({}, language),
    library: mergeCatalogues(loaded),
    problems: [],
    missing: [],
  });
  const content = new Content(
    {
      catalogues,
      localised: localised('nl', catalogues.loaded),
      media: {
        media: { exercises: {} },
        problems: [],
        rest: () => wrongMedia.splice(0),
      },
    },
    { centre: NO_CENTRE, problems: [] },
    () => {},
  );
  const current = new CurrentServices({
    content,
    lasting: LASTING,
    narrator() {
      narrators += 1;
      return NARRATOR;
    },
    catalogues,
    complete: async () => {
      asked.push('the rest');
      return whole;
    },
    async localise(language, loaded, words) {
      asked.push(words ? `${language}, words are there` : language);
      if (gone.includes(language)) throw new Error(`no ${language}`);
      return localised(language, loaded as LoadedCatalogues['loaded'], words);
    },
    remember: (language) => void remembered.push(language),
  });
  return { content, current };
}

describe('another language', () => {
  it('is another object with the same that lives, and is remembered', async () => {
    const { current } = begin(whole);
    const dutch = current.now;
    const german = await dutch.inLanguage('de');
    expect(german).not.toBe(dutch);
    expect(german).toBe(current.now);
    expect([dutch.language, german.language]).toEqual(['nl', 'de']);
    expect(german.sessions).toBe(dutch.sessions);
    expect(remembered).toEqual(['de']);
    expect(asked).toEqual(['de']);
  });

  it('makes no narrator: that waits until somebody plays', async () => {
    const { current } = begin(portion);
    const german = await (await current.now.whole()).inLanguage('de');
    expect(narrators).toBe(0);
    expect(german.narrator).toBe(NARRATOR);
    expect(narrators).toBeGreaterThan(0);
  });

  it('that can’t be had changes nothing', async () => {
    gone = ['de'];
    const { content, current } = begin(whole);
    const dutch = current.now;
    await expect(dutch.inLanguage('de')).rejects.toThrow('no de');
    expect(current.now).toBe(dutch);
    expect(content.language).toBe('nl');
    expect(remembered).toEqual([]);
  });

  it('reads the rest of a portion first, once, though its words fail to come', async () => {
    gone = ['de'];
    const { content, current } = begin(portion);
    await expect(current.now.inLanguage('de')).rejects.toThrow();
    // The content is still the same as before.
    expect(content.exercises.size).toBe(3);
    expect(content.isWhole).toBe(false);
    gone = [];
    const german = await current.now.inLanguage('de');
    expect(german.isWhole).toBe(true);
    expect(content.exercises.size).toBe(ALL.exercises.length);
    expect(asked).toEqual(['the rest', 'de', 'de']);
  });
});

describe('all of it', () => {
  it('is the very same where nothing is new', async () => {
    const { current } = begin(whole);
    const { now } = current;
    expect(await now.whole()).toBe(now);
    expect(asked).toEqual([]);
  });

  it('of a portion is another object, with the words that are there', async () => {
    const { current } = begin(portion);
    const before = current.now;
    expect(before.isWhole).toBe(false);
    const all = await before.whole();
    expect(all.isWhole).toBe(true);
    expect(all.t).toBe(before.t);
    expect(all.library.exercises).toHaveLength(ALL.exercises.length);
    expect(asked).toEqual(['the rest', 'nl, words are there']);
    expect(await before.whole()).toBe(all);
    expect(remembered).toEqual([]);
  });

  it('says what is wrong with the media, once', async () => {
    wrongMedia = ['clip is wrong'];
    const { current } = begin(whole);
    const before = current.now;
    const all = await before.whole();
    expect(before.problems).toEqual([]);
    expect(all.problems).toHaveLength(1);
    expect(await all.whole()).toBe(all);
  });

  it('asked for in vain is asked for again: what was read isn’t read twice', async () => {
    gone = ['nl'];
    const { current } = begin(portion);
    await expect(current.now.whole()).rejects.toThrow('no nl');
    expect(current.now.isWhole).toBe(false);
    gone = [];
    expect((await current.now.whole()).isWhole).toBe(true);
    expect(asked.filter((one) => one === 'the rest')).toHaveLength(1);
  });
});
