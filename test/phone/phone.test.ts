/** Tests the phone page with the real files in a simulated document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../src/session/memory/day';
import { readDocument, writeDocument } from '../../src/session/memory/document';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import { dayOf } from '../../src/tv/calendar';
import { MEMORY_KEY } from '../../src/tv/storage';
import { neckCode, neckFiles } from '../support/neck';

const ROOT = join(import.meta.dirname, '../..');

/** Files of the built folder; undefined for a missing one. */
const fileOf = (path: string): string | undefined => {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Opens the page.
 * @param missing files that do not exist
 * @param own files that replace those of the folder, as a centre does, or the status of an answer
 */
async function open(
  hash = '',
  language = 'nl-BE',
  missing: string[] = [],
  own: Record<string, string | number> = {},
) {
  vi.resetModules();
  document.body.innerHTML = '<p id="waiting"></p><p id="failed" hidden></p>';
  window.history.replaceState(null, '', `/phone/${hash}`);
  vi.stubGlobal('scrollTo', () => {});
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace(/^\.\//, '');
    const text = missing.includes(path) ? undefined : (own[path] ?? fileOf(path));
    if (typeof text === 'number') return new Response('', { status: text });
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  });
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language]);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await import('../../src/phone/index');
  await expect
    .poll(
      () => document.querySelector('main') ?? document.getElementById('failed')?.hidden === false,
    )
    .toBeTruthy();
}

const text = () => (document.body.textContent ?? '').replace(/\u00a0/g, ' ');
const named = (name: string) =>
  document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
