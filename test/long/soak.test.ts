/** Weeks in minutes: 500 exercises, one after the other, and the page holds no more than it did. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, launchBrowser } from '../../tools/workbench/index';
import { grown, type Held, soak } from '../support/soak';
import { soakPicture } from '../support/soakPlot';

const SESSIONS = 50;
const EACH = 10;
/** On a machine that does nothing else it takes a third of this. */
const PATIENCE_MS = 1_800_000;

/** Where the picture of memory over time goes; `SOAK_PICTURE` names another place. */
const PICTURE =
  process.env.SOAK_PICTURE ?? join(import.meta.dirname, '../../.cache/soak/memory.svg');

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

it(
  `after ${SESSIONS * EACH} exercises nothing has grown`,
  async () => {
    const all: Held[] = [];
    const draw = () => {
      mkdirSync(dirname(PICTURE), { recursive: true });
      writeFileSync(PICTURE, soakPicture(all));
    };
    try {
      await soak(browser, { sessions: SESSIONS, each: EACH, held: (now) => all.push(now) });
    } finally {
      // Also of a run that came to no end.
      if (all.length) draw();
    }
    console.log(`${Math.round(all[all.length - 1]?.at ?? 0)} s; picture: ${PICTURE}`);
    expect(all[all.length - 1]?.exercises).toBe(SESSIONS * EACH);
    expect(grown(all)).toEqual([]);
  },
  PATIENCE_MS,
);
