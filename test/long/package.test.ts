/** Makes each package with its command and opens it: checks its files, and that the app runs. */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOldChromium } from '../../tools/engines/chromium';
import { OLDEST } from '../../tools/engines/names';
import { FOR_SERVERS, shippedFiles } from '../../tools/package/files';
import { HEADERS } from '../../tools/policy';
import { type Served, serve } from '../../tools/serve';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { holdRemote, type Remote, type ScreenState } from '../browser/remote';
import { type Files, ipkFiles, pngSize } from '../support/archive';
import { DAY, ONLY_THREE } from '../support/today';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'releases');
const METADATA = JSON.parse(readFileSync(join(ROOT, 'metadata.json'), 'utf8'));

const make = (kind: string): string =>
  execFileSync('npm', ['run', '--silent', 'package', '--', kind], { cwd: ROOT, encoding: 'utf8' });

/** A set lets a page from a file read the files beside it. */
const AS_A_SET = ['--allow-file-access-from-files'] as const;

const STATE = 'window.beweegMee && window.beweegMee.state()';

/** Files that no package may contain. */
const NEEDLESS =
  /\.map$|inspect|\.schema\.json$|(^|\/)\.|\.test\.|node_modules|\.ts$|README|barcode/;

/** On a set, the app reads its own files without a server. */
const onSets = shippedFiles().filter(
  (name) => !FOR_SERVERS.some((one) => name === one || name.startsWith(`${one}/`)),
);

function checkApp(files: Iterable<string>, wanted = shippedFiles()) {
  const names = [...files];
  expect(names.filter((name) => NEEDLESS.test(name))).toEqual([]);
  for (const name of ['index.html', 'appBundle.js', 'settings.json', 'licences.txt']) {
    expect(names).toContain(name);
  }
  for (const name of wanted) expect(names).toContain(name);
  expect(names).toContain('static/media/brug/lift.m4s');
  expect(names).toContain('static/voice/nl/index.json');
}

function unpack(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'beweeg-mee-'));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** Plays until the video moves, without an error on the page. */
async function playsFrom(browser: Browser, address: string) {
  const remote: Remote = await holdRemote(browser, address, { memory: ONLY_THREE, day: DAY });
  const { press, until } = remote;
  await press('OK');
  await until('the player', (now) => now.view?.state === 'playing');
  await press('OK');
  await until('video', ({ view }) => view?.picture === 'video' && view.overlay.phase === 'move');
  await remote.page.close();
  expect(remote.errors.filter((error) => !error.includes('$WEBAPIS'))).toEqual([]);
}

describe('webOS', () => {
  let files: Files;
  let folder: string;

  beforeAll(() => {
    const made = make('webos');
    expect(made).toMatch(/be\.beweegmee\.app_\d+\.\d+\.\d+_all\.ipk/);
    const path = `usr/palm/applications/${METADATA.identifier}/`;
    const all = ipkFiles(readFileSync(join(ROOT, made.trim().replace('Made ', ''))));
    files = new Map(
      [...all].flatMap(([name, bytes]) =>
        name.startsWith(path) ? [[name.slice(path.length), bytes] as const] : [],
      ),
    );
    folder = unpack(files);
    // The first use installs LG's packager.
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the app and nothing else', () => {
    checkApp(files.keys(), onSets);
    const own = new Set([...onSets, 'appinfo.json', 'icon80.png', 'icon130.png', 'splash.png']);
    expect([...files.keys()].filter((name) => !own.has(name))).toEqual([]);
  });

  it('describes itself as LG asks', () => {
    expect(JSON.parse(String(files.get('appinfo.json')))).toMatchObject({
      id: METADATA.identifier,
      version: METADATA.version,
      type: 'web',
      main: 'index.html',
      title: 'Beweeg mee',
      icon: 'icon80.png',
      largeIcon: 'icon130.png',
      resolution: '1920x1080',
      disableBackHistoryAPI: true,
      screenSaverProperties: { preferredType: '2' },
    });
    const sizes = ['icon80.png', 'icon130.png', 'splash.png'].map((name) =>
      pngSize(files.get(name) as Buffer),
    );
    expect(sizes).toEqual([
      [80, 80],
      [130, 130],
      [1920, 1080],
    ]);
  });

  it('plays from its own files, as a set opens it', async () => {
    const browser = await launchBrowser({ args: [...AS_A_SET] });
    try {
      await playsFrom(browser, `file://${folder}/index.html`);
    } finally {
      await browser.close();
    }
  });

  it('plays from its own files on the oldest engine', async () => {
    const engine = await startOldChromium(OLDEST, AS_A_SET);
    const state = () => engine.evaluate<ScreenState | undefined>(STATE);
    const until = (what: string, passes: (now: ScreenState) => boolean) =>
      expect
        .poll(async () => passes((await state()) ?? ({} as ScreenState)), {
          message: what,
          timeout: 60_000,
        })
        .toBe(true);
    try {
      await engine.goto(`file://${folder}/index.html`);
      await until('home', ({ focus, page }) => page === 'home' && focus !== '');
      await engine.press('Enter', 13);
      await until('the player', ({ view }) => view?.state === 'playing');
      await engine.press('Enter', 13);
      await until('video', ({ view }) => view?.picture === 'video');
      // The engine itself reports an optional missing file as an error.
      const told = engine.errors.filter(({ url }) => !url.endsWith('/centre.json'));
      expect(told.map(({ text }) => text)).toEqual([]);
    } finally {
      await engine.close();
    }
  });
});

