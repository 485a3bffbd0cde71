/**
 * Runs WPE WebKit, the engine of many set-top boxes, with `cog` (Debian). It has no remote control: the
 * page's driver requests each step from this server and posts the result.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Lab } from '../browser/lab';

/** Longest wait for the page's first request and for each result, ms. */
const ANSWER_MS = 60_000;

const NEXT = '/test/next';
const RESULT = '/test/result';

interface Question {
  what: string;
  args: unknown[];
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const isOnPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

/** Plugins that H.264 video needs, by Debian package. Without the first one, WebKit's page ends at once. */
const PLUGINS = {
  autodetect: 'gstreamer1.0-plugins-good',
  isomp4: 'gstreamer1.0-plugins-good',
  videoparsersbad: 'gstreamer1.0-plugins-bad',
  opengl: 'gstreamer1.0-gl',
  libav: 'gstreamer1.0-libav',
};

const LIBRARIES = '/usr/lib';

/** Debian packages whose plugin is missing on this machine. */
function missingPackages(): string[] {
  const installed = ['.', ...readdirSync(LIBRARIES)]
    .map((folder) => join(LIBRARIES, folder, 'gstreamer-1.0'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder));
  const missing = Object.entries(PLUGINS).filter(
    ([name]) => !installed.includes(`libgst${name}.so`),
  );
  return [...new Set(missing.map(([, from]) => from))];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Passes requests to the page when it asks for them. */
class Counter {
  private readonly waiting: Question[] = [];
  private asked: Question | undefined;
  private page: ServerResponse | undefined;

  ask(what: string, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the page did not answer "${what}" within ${ANSWER_MS / 1000} s`)),
        ANSWER_MS,
      );
      const done = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      };
      this.waiting.push({ what, args, resolve: done(resolve), reject: done(reject) });
      this.hand();
    });
  }

  /** @returns true when the request came from the page */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const path = (request.url ?? '').split('?')[0];
    if (path === NEXT) {
      this.page = response;
      this.hand();
      return true;
    }
    if (path !== RESULT) return false;
    bodyOf(request).then((text) => {
      const { value, error } = JSON.parse(text) as { value?: unknown; error?: string };
      const { asked } = this;
      this.asked = undefined;
      if (error === undefined) asked?.resolve(value);
      else asked?.reject(new Error(error));
      response.end();
    });
    return true;
  }

  private hand() {
    if (!this.page || this.asked) return;
    this.asked = this.waiting.shift();
    if (!this.asked) return;
    const { what, args } = this.asked;
    this.page.setHeader('Content-Type', 'application/json');
    this.page.end(JSON.stringify({ what, args }));
    this.page = undefined;
  }
}

export interface WebKitPage {
  /** The versions of `cog` and WebKit, as `cog` reports them. */
  version: string;
  ask(what: string, args: unknown[]): Promise<unknown>;
  open(address: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error, one sentence, when `cog` is missing or cannot play video */
export function startWebKit(lab: Lab): WebKitPage {
  for (const name of ['cog', 'dbus-run-session']) {
    if (!isOnPath(name)) throw new Error(`there is no ${name} on the PATH`);
  }
  const missing = missingPackages();
  if (missing.length > 0) throw new Error(`it can't play video without ${missing.join(', ')}`);
  const counter = new Counter();
  const others = lab.also;
  lab.also = (request, response) =>
    counter.serve(request, response) || others?.(request, response) === true;
  const runtime = mkdtempSync(join(tmpdir(), 'webkit-'));
  let browser: ChildProcess | undefined;
  return {
    version: execFileSync('cog', ['--version'], { encoding: 'utf8' }).trim(),
    ask: (what, args) => counter.ask(what, args),
    async open(address) {
      browser = spawn(
        'dbus-run-session',
        ['--', 'cog', '--platform=headless', `${address}?driven`],
        // A process group, so that its helper processes end with it.
        { detached: true, env: { ...process.env, XDG_RUNTIME_DIR: runtime }, stdio: 'ignore' },
      );
    },
    async close() {
      lab.also = others;
      if (browser?.pid && browser.exitCode === null) {
        const ended = new Promise((resolve) => browser?.once('exit', resolve));
        process.kill(-browser.pid, 'SIGKILL');
        await ended;
      }
      rmSync(runtime, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
