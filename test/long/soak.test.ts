/** Weeks in minutes: 500 exercises, one after the other, and the page holds no more than it did. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../tools/workbench/index';
import { grown, type Held, soak, soakBrowser } from '../support/soak';
import { soakPicture } from '../support/soakPlot';

const EACH = 20;
/** `SOAK_EXERCISES` asks for another number; at least five sessions, or there are no fifths. */
const SESSIONS = Math.max(5, Math.round(Number(process.env.SOAK_EXERCISES ?? 500) / EACH));
/** On a machine that does nothing else it takes a third of this. */
const PATIENCE_MS = 1_800_000;

/** Where the picture of memory over time goes; `SOAK_PICTURE` names another place. */
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
      warmUp: 0,
      // After each: a run that comes to no end leaves a picture too.
      held(now) {
        all.push(now);
        writeFileSync(PICTURE, soakPicture(all));
      },
    });
    console.log(`${Math.round(all[all.length - 1]?.at ?? 0)} s; picture: ${PICTURE}`);
    expect(all[all.length - 1]?.exercises).toBe(SESSIONS * EACH);
    expect(grown(all)).toEqual([]);
  },
  PATIENCE_MS,
);