describe('Tizen', () => {
  let files: Files;

  beforeAll(() => {
    const made = make('tizen').trim().replace('Made ', '');
    expect(made).toMatch(/\.wgt$/);
    const zip = unzipSync(new Uint8Array(readFileSync(join(ROOT, made))));
    files = new Map(Object.entries(zip).map(([name, bytes]) => [name, Buffer.from(bytes)]));
  });

  it('holds the app, its description and nothing else; it is not signed', () => {
    checkApp(files.keys(), onSets);
    const own = new Set([...onSets, 'config.xml', 'icon.png']);
    expect([...files.keys()].filter((name) => !own.has(name))).toEqual([]);
  });

  it('describes itself as Samsung asks, and wants no right but to the remote’s keys', () => {
    const xml = String(files.get('config.xml'));
    const about = new Xml(xml);
    expect(about.attribute('widget', 'version')).toBe(METADATA.version);
    expect(about.attribute('tizen:application', 'id')).toMatch(/^[A-Za-z0-9]{10}\.\w+$/);
    expect(about.attribute('tizen:application', 'package')).toMatch(/^[A-Za-z0-9]{10}$/);
    // The README claims no older set.
    expect(about.attribute('tizen:application', 'required_version')).toBe('6.0');
    expect(about.attribute('content', 'src')).toBe('index.html');
    expect(about.attribute('icon', 'src')).toBe('icon.png');
    expect(about.all('tizen:privilege', 'name')).toEqual([
      'http://tizen.org/privilege/tv.inputdevice',
    ]);
    expect(pngSize(files.get('icon.png') as Buffer)).toEqual([512, 423]);
    expect(String(files.get('index.html'))).toContain('$WEBAPIS/webapis/webapis.js');
  });
});

/** The attributes of a small, valid XML file. */
class Xml {
  constructor(private readonly xml: string) {}
  all(tag: string, name: string): string[] {
    const tags = this.xml.match(new RegExp(`<${tag} [^>]*>`, 'g')) ?? [];
    return tags.map((one) => new RegExp(` ${name}="([^"]*)"`).exec(one)?.[1] ?? '');
  }
  attribute(tag: string, name: string): string | undefined {
    return this.all(tag, name)[0];
  }
}

describe('web', () => {
  let served: Served;

  beforeAll(async () => {
    make('web');
    served = await serve({ folder: join(OUT, 'web/app') });
  });

  afterAll(() => served?.close());

  it('holds the app and nothing else', () => {
    const app = join(OUT, 'web/app');
    const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(app, name)).isFile(),
    );
    checkApp(files);
    expect(files.sort()).toEqual(shippedFiles());
  });

  it('writes out caching and policy for nginx and Caddy', () => {
    for (const name of ['nginx.conf', 'Caddyfile']) {
      const text = readFileSync(join(OUT, 'web', name), 'utf8');
      for (const [header, value] of Object.entries(HEADERS)) {
        expect(text).toContain(`${header} "${value}"`);
      }
      expect(text).toContain('"no-cache"');
      expect(text).toContain('"public, max-age=86400"');
    }
    // Caddy applies a header without a condition last, so it would shorten the clips' caching.
    const caddy = readFileSync(join(OUT, 'web/Caddyfile'), 'utf8');
    const caching = caddy.split('\n').filter((line) => line.includes('Cache-Control'));
    expect(caching).toHaveLength(2);
    for (const line of caching) expect(line).toMatch(/^\theader @\w+ Cache-Control /);
  });

  it('plays from an unpacked folder', async () => {
    const browser = await launchBrowser();
    try {
      await playsFrom(browser, served.address);
    } finally {
      await browser.close();
    }
  });
});

describe('kiosk', () => {
  const folder = join(OUT, 'kiosk');

  beforeAll(() => void make('kiosk'));

  it('starts Chromium on the whole screen, and starts it again', () => {
    const script = join(folder, 'beweeg-mee-start');
    expect(statSync(script).mode & 0o111).toBe(0o111);
    execFileSync('sh', ['-n', script]);
    const text = readFileSync(script, 'utf8');
    for (const flag of ['kiosk', 'autoplay-policy=no-user-gesture-required', 'noerrdialogs']) {
      expect(text).toContain(`--${flag}`);
    }
    const unit = readFileSync(join(folder, 'beweeg-mee.service'), 'utf8');
    expect(unit).toContain('Restart=always');
    expect(unit).toMatch(/^ExecStart=.+\/beweeg-mee-start$/m);
  });

  it('hands the address and the flags to the browser it finds', () => {
    const bin = mkdtempSync(join(tmpdir(), 'beweeg-mee-'));
    const fake = (name: string, body: string) =>
      writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    fake('chromium', 'printf "%s\\n" "$@"');
    fake('curl', 'exit 0');
    const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: bin, BEWEEG_MEE: 'http://centre.example/' };
    const said = execFileSync(join(folder, 'beweeg-mee-start'), { env, encoding: 'utf8' });
    const words = said.trim().split('\n');
    expect(words).toContain('--kiosk');
    expect(words).toContain(`--user-data-dir=${bin}/.local/state/beweeg-mee`);
    expect(words.at(-1)).toBe('http://centre.example/');
    rmSync(bin, { recursive: true });
  });
});

it('says what it can package when asked for something else', () => {
  expect(() =>
    execFileSync('npm', ['run', '--silent', 'package', '--', 'toaster'], {
      cwd: ROOT,
      stdio: 'pipe',
    }),
  ).toThrow(/Say what to package: webos, tizen, web, kiosk/);
});
