/** Tests the settings: rows with left and right, files to save and to load, erasing. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeDocument } from '../../../../src/session/memory/document';
import { emptyMemory } from '../../../../src/session/memory/memory';
import { remembering, textsIn } from '../../fakes';
import { start, type TestApp } from '../../harness';

afterEach(() => vi.restoreAllMocks());

/** All rows where a centre sets nothing, from the top, by their headings. */
const SECTIONS = {
  OEFENEN: ['minutes', 'wait', 'harder', 'mat', 'chair', 'wall', 'support', 'ball'],
  'GELUID EN STEM': ['volume', 'voice', 'captions'],
  'BEELD EN TEKST': ['text', 'contrast', 'still', 'language'],
  'TELEFOON EN CODE': ['code', 'distance', 'diagonal'],
  'DIT TOESTEL': ['export', 'import', 'erase', 'staff', 'about', 'back'],
};
const ROWS = Object.values(SECTIONS).flat();
const STAFF = ['group', 'waiting-room', 'technical', 'back'];

const open = (change = {}) => start(change, '#settings');

/** Moves the focus to a row, from any row. */
async function to(app: TestApp, row: string) {
  for (let n = 0; n < 30 && app.focused() !== `set:${ROWS[0]}`; n++) await app.input('Up');
  for (let n = 0; n < 30 && app.focused() !== `set:${row}`; n++) await app.input('Down');
  expect(app.focused()).toBe(`set:${row}`);
}

describe('settings', () => {
  it('left and right change a row, and it is remembered', async () => {
    const app = await open();
    expect(app.focused()).toBe('set:minutes');
    await app.input('Right', 'Right');
    expect(app.shown('15 minuten')).toBe(true);
    await app.input('Down', 'OK', 'Down', 'Right');
    await to(app, 'mat');
    await app.input('Left');
    await to(app, 'ball');
    await app.input('OK');
    const again = await open({ store: app.fakes.store });
    expect(again.services.memoryStore.memory.settings).toEqual({
      minutes: 15,
      waitForMe: true,
      harder: true,
      equipment: ['chair', 'wall', 'support', 'ball'],
    });
  });

  it('says beside the list what the focused row means', async () => {
    const app = await open();
    expect(app.shown('Zo lang duurt de routine van vandaag')).toBe(true);
    await app.input('Down');
    expect(app.shown('Elke oefening begint pas als je op OK drukt.')).toBe(true);
  });

  it('every row can be reached, and Back leads home from each', async () => {
    const app = await start();
    await app.input('Up', 'Up', 'Right', 'Right', 'OK');
    expect(await walk(app)).toEqual(ROWS);
    for (const row of ROWS) {
      await to(app, row);
      await app.input('Back');
      expect(app.state(), row).toMatchObject({ page: 'home', focus: 'button:settings' });
      await app.input('OK');
      expect(app.state().page).toBe('settings');
    }
    await to(app, 'back');
    await app.input('OK');
    expect(app.state()).toMatchObject({ page: 'home', focus: 'button:settings' });
  });

  it('the language changes at once, and its row keeps the focus', async () => {
    const app = await open();
    while (app.focused() !== 'set:language') await app.input('Down');
    expect(app.shown('Nederlands')).toBe(true);
    await app.input('Right');
    expect(app.focused()).toBe('set:language');
    expect(app.shown('Settings')).toBe(true);
    expect(app.shown('English')).toBe(true);
    await app.input('Left');
    expect(app.focused()).toBe('set:language');
    expect(app.shown('Instellingen')).toBe(true);
  });

  it('waiting for me reaches the player', async () => {
    const app = await open();
    await app.input('Down', 'OK');
    expect(app.services.memoryStore.memory.settings.waitForMe).toBe(true);
  });
});

/** All rows from the top, in order. */
async function walk(app: TestApp): Promise<string[]> {
  const seen: string[] = [];
  while (seen.at(-1) !== app.focused()) {
    seen.push(app.focused());
    await app.input('Down');
  }
  return seen.map((row) => row.replace('set:', ''));
}

