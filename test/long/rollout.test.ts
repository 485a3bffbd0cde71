/**
 * Tests new content on screens that stay on, with two versions behind one web server. A running waiting room
 * changes between two steps, and never shows a broken version.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DebugState } from '../../src/ui/debug';
import { serve } from '../../tools/serve';
import type { Page } from '../../tools/workbench/index';
import { appInBrowser } from '../support/appInBrowser';
import { until } from '../support/roomInBrowser';

const CATALOGUE = 'static/catalogue/thuisoefeningen-rug.json';
let folder: string;
let page: Page;

const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
const original = () => readFileSync(join(import.meta.dirname, '../../build', CATALOGUE), 'utf8');

const app = appInBrowser(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-'));
  cpSync(join(import.meta.dirname, '../../build'), folder, { recursive: true });
  const waitingRoom = { exercises: ['bekken-zit'], repetitions: 1 };
  put('centre.json', JSON.stringify({ version: '1', startIn: 'waiting-room', waitingRoom }));
  return serve({ folder });
});

beforeAll(async () => {
  page = await app.openPage({ viewport: { width: 1280, height: 720 }, locale: 'nl-BE' });
  await page.goto(app.server.address);
});

afterAll(() => rmSync(folder, { recursive: true }));

const titleOf = ({ room }: DebugState) =>
  room?.step?.kind === 'exercise' && room.frame?.state === 'playing'
    ? room.step.exercise.title
    : '';

const look = () => page.evaluate(() => window.beweegMee?.services.updates.look());

it('keeps the old while the new is broken, and changes over when it is sound', async () => {
  const first = await until(page, 'the first version', (now) => titleOf(now) !== '');
  // The present content is the state to compare with.
  expect(await look()).toBe('same');
  put(CATALOGUE, original().slice(0, 4000));
  expect(await look()).toBe('broken');
  put(CATALOGUE, original());
  expect(await look()).toBe('same');
  put('appBundle.js', '');
  put('version.json', '{"files": "a broken build"}');
  expect(await look()).toBe('broken');
  const still = await until(page, 'the old goes on', (now) => titleOf(now) === titleOf(first));
  expect(still.page).toBe('waiting-room');
  put('appBundle.js', readFileSync(join(import.meta.dirname, '../../build/appBundle.js'), 'utf8'));
  put(CATALOGUE, original().replace('Holle/bolle rug maken vanuit zit', 'Nieuwe titel'));
  // The states of the room on the way. Nothing may come between old and new.
  const seen: string[] = [];
  await until(page, 'the new version', (now) => {
    const title = titleOf(now);
    if (title && title !== seen.at(-1)) seen.push(title);
    return title === 'Nieuwe titel';
  });
  expect(seen.filter((title) => title !== titleOf(first))).toEqual(['Nieuwe titel']);
});
