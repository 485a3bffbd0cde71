/** Opens the app in a language and a text size, and measures every text on its screens. */
import { mkdirSync } from 'node:fs';
import type { AppServices } from '../../src/app/services';
import type { Phase } from '../../src/catalogue/phases';
import type { Exercise } from '../../src/catalogue/types';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import type { TextSize } from '../../src/session/preferences/displayPreferences';
import { CODES, type Language } from '../../src/texts/languages';
import { compileTimeline } from '../../src/timeline/compile';
import { FPS } from '../../src/timeline/types';
import { type Served, serve } from '../../tools/serve';
import type { Browser } from '../../tools/workbench/index';
import { bundlePage } from '../browser/lab';
import type { Measured } from '../browser/pages/boxes';
import { frames } from '../browser/passing';
import { holdRemote, type Remote, type ScreenState } from '../browser/remote';

/** A small window, which draws faster. Measures are in the stage's own pixels. */
const WINDOW = { width: 960, height: 540 };

/** Folder for a picture of each screen; without it there are no pictures. */
const PICTURES = process.env.FITS_PICTURES;
const PICTURE_SIZE = { width: 1920, height: 1080 };

/** Text sizes to measure at. The layouts of the other sizes lie between these. */
const SIZES: readonly TextSize[] = ['normal', 'largest'];
const ALL_SIZES: readonly TextSize[] = ['normal', 'large', 'largest'];

/** The day of the tests. */
const DAY = '2026-11-25';

/** All values, or the one that the environment asks for. */
function wanted<T extends string>(usual: readonly T[], one: string | undefined, all = usual) {
  if (!one) return usual;
  const found = all.filter((each) => each === one);
  if (!found.length) throw new Error(`${one}: expected one of ${all.join(', ')}`);
  return found;
}

/** A language and a size; `FITS_LANGUAGE` and `FITS_SIZE` choose one. */
interface Case {
  language: Language;
  size: TextSize;
}

/** The sizes to measure at: both, or the one that is asked for. */
export const SIZES_MEASURED: readonly TextSize[] = wanted(SIZES, process.env.FITS_SIZE, ALL_SIZES);

export const CASES: Case[] = wanted(CODES, process.env.FITS_LANGUAGE).flatMap((language) =>
  SIZES_MEASURED.map((size) => ({ language, size })),
);

/** Without video the texts are the same, and the measuring is faster. */
export const serveWithoutVideo = (): Promise<Served> =>
  serve({
    intercept({ url }, response) {
      if (!url?.endsWith('/media/index.json')) return false;
      response.setHeader('Content-Type', 'application/json');
      response.end('{"exercises":{}}');
      return true;
    },
  });

/** Longest wait for what fades in, ms. */
const DRAWN_MS = 60_000;

/** Phases within this many seconds of the exercise's start, after the preparation. */
const SOON_SECONDS = 15;
/** Longest wait for such a phase, ms. */
const SOON_MS = 120_000;

function phasesSoon(exercise: Exercise): Phase[] {
  const { segments } = compileTimeline(exercise, {});
  const begin = segments.find(({ phase }) => phase !== 'prepare')?.startFrame ?? 0;
  const soon = segments.filter(({ startFrame }) => startFrame < begin + SOON_SECONDS * FPS);
  return [...new Set(soon.map(({ phase }) => phase))];
}

export class Fitting {
  /** Results since `begin`: the number of measured texts, and those that do not fit. */
  measured = 0;
  misfits: string[] = [];

  private constructor(
    readonly remote: Remote,
    private readonly name: string,
  ) {}

  /** @throws Error when the app does not use the language */
  static async open(
    browser: Browser,
    address: string,
    { language, size }: Case,
    memory: Partial<Memory> = {},
    window = WINDOW,
  ): Promise<Fitting> {
    if (PICTURES) mkdirSync(PICTURES, { recursive: true });
    const { settings } = emptyMemory(7);
    const remote = await holdRemote(browser, address, {
      size: PICTURES ? PICTURE_SIZE : window,
      locale: language,
      day: DAY,
      memory: {
        ...memory,
        settings: { ...settings, ...memory.settings, textSize: size, reducedMotion: true },
      },
    });
    await remote.page.evaluate(await bundlePage('boxes'));
    const taken = await remote.page.evaluate(() => document.documentElement.lang);
    if (taken !== language) throw new Error(`the app is in ${taken}, not in ${language}`);
    return new Fitting(remote, `${language}-${size}`);
  }

  begin(): void {
    this.measured = 0;
    this.misfits = [];
  }

  /** Measures the present screen when nothing moves. @throws Error when it has no text */
  async measure(screen: string): Promise<void> {
    await this.remote.until('a settled page', (now) => !now.navigating && now.page !== '');
    const { page } = this.remote;
    // Waits until the effect of a key is drawn.
    await frames(page);
    const look = () => page.evaluate('window.boxes.measure()') as Promise<Measured>;
    let found = await look();
    // Waits for a dialog to fade in.
    for (const end = Date.now() + DRAWN_MS; found.texts === 0; found = await look()) {
      if (Date.now() > end) throw new Error(`${screen}: no text on it`);
      await frames(page);
    }
    this.measured += found.texts;
    this.misfits.push(...found.misfits.map((one) => `${screen}: ${one}`));
    if (!PICTURES) return;
    const name = screen.replace(/[^a-z0-9]+/gi, '-');
    await page.screenshot({ path: `${PICTURES}/${this.name}-${name}.png` });
  }

  /**
   * Measures every phase that comes soon in an exercise, when it comes. With repetitions each comes again.
   * @param name of the screen, before the phase
   * @param measured phases that were measured already
   */
  async measurePhases(name: string, exercise: Exercise, measured: readonly Phase[]): Promise<void> {
    const left = new Set(phasesSoon(exercise).filter((phase) => !measured.includes(phase)));
    const isLeft = ({ view }: ScreenState) => view !== undefined && left.has(view.overlay.phase);
    while (left.size > 0) {
      const { view } = await this.remote.until(
        `${name}: ${[...left].join(' or ')}`,
        isLeft,
        SOON_MS,
      );
      const phase = view?.overlay.phase as Phase;
      await this.measure(`${name}, ${phase}`);
      left.delete(phase);
    }
  }

  /** Opens an address, like a link. */
  async go(hash: string, name: string): Promise<void> {
    await this.remote.page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    await this.remote.until(hash, (now) => now.page === name && !now.navigating);
  }

  /** Runs something with the services of the page. */
  inApp<T>(look: (services: AppServices) => T): Promise<T> {
    return this.remote.page.evaluate(
      `(${look})(window.beweegMee.services)` as unknown as () => Promise<T>,
    ) as Promise<T>;
  }
}