describe('the groups of rows', () => {
  it('each have a heading above their rows', async () => {
    const app = await open();
    const lines: string[] = [];
    for (const row of ROWS) {
      await to(app, row);
      lines.push(...app.texts().filter((text) => text in SECTIONS));
    }
    expect([...new Set(lines)]).toEqual(Object.keys(SECTIONS));
  });

  it('what staff needs is behind one row, and Back leads from there to that row', async () => {
    const app = await open();
    expect(await walk(app)).toEqual(ROWS);
    await to(app, 'staff');
    await app.input('OK');
    expect(app.state().page).toBe('settings');
    expect(app.shown('Voor medewerkers')).toBe(true);
    expect(await walk(app)).toEqual(STAFF);
    await app.input('Back');
    expect(app.state()).toMatchObject({ page: 'settings', focus: 'set:staff' });
    await app.input('OK');
    expect(app.focused()).toBe('set:group');
    await app.input('Right');
    expect(app.services.memoryStore.memory.settings.group).toBe('waits');
    expect(app.focused()).toBe('set:group');
    while (app.focused() !== 'set:back') await app.input('Down');
    await app.input('OK');
    expect(app.focused()).toBe('set:staff');
  });

  it('an address leads to a row', async () => {
    const app = await start({}, '#settings/distance');
    expect(app.state()).toMatchObject({ page: 'settings', focus: 'set:distance' });
    const staff = await start({}, '#settings/staff');
    expect(staff.focused()).toBe('set:group');
    const none = await start({}, '#settings/onzin');
    expect(none.focused()).toBe('set:minutes');
  });

  it('what one has at home is worded so', async () => {
    const app = await open();
    expect(app.shown('In huis: muur')).toBe(true);
    await to(app, 'support');
    expect(app.shown('In huis: stevige steun')).toBe(true);
  });
});

describe('sound', () => {
  it('is made softer and louder, and one hears it', async () => {
    const app = await open();
    await to(app, 'volume');
    expect(app.shown('80 %')).toBe(true);
    await app.input('Left');
    expect(app.fakes.sound).toMatchObject({ volume: 0.7, muted: false });
    expect(app.shown('70 %')).toBe(true);
    expect(app.fakes.samples).toBe(1);
    await app.input('Right', 'Right', 'Right', 'Right');
    expect(app.fakes.sound.volume).toBe(1);
  });

  it('goes off with OK, and comes back as loud as it was', async () => {
    const app = await open();
    await to(app, 'volume');
    await app.input('Left', 'OK');
    expect(app.fakes.sound).toMatchObject({ volume: 0.7, muted: true });
    expect(app.shown('70 %')).toBe(false);
    await app.input('Right');
    expect(app.fakes.sound).toMatchObject({ volume: 0.7, muted: false });
    for (let n = 0; n < 8; n++) await app.input('Left');
    expect(app.fakes.sound.volume).toBe(0);
    await app.input('OK');
    expect(app.fakes.sound).toMatchObject({ volume: 0.8, muted: false });
  });

  it('the voice says more or less, and captions come on; without sound they are always on', async () => {
    const app = await open();
    await to(app, 'voice');
    expect(app.shown('aanwijzingen en tellen')).toBe(true);
    await app.input('Right');
    expect(app.fakes.sound.voice).toBe('everything');
    await app.input('Down', 'OK');
    expect(app.fakes.sound.captions).toBe(true);
    await app.input('OK', 'Up', 'Up', 'OK', 'Down', 'Down');
    expect(app.focused()).toBe('set:captions');
    expect(app.shown('altijd aan')).toBe(true);
  });
});

