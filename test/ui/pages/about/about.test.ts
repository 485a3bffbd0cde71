/** Tests the page about the app: version, privacy, sources, licences, and the exit of the app. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import metadata from '../../../../metadata.json';
import { SOURCE } from '../../fakes';
import { start, type TestApp } from '../../harness';

afterEach(() => vi.restoreAllMocks());

/** The text of every section, on all its pages, while the focus goes down the list. */
async function read(app: TestApp): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (let n = 0; n < 6; n++) {
    const pages: string[] = [];
    for (let page = 0; page < 5; page++) {
      const now = app.texts().join(' ').replace(/\s+/g, ' ');
      if (pages.includes(now)) break;
      pages.push(now);
      await app.input('Right');
    }
    told[app.focused()] = pages.join(' ');
    await app.input('Down');
  }
  return told;
}

describe('about', () => {
  it('is a row of the settings, and Back leads there again', async () => {
    const app = await start({}, '#settings');
    for (let n = 0; n < 30 && app.focused() !== 'set:about'; n++) await app.input('Down');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'about', focus: 'set:about-what' });
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'settings', focus: 'set:about' });
  });

  it('tells version, set, privacy, licences and sources', async () => {
    const app = await start({ platform: 'webos' }, '#about');
    const told = await read(app);
    expect(Object.keys(told)).toEqual([
      'set:about-what',
      'set:about-privacy',
      'set:about-sources',
      'set:about-licences',
      'set:about-version',
      'set:about-technical',
    ]);
    expect(told['set:about-what']).toContain('is geen behandeling');
    expect(told['set:about-privacy']).toContain('Niets daarvan verlaat het toestel.');
    expect(told['set:about-sources']).toContain('Versie: scan 2026-11. Datum: 22 november 2026.');
    expect(told['set:about-sources']).toContain('Nog niet nagekeken door een kinesitherapeut.');
    for (const name of ['hls.js', 'Lightning', 'valibot', 'Lexend', 'Feather', 'licences.txt']) {
      expect(told['set:about-licences']).toContain(name);
    }
    expect(told['set:about-version']).toContain(`Beweeg mee ${metadata.version}`);
    expect(told['set:about-version']).toContain('LG webOS');
    expect(app.focused()).toBe('set:back');
    await app.input('OK');
    expect(app.state().page).toBe('home');
  });

  it('names who published and reviewed, and says the same of a translation', async () => {
    const reviewed = {
      ...SOURCE,
      source: { ...SOURCE.source, publisher: 'AZ Voorbeeld', reviewer: 'A. Kine' },
      translated: { language: 'fr', reviewer: '' },
    };
    const app = await start({ sources: [reviewed] }, '#about');
    await app.input('Down', 'Down');
    expect(app.shown('Uitgegeven door AZ Voorbeeld.')).toBe(true);
    expect(app.shown('Nagekeken door A. Kine.')).toBe(true);
    expect(app.shown('De vertaling is nog niet nagekeken.')).toBe(true);
    const done = await start(
      { sources: [{ ...reviewed, translated: { language: 'fr', reviewer: 'B. Kine' } }] },
      '#about',
    );
    await done.input('Down', 'Down');
    expect(done.shown('De vertaling is nagekeken door B. Kine.')).toBe(true);
  });

  it('many brochures take several pages; every one is read with the arrows, and OK begins again', async () => {
    const sources = Array.from({ length: 9 }, (_, n) => ({ ...SOURCE, title: `Brochure ${n}` }));
    const app = await start({ sources }, '#about');
    await app.input('Down', 'Down');
    expect(app.shown('Brochure 0')).toBe(true);
    expect(app.shown('Brochure 8')).toBe(false);
    const seen = new Set<string>();
    for (let n = 0; n < 4; n++) {
      for (const { title } of sources) if (app.shown(title)) seen.add(title);
      await app.input('Right');
    }
    expect(seen.size).toBe(9);
    expect(app.focused()).toBe('set:about-sources');
    await app.input('OK');
    expect(app.shown('Brochure 0')).toBe(true);
  });

  it('without any brochure says so', async () => {
    const app = await start({ sources: [] }, '#about');
    await app.input('Down', 'Down');
    expect(app.shown('Er zijn geen oefeningen geladen.')).toBe(true);
  });
});

describe('leaving the app', () => {
  it('asks on home, on every kind of set, and leaves as that set does', async () => {
    let backs = 0;
    const platformBack = () => {
      backs += 1;
    };
    vi.stubGlobal('webOS', { platformBack });
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    const app = await start({ platform: 'webos' });
    await app.input('Back');
    expect(app.state()).toMatchObject({ dialog: 'exit', focus: 'button:stay' });
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined });
    expect(backs).toBe(0);
    await app.input('Back', 'Right', 'OK');
    expect(backs).toBe(1);
    expect(close).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
