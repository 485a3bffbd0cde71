/** The phone page without a phone: its views over the real files, in a stand-in document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { neckCode, neckFiles } from '../support/neck';

const ROOT = join(import.meta.dirname, '../..');

/** Files as the built folder has them; undefined where there is none. */
const fileOf = (path: string): string | undefined => {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Opens the page anew.
 * @param missing files that can't be had
 * @param own files that stand in for the folder's, as a centre lays them there, or the status of an answer
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

beforeEach(() => {
  vi.restoreAllMocks();
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

  it('says so when nothing could be loaded', async () => {
    await open('', 'nl', ['static/catalogue/thuisoefeningen-rug.json']);
    expect(document.getElementById('failed')?.hidden).toBe(false);
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
    // Without the centre's word for it the same code belongs to nothing here.
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
    // Nobody lies there any more: it waits for a finger, then goes on.
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
      [...document.querySelectorAll<HTMLButtonElement>('.buttons button')]
        .filter(({ hidden }) => !hidden)
        .map((one) => one.textContent);
    await open('#U6YBFS6');
    labelled('Speel de routine af')?.click();
    const following = ['Volgende oefening', 'Stoppen'];
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
    // Who can't see it is still on the button that was pressed.
    expect(document.activeElement).toBe(main);
    labelled('Volgende oefening')?.click();
    await vi.waitFor(() =>
      expect(shown()).toEqual([
        'Begin nu',
        '10 tellen meer',
        'Vorige oefening',
        'Sla over en rond af',
        'Stoppen',
      ]),
    );
    labelled('Stoppen')?.click();
    await vi.waitFor(() => expect(document.querySelector('.play')).toBeNull());
  });
});