const labelled = (label: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label));
const told = () =>
  [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('');
const notice = () => document.querySelector('main > [role=status]')?.textContent ?? undefined;
const names = () => [...document.querySelectorAll('ol b')].map((one) => one.textContent);

/** The document that the phone keeps; undefined where it keeps none. */
function kept(): Memory | undefined {
  const text = window.localStorage.getItem(MEMORY_KEY);
  return text === null ? undefined : readDocument(text, 0).memory;
}

/** Lays a document on the phone, as an earlier visit left it. */
const remember = (memory: Partial<Memory>) =>
  window.localStorage.setItem(MEMORY_KEY, writeDocument({ ...emptyMemory(7), ...memory }));

const TODAY = dayOf(new Date());
const YESTERDAY = addDays(TODAY, -1);

beforeEach(() => {
  vi.restoreAllMocks();
  window.localStorage.clear();
});

describe('the list', () => {
  it('shows every exercise of every category', async () => {
    await open();
    expect(document.querySelectorAll('.open')).toHaveLength(23);
    expect([...document.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
      'Mijn routine',
      'Houding',
      'Kracht',
      'Mobiliteit',
    ]);
    expect(text()).toContain('2 × 15, 3 tellen aanhouden');
    expect(text()).toContain('Nog leeg');
  });

  it('speaks the reader’s language, exercises and all', async () => {
    await open('', 'fr-BE');
    expect(document.documentElement.lang).toBe('fr');
    expect(text()).toContain('Mon programme');
    await open('', 'de');
    expect(text()).toContain('Meine Routine');
    await open('', 'ja');
    expect(document.documentElement.lang).toBe('nl');
  });

  it('keeps a catalogue’s own words where its translation can’t be had', async () => {
    await open('', 'fr', ['static/catalogue/thuisoefeningen-rug.fr.json']);
    expect(document.querySelectorAll('.open')).toHaveLength(23);
    expect(text()).toContain('Mon programme');
  });

  it('says so when nothing could be loaded, and comes by itself when it can be', async () => {
    const missing = ['static/catalogue/thuisoefeningen-rug.json'];
    await open('', 'nl', missing);
    expect(document.getElementById('failed')?.hidden).toBe(false);
    missing.length = 0;
    await expect.poll(() => document.querySelectorAll('.open').length).toBe(23);
    expect(document.getElementById('failed')).toBeNull();
  });
});

describe('a centre’s own file', () => {
  it('names the catalogues: no other brochure shows', async () => {
    await open('', 'nl', [], neckFiles());
    expect([...document.querySelectorAll('.open')].map((one) => one.textContent)).toEqual([
      expect.stringContaining('Kin in'),
    ]);
  });

  it('names the catalogues: a code that the television made is read', async () => {
    const code = neckCode();
    await open(`#${code}`, 'nl', [], neckFiles());
    expect(told()).toBe('');
    expect(names()).toEqual(['Kin in']);
    // Without the centre's file, the same code has no exercises here.
    await open(`#${code}`, 'nl');
    expect(told()).toContain('hoort bij oefeningen die dit toestel niet heeft');
  });

  it('goes before the settings, which may be missing', async () => {
    await open('', 'nl', ['settings.json'], neckFiles());
    expect(text()).toContain('Kin in');
  });

  it('names the languages: the reader’s own among them, else the centre’s', async () => {
    await open('', 'fr-BE', [], { 'centre.json': '{"languages": ["nl", "fr"]}' });
    expect(document.documentElement.lang).toBe('fr');
    await open('', 'de', [], { 'centre.json': '{"languages": ["nl", "fr"], "language": "fr"}' });
    expect(document.documentElement.lang).toBe('fr');
    await open('', 'de', [], { 'centre.json': '{"languages": ["en"]}' });
    expect(document.documentElement.lang).toBe('en');
  });

  it('leaves nothing on the phone', async () => {
    await open('', 'nl', [], neckFiles());
    expect(window.localStorage.length).toBe(0);
    expect(notice()).toBeUndefined();
  });

  it.each([
    ['broken', '{"catalogues": '],
    ['not to be had', 503],
  ])('that is %s: the page says that these may not be its exercises', async (_, file) => {
    await open('', 'nl', [], { 'centre.json': file });
    expect(document.querySelectorAll('.open')).toHaveLength(23);
    expect(notice()).toMatch(/^Wat dit centrum aanbiedt, kon niet geladen worden\./);
    await open('', 'fr', [], { 'centre.json': file });
    expect(notice()).toMatch(/^Ce que ce centre propose n’a pas pu être chargé\./);
  });

  it('that is broken, where the app kept a copy on this device: the copy counts', async () => {
    window.localStorage.setItem('beweeg-mee.centre', neckFiles()['centre.json'] as string);
    await open('', 'nl', [], { ...neckFiles(), 'centre.json': 503 });
    expect(notice()).toBeUndefined();
    expect(text()).toContain('Kin in');
    expect(text()).not.toContain('Brug');
    window.localStorage.clear();
  });

  it('that isn’t there, and a phone without a network, say nothing', async () => {
    await open();
    expect(notice()).toBeUndefined();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await open('', 'nl', [], { 'centre.json': 503 });
    expect(notice()).toBeUndefined();
  });
});

describe('the routine', () => {
  it('is collected, put in order, and stands in the address', async () => {
    await open();
    named('Voeg Brug toe')?.click();
    named('Voeg Bolletje toe')?.click();
    expect(names()).toEqual(['Brug', 'Bolletje']);
    named('Bolletje hoger')?.click();
    expect(names()).toEqual(['Bolletje', 'Brug']);
    const code = document.getElementById('code')?.textContent?.replace(/ /g, '') ?? '';
    expect(code).toHaveLength(4);
    expect(window.location.hash).toBe(`#${code}`);
    expect(window.location.pathname).toBe('/phone/');
    named('Haal Bolletje weg')?.click();
    named('Haal Brug weg')?.click();
    expect(window.location.hash).toBe('');
    expect(document.getElementById('code')).toBeNull();
  });

  it('comes with the address that a QR code holds, doses too', async () => {
    await open('#U6YBFS6');
    expect(names()).toEqual(['Brug', 'Hol/bol, zittend, op een zitbal']);
    expect(text()).toContain('2 × 14');
  });

  it('a code in the address that is wrong is told, and harms nothing', async () => {
    await open('#U6AH45');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('klopt een teken niet');
    expect(document.querySelectorAll('.open')).toHaveLength(23);
  });

  it('a typed code takes its place; a wrong one is told and changes nothing', async () => {
    await open('#U6AH44');
    const type = (code: string) => {
      (document.getElementById('typed') as HTMLInputElement).value = code;
      document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    };
    type('u6y bfs7');
    expect(document.querySelector('form .told')?.textContent).toContain('klopt een teken niet');
    expect(names()).toHaveLength(4);
    type('u6y bfs6');
    expect(names()).toHaveLength(2);
  });

  it('holds twenty, and says so', async () => {
    await open();
    for (let n = 0; n < 21; n += 1)
      named(n ? 'Brug staat in je routine' : 'Voeg Brug toe')?.click();
    expect(names()).toHaveLength(20);
    expect(text()).toContain('passen 20 oefeningen');
  });
});

describe('an exercise', () => {
  it('shows the brochure’s words and dose, and Back leads to the list', async () => {
    await open();
    labelled('Brug')?.click();
    expect(text()).toContain('Vanuit ruglig met de benen gebogen');
    expect(text()).toContain('2 reeksen van 15 keer');
    expect(text()).toContain('Moeilijker: Armen gekruist');
    labelled('Terug')?.click();
    await expect.poll(() => document.querySelectorAll('.open')).toHaveLength(23);
  });

  it('for the advanced asks first, in the brochure’s words', async () => {
    await open();
    labelled('Rugspieren op de zitbal')?.click();
    labelled('Speel af')?.click();
    expect(text()).toContain('Enkel voor gevorderden');
    expect(document.querySelector('video')).toBeNull();
    labelled('Liever niet')?.click();
    expect(text()).toContain('Enkel voor gevorderden! Deze oefening');
    expect(labelled('Speel af')).toBeDefined();
  });

  it('pauses when the phone is locked, and waits at the same repetition afterwards', async () => {
    await open();
    labelled('Brug')?.click();
    labelled('Speel af')?.click();
    labelled('Begin nu')?.click();
    await vi.waitFor(() => expect(document.getElementById('phase')?.textContent).toBe('Omhoog'));
    const look = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    const bar = document.querySelector('progress');
    const before = bar?.value;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(bar?.value).toBe(before);
    look.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(labelled('Verder')).toBeDefined();
    expect(bar?.value).toBeLessThanOrEqual(before ?? 0);
    // The player does not run on after a break: it waits for a tap, then goes on.
    const woken = bar?.value ?? 1;
    labelled('Verder')?.click();
    await vi.waitFor(() => expect(bar?.value).toBeGreaterThan(woken));
    labelled('Stop')?.click();
    await vi.waitFor(() => expect(document.querySelector('.play')).toBeNull());
  }, 20_000);

  it('plays on poster and clock where there is no video, and says so', async () => {
    await open();
    labelled('Brug')?.click();
    labelled('Speel af')?.click();
    expect(document.querySelector<HTMLElement>('.play')?.dataset.picture).toBe('poster');
    expect(text()).toContain('De film kan hier niet spelen');
    expect(document.getElementById('phase')?.textContent).toBe('Maak je klaar');
    labelled('Begin nu')?.click();
    await expect.poll(() => document.getElementById('phase')?.textContent).toBe('Omhoog');
    expect(document.getElementById('number')?.textContent).toBe('1');
    labelled('Pauze')?.click();
    expect(labelled('Verder')).toBeDefined();
    labelled('Stop')?.click();
    await expect.poll(() => document.querySelector('.play')).toBeNull();
  });

  it('has a button for all that the remote does at a moment and a phone can do', async () => {
    const shown = () =>
      [
        ...document.querySelectorAll<HTMLButtonElement>(
          '.controls button:not(.at-sound):not(.at-voice)',
        ),
      ]
        .filter(({ hidden }) => !hidden)
        .map((one) => one.textContent);
    await open('#U6YBFS6');
    labelled('Speel de routine af')?.click();
    const following = ['Volgende oefening', 'Stoppen', 'Dit doet pijn'];
    expect(shown()).toEqual(['Begin nu', '10 tellen meer', ...following]);
    const number = () => Number(document.getElementById('number')?.textContent);
    const before = number();
    labelled('10 tellen meer')?.click();
    expect(number()).toBe(before + 10);
    const main = labelled('Begin nu');
    main?.focus();
    main?.click();
    const pace = ['Rustiger tempo', 'Vlotter tempo'];
    await vi.waitFor(() => expect(shown()).toEqual(['Pauze', ...pace, ...following]));
    main?.click();
    expect(shown()).toEqual(['Verder', ...pace, ...following]);
    // A screen reader stays on the pressed button.
    expect(document.activeElement).toBe(main);
    labelled('Volgende oefening')?.click();
    await vi.waitFor(() =>
      expect(shown()).toEqual([
        'Begin nu',
        '10 tellen meer',
        'Vorige oefening',
        'Sla over en rond af',
        'Stoppen',
        'Dit doet pijn',
      ]),
    );
    labelled('Stoppen')?.click();
    await vi.waitFor(() => expect(document.querySelector('.play')).toBeNull());
  });
});

describe('the dose', () => {
  it('of an exercise is changed by one at a time, and goes into the routine and its code', async () => {
    await open();
    labelled('Brug')?.click();
    named('Reeksen: meer')?.focus();
    named('Reeksen: meer')?.click();
    expect(text()).toContain('3 reeksen van 15 keer');
    expect(document.activeElement).toBe(named('Reeksen: meer'));
    expect(named('Uitvoering: minder')?.disabled).toBe(true);
    named('Uitvoering: meer')?.click();
    expect(document.querySelector('h2')?.textContent).toBe('Brug, armen gekruist');
    labelled('Zoals in de brochure')?.click();
    expect(text()).toContain('2 reeksen van 15 keer');
    named('Reeksen: meer')?.click();
    labelled('Voeg toe')?.click();
    await expect.poll(names).toEqual(['Brug, armen gekruist']);
    expect(document.querySelector('ol small')?.textContent).toContain('3 × 15');
    const { hash } = window.location;
    await open(hash);
    expect(document.querySelector('ol small')?.textContent).toContain('3 × 15');
  });

  it('of an exercise in the routine is changed where it stands, and nowhere else', async () => {
    await open('#U6YBFS6');
    const before = window.location.hash;
    document.querySelector<HTMLButtonElement>('ol .open')?.click();
    expect(text()).toContain('2 reeksen van 14 keer');
    expect(labelled('Voeg toe')).toBeUndefined();
    named('Hoe vaak: meer')?.click();
    expect(text()).toContain('2 reeksen van 15 keer');
    labelled('Terug')?.click();
    await expect.poll(names).toHaveLength(2);
    expect(document.querySelector('ol small')?.textContent).toContain('2 × 15');
    expect(window.location.hash).not.toBe(before);
  });

  it('the keyboard stays on an exercise that is moved, and beside one that is taken away', async () => {
    await open('#U6AH44');
    const [first = ''] = names();
    const down = () => document.activeElement?.getAttribute('aria-label');
    named(`${first} lager`)?.click();
    expect(down()).toBe(`${first} lager`);
    named(`${first} hoger`)?.click();
    // It is the first again: there it can only go down.
    expect(down()).toBe(`${first} lager`);
    named(`Haal ${first} weg`)?.click();
    expect(down()).toBe(`Haal ${names()[0]} weg`);
  });
});

/** Stops what plays, and waits until the step back in the history is done. */
async function stop() {
  labelled('Stoppen')?.click();
  await vi.waitFor(() => expect(document.querySelector('.play')).toBeNull());
}

describe('pain', () => {
  const playing = async (name: string) => {
    labelled(name)?.click();
    labelled('Speel af')?.click();
    labelled('Toch beginnen')?.click();
    await vi.waitFor(() => expect(labelled('Dit doet pijn')).toBeDefined());
    labelled('Dit doet pijn')?.click();
  };

  it('pauses and asks; Back takes it back, and nothing is kept', async () => {
    await open();
    await playing('Brug');
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('Doet dit pijn?');
    expect(document.activeElement?.textContent).toBe('Overslaan');
    expect(document.querySelector<HTMLElement>('.controls')?.hidden).toBe(true);
    labelled('Terug')?.click();
    expect(document.querySelector('[role=alertdialog]')).toBeNull();
    expect(labelled('Begin nu')).toBe(document.activeElement);
    expect(kept()).toBeUndefined();
    await stop();
  });

  it('is noted as on the television; who skips goes on to the end', async () => {
    await open();
    await playing('Brug');
    labelled('Overslaan')?.click();
    await vi.waitFor(() => expect(text()).toContain('Goed gedaan!'));
    expect(kept()?.pain).toEqual([{ exercise: 'brug', day: TODAY, skipped: true }]);
    labelled('Terug')?.click();
    await vi.waitFor(() => expect(text()).toContain('Deed pijn vandaag'));
  });

  it('who goes on is asked later too', async () => {
    await open();
    await playing('Brug');
    labelled('Toch verder')?.click();
    expect(kept()?.pain).toEqual([{ exercise: 'brug', day: TODAY }]);
    expect(document.querySelector('.play')).not.toBeNull();
    await stop();
  });

  it('in an exercise for the advanced leaves it out at once, until it is brought back', async () => {
    await open();
    await playing('Rugspieren op de zitbal');
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('gevorderden');
    labelled('Overslaan')?.click();
    await vi.waitFor(() => expect(text()).toContain('Goed gedaan!'));
    expect(kept()?.shelf).toMatchObject([{ reason: 'advanced', since: TODAY }]);
    labelled('Terug')?.click();
    await vi.waitFor(() => expect(labelled('Breng terug')).toBeDefined());
    labelled('Breng terug')?.click();
    expect(kept()?.shelf).toEqual([]);
    expect(labelled('Breng terug')).toBeUndefined();
  });

  it('of yesterday is asked about; one that lasted stays out of the next routine', async () => {
    remember({ pain: [{ exercise: 'brug', day: YESTERDAY }] });
    await open('#U6YBFS6');
    expect(text()).toContain('Gisteren deed ‘Brug’ pijn');
    labelled('De pijn bleef duren')?.click();
    expect(text()).toContain('We laten ‘Brug’ de volgende keer weg');
    labelled('Enkel de volgende keer')?.click();
    expect(text()).not.toContain('pijn. Hoe ging');
    expect(document.querySelector('ol')?.textContent).toContain('De volgende keer zonder');
    expect(document.querySelector('[role=status]')?.textContent).toContain('1 oefening');
    labelled('Speel de routine af')?.click();
    expect(document.querySelector('.play h2')?.textContent).toContain('Hol/bol');
    labelled('Sla over en rond af')?.click();
    await vi.waitFor(() => expect(text()).toContain('Goed gedaan!'));
    expect(kept()?.pain).toMatchObject([{ answer: 'lasted', sparedOn: TODAY }]);
  });

  it('that got worse leaves it out for good where the visitor wants that', async () => {
    remember({ pain: [{ exercise: 'brug', day: YESTERDAY }] });
    await open('#U6YBFS6');
    labelled('De pijn werd erger')?.click();
    labelled('Laat ze weg tot ik ze terugbreng')?.click();
    expect(kept()?.shelf).toMatchObject([{ exercise: 'brug', reason: 'pain' }]);
    expect(document.querySelector('ol')?.textContent).toContain('Weggelaten');
  });

  it('is forgotten with one button, after a question', async () => {
    remember({ pain: [{ exercise: 'brug', day: TODAY, skipped: true }] });
    await open();
    expect(text()).toContain('staat enkel hier');
    labelled('Wis alles')?.click();
    expect(document.activeElement?.textContent).toBe('Liever niet');
    labelled('Wis alles')?.click();
    expect(window.localStorage.length).toBe(0);
    expect(text()).not.toContain('Deed pijn vandaag');
    expect(text()).not.toContain('staat enkel hier');
  });
});

describe('sound', () => {
  it('and voice are switched off and on, and stay so', async () => {
    await open();
    labelled('Brug')?.click();
    labelled('Speel af')?.click();
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLElement>('.at-voice')?.hidden).toBe(false),
    );
    labelled('Stem: aan')?.click();
    expect(kept()?.settings.sound?.voice).toBe('off');
    labelled('Stem: uit')?.click();
    expect(kept()?.settings.sound?.voice).toBe('cues');
    labelled('Geluid uit')?.click();
    expect(kept()?.settings.sound?.muted).toBe(true);
    expect(document.querySelector<HTMLElement>('.at-voice')?.hidden).toBe(true);
    expect(labelled('Geluid aan')).toBeDefined();
    await stop();
  });

  it('has no button for a voice that the language lacks', async () => {
    await open('', 'nl', ['static/voice/nl/index.json']);
    labelled('Brug')?.click();
    labelled('Speel af')?.click();
    labelled('Begin nu')?.click();
    await vi.waitFor(() => expect(document.getElementById('phase')?.textContent).toBe('Omhoog'));
    expect(document.querySelector<HTMLElement>('.at-voice')?.hidden).toBe(true);
    await stop();
  });
});