describe('a file', () => {
  it('holds all that is remembered', async () => {
    const app = await open({
      store: remembering({ shelf: [{ exercise: 'kat', since: '2026-11-01', reason: 'own' }] }),
    });
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => {
      blobs.push(blob);
      return 'blob:x';
    };
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await to(app, 'export');
    await app.input('OK');
    expect(names).toEqual(['beweeg-mee-2026-11-25.json']);
    expect(await blobs[0]?.text()).toBe(app.services.memoryStore.exportText());
    expect(app.state().dialog).toBe('export');
    expect(app.shown('beweeg-mee-2026-11-25.json')).toBe(true);
  });

  it('a set without files says so', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Web0S; Linux/SmartTV)');
    const app = await open();
    await to(app, 'export');
    await app.input('OK');
    expect(app.shown('Dit toestel bewaart geen bestanden')).toBe(true);
    await app.input('OK');
    await to(app, 'import');
    await app.input('OK');
    expect(app.shown('Dit toestel opent geen bestanden')).toBe(true);
  });

  /** Chooses a file with this text. */
  async function choose(app: TestApp, text: string) {
    const inputs: HTMLInputElement[] = [];
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
      this: HTMLInputElement,
    ) {
      inputs.push(this);
    });
    URL.createObjectURL ??= () => '';
    await to(app, 'import');
    await app.input('OK');
    const [input] = inputs;
    if (!input) throw new Error('No file was asked for');
    Object.defineProperty(input, 'files', { value: [new File([text], 'x.json')] });
    input.dispatchEvent(new Event('change'));
    await expect.poll(() => app.state().dialog).toBe('import');
  }

  it('comes in place of what was remembered', async () => {
    const app = await open();
    const memory = emptyMemory(3);
    await choose(app, writeDocument({ ...memory, settings: { ...memory.settings, minutes: 5 } }));
    await app.settle();
    expect(app.shown('Alles staat weer klaar')).toBe(true);
    expect(app.services.memoryStore.memory.settings.minutes).toBe(5);
    await app.input('OK');
    for (let n = 0; n < 30; n++) await app.input('Up');
    expect(app.shown('5 minuten')).toBe(true);
  });

  it('brings its language at once', async () => {
    const app = await open();
    const { settings, ...memory } = emptyMemory(3);
    await choose(app, writeDocument({ ...memory, settings: { ...settings, language: 'fr' } }));
    await app.settle();
    expect(app.services.language).toBe('fr');
    expect(app.shown(`${textsIn('fr')['import.title']}`)).toBe(true);
    await app.input('OK');
    expect(app.focused()).toBe('set:import');
    expect(app.shown(`${textsIn('fr')['settings.title']}`)).toBe(true);
  });

  it('that is broken changes nothing, and says in one sentence why', async () => {
    const app = await open();
    const before = app.services.memoryStore.memory;
    await choose(app, '{"version": 1,');
    await app.settle();
    expect(app.shown('Dit bestand kan ik niet lezen')).toBe(true);
    expect(app.shown('Er is niets veranderd.')).toBe(true);
    expect(app.services.memoryStore.memory).toBe(before);
  });
});

describe('erasing', () => {
  it('asks, with the focus on keeping', async () => {
    const app = await open();
    await to(app, 'erase');
    await app.input('OK');
    expect(app.state()).toMatchObject({ dialog: 'erase', focus: 'button:keep' });
    await app.input('OK');
    expect(app.focused()).toBe('set:erase');
  });

  it('leaves nothing behind', async () => {
    const app = await open({
      store: remembering({
        pain: [{ exercise: 'brug', day: '2026-11-25' }],
        settings: { ...emptyMemory(1).settings, minutes: 5 },
      }),
    });
    await to(app, 'erase');
    await app.input('OK', 'Right', 'OK');
    expect(app.state().dialog).toBe('erased');
    expect([...app.fakes.store.texts.values()].join()).not.toContain('brug');
    const { seed: _, ...rest } = app.services.memoryStore.memory;
    const { seed: __, ...empty } = emptyMemory(1);
    expect(rest).toEqual(empty);
    await app.input('OK');
    expect(app.focused()).toBe('set:erase');
    for (let n = 0; n < 30; n++) await app.input('Up');
    expect(app.shown('10 minuten')).toBe(true);
  });
});

describe('storage', () => {
  it('that is refused is told once, on home, and everything works', async () => {
    const app = await start({ store: { texts: new Map(), broken: new Error('SecurityError') } });
    expect(app.shown('Dit toestel onthoudt niets voor deze app.')).toBe(true);
    expect(app.focused()).toBe('button:start');
    await app.input('Up', 'Up', 'Right', 'OK', 'Back');
    expect(app.shown('Dit toestel onthoudt niets')).toBe(false);
  });

  it('with a document that can’t be read keeps it beside, and says so', async () => {
    const texts = new Map([['beweeg-mee.memory', '{"version": 1, "routines": 12']]);
    const app = await start({ store: { texts } });
    expect(app.shown('Het is apart bewaard')).toBe(true);
    expect([...texts.values()]).toContain('{"version": 1, "routines": 12');
  });
});
