/** Tests what the app offers, from `settings.json` and `centre.json`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CENTRE, readCentre } from '../../../src/session/centre/centre';
import { offeredCatalogues, offerOf } from '../../../src/session/centre/offer';
import { sheetAddress } from '../../../src/session/centre/sheetAddress';

const APP = { languages: ['nl', 'fr', 'de'] as const, address: 'https://a.example/app/?x#home' };

const offer = (settings: unknown, centre: object = {}, app = APP) =>
  offerOf(settings, readCentre(JSON.stringify(centre)), app);

describe('the catalogues', () => {
  it('are those of the settings, unless the centre names its own', () => {
    const settings = { catalogues: ['a.json', 'b.json'] };
    expect(offer(settings).catalogues).toEqual(['a.json', 'b.json']);
    expect(offer(settings, { catalogues: ['c.json'] }).catalogues).toEqual(['c.json']);
    expect(offer({}, { catalogues: ['c.json'] }).catalogues).toEqual(['c.json']);
    expect(offer({}).catalogues).toEqual([]);
  });

  it('are the same for whoever asks for them alone', () => {
    const { centre } = readCentre('{"catalogues": ["c.json"]}');
    expect(offeredCatalogues({ catalogues: ['a.json'] }, centre)).toEqual(['c.json']);
    expect(offeredCatalogues({ catalogues: ['a.json'] }, NO_CENTRE)).toEqual(['a.json']);
  });
});

describe('the languages', () => {
  it('are those that there are, as far as the centre offers them', () => {
    expect(offer({}).languages).toEqual(['nl', 'fr', 'de']);
    expect(offer({}, { languages: ['de', 'nl'] }).languages).toEqual(['nl', 'de']);
  });

  it('are all where the centre offers none that there is', () => {
    expect(offer({}, { languages: ['es'] }).languages).toEqual(['nl', 'fr', 'de']);
  });

  it('begin with the centre’s own, then that of the settings', () => {
    expect(offer({ language: 'de' }).language).toBe('de');
    expect(offer({ language: 'de' }, { language: 'fr' }).language).toBe('fr');
    expect(offer({}).language).toBeUndefined();
  });
});

describe('the phone page', () => {
  const OWN = 'https://a.example/app/phone/';

  it('is the app’s own, unless the settings or the centre say another', () => {
    expect(offer({}).phoneAddress).toBe(OWN);
    const settings = { phoneAddress: 'https://b.example/phone/#here' };
    expect(offer(settings).phoneAddress).toBe('https://b.example/phone/');
    const centre = { phoneAddress: 'https://c.example/phone/' };
    expect(offer(settings, centre).phoneAddress).toBe('https://c.example/phone/');
  });

  it('is none where the app comes from a package and nobody says where', () => {
    const app = { ...APP, address: 'file:///opt/app/index.html' };
    expect(offer({}, {}, app).phoneAddress).toBeUndefined();
    const settings = { phoneAddress: 'https://b.example/phone/' };
    expect(offer(settings, {}, app).phoneAddress).toBe('https://b.example/phone/');
  });

  it.each([
    'ftp://b.example/',
    'b.example',
    7,
    null,
    `https://b.example/${'x'.repeat(120)}`,
  ])('that is no address for a code is named and passed over: %j', (phoneAddress) => {
    const made = offer({ phoneAddress });
    expect(made.phoneAddress).toBe(OWN);
    expect(made.complaints).toEqual([
      'settings.json: phoneAddress: expected a web address, as "https://…/phone/"',
    ]);
  });

  it('that the centre gives too long is named, and the settings’ own stands in', () => {
    const settings = { phoneAddress: 'https://b.example/phone/' };
    const made = offer(settings, { phoneAddress: `https://c.example/${'x'.repeat(120)}` });
    expect(made.phoneAddress).toBe('https://b.example/phone/');
    expect(made.complaints).toEqual(['centre.json: phoneAddress: expected at most 120 characters']);
  });
});

describe('settings', () => {
  it('that are wrong are named, and what is sound of them holds', () => {
    const settings = { catalogues: ['a.json', 7], language: 9, portions: { 'a.json': 3, b: 'x' } };
    const made = offer(settings);
    expect(made).toMatchObject({ catalogues: ['a.json'], portions: { 'a.json': 3 } });
    expect(made.language).toBeUndefined();
    expect(made.complaints).toEqual([
      'settings.json: catalogues: expected names of files in square brackets',
      'settings.json: language: expected a code, as "fr"',
    ]);
    expect(offer({ catalogues: 'a.json' }).complaints).toHaveLength(1);
  });

  it('of any kind lead to an offer', () => {
    const field = fc.constantFrom('catalogues', 'portions', 'language', 'phoneAddress');
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(field, fc.anything())), (settings) => {
        const made = offer(settings);
        expect(made.languages).toEqual(['nl', 'fr', 'de']);
        expect(made.catalogues.every((one) => typeof one === 'string')).toBe(true);
      }),
    );
  });

  it('are passed on with what the centre says, and what is wrong in it', () => {
    const made = offer({}, { name: 'De Linde', modes: ['nowhere'] });
    expect(made.centre.name).toBe('De Linde');
    expect(made.problems.length).toBeGreaterThan(0);
    expect(made.complaints).toEqual([]);
  });
});

describe('the printed sheet', () => {
  it('is beside the phone page', () => {
    expect(sheetAddress('https://linde.example/beweeg/phone/', 'U6AH44')).toBe(
      'https://linde.example/beweeg/sheet/#U6AH44',
    );
    expect(sheetAddress('https://linde.example/phone/index.html?x=1', 'U6AH44')).toBe(
      'https://linde.example/sheet/#U6AH44',
    );
  });

  it('has no address where a short one only leads to the phone page', () => {
    expect(sheetAddress('https://linde.example/b', 'U6AH44')).toBeUndefined();
    expect(sheetAddress('nergens', 'U6AH44')).toBeUndefined();
  });
});
