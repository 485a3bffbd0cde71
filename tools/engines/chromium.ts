/**
 * Drives a Chromium of any age by its DevTools protocol. Playwright's own driver needs a newer one
 * than old televisions have.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findBrowser } from '../workbench/index';
import { oldChromium } from './install';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--no-first-run',
  '--mute-audio',
  '--disable-gpu-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--autoplay-policy=no-user-gesture-required',
  '--window-size=1280,720',
  '--remote-debugging-port=0',
];
const OLD_GRAPHICS = ['--use-gl=swiftshader', '--ignore-gpu-blacklist'];
const NEW_GRAPHICS = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** Longest time for a browser to start, ms. */
const START_MS = 30_000;

/**
 * Name of the driver's package. It is a variable, so that the compiler does not look for the
 * package, which is installed on first use.
 */
const DRIVER = 'chrome-remote-interface';

/** The used part of the driver. */
interface Client {
  send(method: string, parameters?: object): Promise<unknown>;
  on(event: string, then: (parameters: never) => void): void;
  close(): Promise<void>;
}

interface Thrown {
  exceptionDetails: { text: string; exception?: { description?: string } };
}

interface Told {
  type: string;
  args: { value?: unknown; description?: string }[];
}

interface Logged {
  entry: { level: string; text: string; url?: string };
}

interface Reported {
  text: string;
  url: string;
}

/** A browser with one page. */
export interface DrivenBrowser {
  /** Version in the browser's own words: `HeadlessChrome/76.0.3803.0`. */
  version: string;
  /** Errors that the page reported in any way, each with the address it concerns, if any. */
  errors: Reported[];
  goto(address: string): Promise<void>;
  /** Runs a script in every page that opens afterwards, before the page's own scripts. */
  before(script: string): Promise<void>;
  /**
   * Evaluates an expression in the page.
   * @throws Error with the error of the page
   */
  evaluate<T>(expression: string): Promise<T>;
  /**
   * Presses a key.
   * @param key name that the page receives
   * @param code number of the key
   */
  press(key: string, code: number): Promise<void>;
  close(): Promise<void>;
}

/** The port that a starting browser announces. */
function portOf(browser: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = globalThis.setTimeout(
      () => reject(new Error(`it can't be driven within ${START_MS / 1000} s`)),
      START_MS,
    );
    browser.stderr?.on('data', (text: Buffer) => {
      said += text;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    browser.once('error', reject);
    browser.once('exit', (code) => {
      clearTimeout(timer);
      const last = said.trim().split('\n').pop();
      reject(new Error(`it ended at once (${code}): ${last}`));
    });
  });
}

function watch(client: Client): Reported[] {
  const errors: Reported[] = [];
  client.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }: Thrown) =>
    errors.push({ text: `page: ${exception?.description ?? text}`, url: '' }),
  );
  client.on('Runtime.consoleAPICalled', ({ type, args }: Told) => {
    if (type !== 'error' && type !== 'assert') return;
    const said = args.map((arg) => arg.value ?? arg.description).join(' ');
    errors.push({ text: `console: ${said}`, url: '' });
  });
  client.on('Log.entryAdded', ({ entry: { level, text, url } }: Logged) => {
    if (level === 'error') errors.push({ text: `log: ${text}`, url: url ?? '' });
  });
  return errors;
}

/**
 * Address of the page's debugger. The call waits for it, because a browser announces its port
 * before it has a page.
 * @throws Error, one sentence, where no page comes
 */
async function pageAt(port: number): Promise<string> {
  for (const end = Date.now() + START_MS; Date.now() < end; await setTimeout(100)) {
    const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const page = (pages as { type: string; webSocketDebuggerUrl?: string }[]).find(
      (one) => one.type === 'page' && one.webSocketDebuggerUrl,
    );
    if (page?.webSocketDebuggerUrl) return page.webSocketDebuggerUrl;
  }
  throw new Error(`it has no page within ${START_MS / 1000} s`);
}

async function connect(port: number): Promise<Client> {
  const { default: driver } = (await import(DRIVER)) as {
    default(options: object): Promise<Client>;
  };
  return driver({ target: await pageAt(port), local: true });
}

function drive(client: Client, version: string, end: () => Promise<void>): DrivenBrowser {
  const send = <T>(method: string, parameters?: object) =>
    client.send(method, parameters) as Promise<T>;
  return {
    version,
    errors: watch(client),
    async goto(address) {
      const loaded = new Promise<void>((resolve) => client.on('Page.loadEventFired', resolve));
      await send('Page.navigate', { url: address });
      await loaded;
    },
    async before(source) {
      await send('Page.addScriptToEvaluateOnNewDocument', { source });
    },
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send<{ result: { value: T } } & Partial<Thrown>>(
        'Runtime.evaluate',
        { expression, returnByValue: true, awaitPromise: true },
      );
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      }
      return result.value;
    },
    async press(key, code) {
      const parameters = {
        key,
        code: key,
        windowsVirtualKeyCode: code,
        nativeVirtualKeyCode: code,
      };
      await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...parameters });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...parameters });
    },
    async close() {
      await client.close();
      await end();
    },
  };
}

async function start(file: string, flags: string[], libraries: string[]): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'engine-'));
  const browser = spawn(file, [...FLAGS, ...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [...libraries, process.env.LD_LIBRARY_PATH ?? ''].join(delimiter),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const end = async () => {
    browser.kill('SIGKILL');
    await ended;
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch {
      // A process of the browser still writes there. The machine clears this folder of temporary
      // files itself.
    }
  };
  try {
    const port = await portOf(browser);
    const client = await connect(port);
    for (const domain of ['Page', 'Runtime', 'Log']) await client.send(`${domain}.enable`);
    const { product } = (await client.send('Browser.getVersion')) as { product: string };
    return drive(client, product, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * Starts an old Chromium.
 * @param flags flags beside the standard ones
 * @throws Error, one sentence, where it is not available or does not start
 */
export async function startOldChromium(
  version: number,
  flags: readonly string[] = [],
): Promise<DrivenBrowser> {
  const { file, libraries } = await oldChromium(version);
  return start(file, [...OLD_GRAPHICS, ...flags], libraries);
}

/** Starts the browser of all other tests, driven in the same way. */
export async function startCurrentChromium(): Promise<DrivenBrowser> {
  const { executablePath, args } = await findBrowser();
  return start(executablePath, [...args, ...NEW_GRAPHICS], []);
}
