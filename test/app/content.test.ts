/** Tests how the content is merged from loaded files. Nothing here fetches anything. */
import { describe, expect, it } from 'vitest';
import { Content } from '../../src/app/loading/content';
import type { LoadedContent } from '../../src/app/loading/loadContent';
import type { LocalisedLibrary } from '../../src/app/loading/localisedLibrary';
import { mergeCatalogues } from '../../src/catalogue/merge';
import type { Catalogue } from '../../src/catalogue/types';
import type { BegunMedia } from '../../src/playback/media';
import { type CentreReading, NO_CENTRE, readCentre } from '../../src/session/centre/centre';
import type { LoadedCatalogues } from '../../src/session/choosing/loadedCatalogues';
import type { Language } from '../../src/texts/languages';
import type { Translate } from '../../src/texts/translate';
import { realCatalogue } from '../support/catalogue';

const FILE = 'catalogue/rug.json';
const DAY = '2026-11-25';
const NOTHING_SET = { centre: NO_CENTRE, problems: [] };

/** Answers with the key and its values. */
const t = Object.assign(
  (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
  { count: String, number: String, inSentence: String },
) as unknown as Translate;

const some = (catalogue: Catalogue, ids: readonly string[]): Catalogue => ({
  ...catalogue,
  exercises: catalogue.exercises.filter(({ id }) => ids.includes(id)),
});
const ALL = realCatalogue();
const PART = some(ALL, ['brug', 'zijplank']);

const catalogues = (
  catalogue: Catalogue,
  more: Partial<LoadedCatalogues> = {},
): LoadedCatalogues => ({
  loaded: [{ file: FILE, catalogue, isPortion: catalogue === PART }],
  problems: [],
  missing: [],
  inPortions: catalogue === PART ? [FILE] : [],
  ...more,
});

const localised = (
  catalogue: Catalogue,
  more: Partial<LocalisedLibrary> = {},
): LocalisedLibrary => ({
  language: 'nl',
  t,
  library: mergeCatalogues([{ file: FILE, catalogue }]),
  problems: [],
  missing: [],
  ...more,
});

const media = (rest: string[] = []): BegunMedia => ({
  media: { exercises: {} },
  problems: [],
  rest: () => rest.splice(0),
});

function contentOf(
  catalogue: Catalogue,
  more: Partial<LoadedContent> = {},
  reading: Pick<CentreReading, 'centre' | 'problems'> = NOTHING_SET,
) {
  const told: string[] = [];
  const first = {
    catalogues: catalogues(catalogue),
    localised: localised(catalogue),
    media: media(),
  };
  return {
    told,
    content: new Content({ ...first, ...more }, reading, (one) => void told.push(one)),
  };
}

const fault = (sentence: string, file = FILE) => ({ file, entry: 'exercise "brug"', sentence });

describe('the exercises', () => {
  it('stand in one map, which is filled anew with the language', () => {
    const { content } = contentOf(ALL);
    const { exercises } = content;
    expect(exercises.size).toBe(ALL.exercises.length);
    const french = {
      ...ALL,
      exercises: ALL.exercises.map((one) => ({ ...one, shortTitle: `${one.shortTitle} (fr)` })),
    };
    content.take(localised(french, { language: 'fr' }));
    expect(content.exercises).toBe(exercises);
    expect(exercises.get('brug')?.shortTitle).toBe('Brug (fr)');
    expect(content.language).toBe('fr');
    expect(content.library.exercises).toHaveLength(exercises.size);
  });

  it('of a portion are not all; with the rest of them they are', () => {
    const { content } = contentOf(PART);
    expect(content).toMatchObject({ isWhole: false, isPart: true });
    expect([...content.exercises.keys()]).toEqual(['brug', 'zijplank']);
    expect(content.among(DAY).map(({ id }) => id)).toEqual(['brug', 'zijplank']);
    content.take(localised(ALL), catalogues(ALL));
    expect(content).toMatchObject({ isWhole: true, isPart: false });
    expect(content.among(DAY)).toHaveLength(ALL.exercises.length);
  });

  it('of a portion whose rest can’t be had are whole, and part of a catalogue', () => {
    const { content } = contentOf(PART);
    content.take(localised(PART), catalogues(PART, { inPortions: [], missing: [FILE] }));
    expect(content).toMatchObject({ isWhole: true, isPart: true });
    expect(content.problems).toEqual([
      { kind: 'cataloguePart', sentence: `${FILE}: could not be loaded` },
    ]);
  });
});

describe('what is wrong', () => {
  it('is nothing where all is well', () => {
    const { content, told } = contentOf(ALL);
    expect(content.problems).toEqual([]);
    expect(told).toEqual([]);
  });

  it('stands in one order: the centre, the catalogues, the media, the translation, the language', () => {
    const centre = '{"modes": ["nowhere"], "waitingRoom": {"exercises": ["gone"]}}';
    const { content } = contentOf(
      ALL,
      {
        catalogues: catalogues(ALL, { missing: ['b.json'], problems: [fault('brug is wrong')] }),
        localised: localised(ALL, { missing: ['a.fr.json'], problems: [fault('bad words')] }),
        media: { ...media(), problems: ['media/index.json: broken'] },
        failed: 'de' as Language,
      },
      readCentre(centre),
    );
    expect(content.problems.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['centre', expect.stringContaining('modes')],
      ['centre', expect.stringContaining('"gone"')],
      ['catalogue', 'b.json: could not be loaded'],
      ['entry', 'brug is wrong'],
      ['media', 'media/index.json: broken'],
      ['translation', 'a.fr.json: could not be loaded'],
      ['translationPart', 'bad words'],
      ['language', 'texts/de.json: could not be loaded'],
    ]);
  });

  it('in a catalogue is told by what is lost: the file, an exercise, its film, or less', () => {
    const gone = { file: FILE, entry: 'exercise "weg"', sentence: 'weg is wrong' };
    const nameless = { file: FILE, entry: 'exercise 4', sentence: '4 is wrong' };
    const film = { ...fault('its film is not shown'), isFilm: true };
    const head = { file: FILE, sentence: 'colour is not a field' };
    const whole = { file: 'b.json', sentence: 'b.json is no JSON' };
    const problems = [gone, nameless, film, head, whole];
    const { content } = contentOf(ALL, { catalogues: catalogues(ALL, { problems }) });
    expect(content.problems).toEqual([
      { kind: 'exercise', sentence: 'weg is wrong', exercise: 'weg' },
      { kind: 'exercise', sentence: '4 is wrong' },
      { kind: 'film', sentence: 'its film is not shown', exercise: 'brug' },
      { kind: 'entry', sentence: 'colour is not a field' },
      { kind: 'refused', sentence: 'b.json is no JSON' },
    ]);
  });

  it('in a translation isn’t told while only a portion is there: it has words for the rest', () => {
    const words = { problems: [fault('no such exercise')] };
    const { content, told } = contentOf(PART, { localised: localised(PART, words) });
    expect(content.problems).toEqual([]);
    expect(told).toEqual([]);
    content.take(localised(ALL, words), catalogues(ALL));
    expect(content.problems).toHaveLength(1);
    expect(told).toEqual(['no such exercise']);
  });

  it('is told to the log once', () => {
    const { content, told } = contentOf(PART, {
      catalogues: catalogues(PART, { problems: [fault('first')] }),
    });
    expect(told).toEqual(['first']);
    content.take(localised(ALL), catalogues(ALL, { problems: [fault('first'), fault('second')] }));
    expect(told).toEqual(['first', 'second']);
  });

  it('in the media is looked for once', () => {
    const { content, told } = contentOf(ALL, { media: media(['clip is wrong']) });
    expect(content.problems).toEqual([]);
    expect(content.checkMedia()).toBe(true);
    expect(content.problems).toHaveLength(1);
    expect(content.checkMedia()).toBe(false);
    expect(content.problems).toHaveLength(1);
    expect(told).toEqual(['clip is wrong']);
  });

  it('with a language is over when one is spoken that was chosen', () => {
    const { content } = contentOf(ALL, { failed: 'fr' });
    content.take(localised(ALL));
    expect(content.problems).toHaveLength(1);
    content.spoken();
    expect(content.problems).toEqual([]);
  });
});
