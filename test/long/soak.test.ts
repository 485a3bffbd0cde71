/**
 * Plays hundreds of exercises one after another, as in weeks of use, and checks that the page's memory does
 * not grow.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../tools/workbench/index';
import { grown, type Held, soak, soakBrowser } from '../support/soak';
import { soakPicture } from '../support/soakPlot';

/**
 * Number of exercises: alone (`npm run test:soak`), and among all long tests, which must end within an hour.
 */
const ALONE = 500;
const AMONG_OTHERS = 120;
const MANY = process.env.npm_lifecycle_event === 'test:soak' ? ALONE : AMONG_OTHERS;
/**
 * With few exercises the sessions are short: a fifth of the sessions must be three, so that it has a median.
 */
const EACH = MANY < ALONE ? 8 : 20;
/** Exercises before the first one that counts. */
const WARM_UP = 40;
/** `SOAK_EXERCISES` sets another number. At least five sessions are needed for fifths. */
const SESSIONS = Math.max(5, Math.round(Number(process.env.SOAK_EXERCISES ?? MANY) / EACH));
/** After few exercises the browser still compiles frequent code (`docs/decisions/016-weeks.md`). */
const STILL_SETTLING = SESSIONS * EACH < ALONE ? { heap: 0.1, nodes: 0.1 } : {};
/** Longest wait, ms. An idle machine needs a third of this. */
const PATIENCE_MS = 1_800_000;

/** File for the picture of memory over time; `SOAK_PICTURE` names another file. */
const PICTURE =
  process.env.SOAK_PICTURE ?? join(import.meta.dirname, '../../.cache/soak/memory.svg');

let browser: Browser;

beforeAll(async () => {
  browser = await soakBrowser();
});

afterAll(async () => {
  await browser?.close();
});

it(
  `after ${SESSIONS * EACH} exercises nothing has grown`,
  async () => {
    const all: Held[] = [];
    mkdirSync(dirname(PICTURE), { recursive: true });
    await soak(browser, {
      sessions: SESSIONS,
      each: EACH,
      warmUp: WARM_UP / EACH,
      // After each session, so that an interrupted run leaves a picture too.
      held(now) {
        all.push(now);
        writeFileSync(PICTURE, soakPicture(all));
      },
    });
    console.log(`${Math.round(all[all.length - 1]?.at ?? 0)} s; picture: ${PICTURE}`);
    expect(all[all.length - 1]?.exercises).toBe(SESSIONS * EACH);
    expect(grown(all, STILL_SETTLING)).toEqual([]);
  },
  PATIENCE_MS,
);
