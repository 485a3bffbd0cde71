/** The browser and the encoder of tests and media tools. */
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, LaunchOptions, Page } from 'playwright-core';
import { ensureWorkbench } from './install';

export type { Browser, Page };

const INSTALLED_BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function onPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // The file is not in this folder.
    }
  }
  return undefined;
}

const QUIET = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/**
 * An installed Chromium or Chrome (`CHROME_PATH` first), else the workbench's own.
 * `BEWEEG_BROWSER=package` chooses the workbench's own in any case.
 * @throws Error, one sentence, when there is none, so that a browser test is never silently skipped
 */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH names ${wanted}, which is not there`);
    return { executablePath: wanted, args: QUIET };
  }
  if (process.env.BEWEEG_BROWSER !== 'package') {
    for (const name of INSTALLED_BROWSERS) {
      const file = onPath(name);
      if (file) return { executablePath: file, args: QUIET };
    }
    if (existsSync(MAC_CHROME)) return { executablePath: MAC_CHROME, args: QUIET };
  }
  ensureWorkbench();
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    const executablePath = await carried.executablePath();
    if (executablePath) return { executablePath, args: [...QUIET, '--headless=shell'] };
  } catch (cause) {
    throw new Error(
      'No browser: install Chromium or Chrome, or set CHROME_PATH; the one in tools/workbench did not unpack',
      { cause },
    );
  }
  throw new Error('No browser: install Chromium or Chrome, or set CHROME_PATH to one');
}

/** A headless browser with software WebGL and H.264, driven by playwright. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  ensureWorkbench();
  const { chromium } = await import('playwright-core');
  const { executablePath, args } = await findBrowser();
  return chromium.launch({
    executablePath,
    headless: true,
    ...options,
    args: [
      ...args,
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      ...(options.args ?? []),
    ],
  });
}

/** Path of an installed ffmpeg, else of the workbench's own. */
export async function ffmpegPath(): Promise<string> {
  const installed = process.env.FFMPEG_PATH ?? onPath('ffmpeg');
  if (installed && process.env.BEWEEG_BROWSER !== 'package') return installed;
  ensureWorkbench();
  const carried = await import('@ffmpeg-installer/ffmpeg');
  const { path } = carried.default;
  // The package's install step, which npm may not run, would set these rights.
  chmodSync(path, 0o755);
  return path;
}
