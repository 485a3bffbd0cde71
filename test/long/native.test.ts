/** Tests the built app without MediaSource, in a browser that plays HLS itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MediaIndex } from '../../src/playback/media';
import { readyMade } from '../../src/playback/players/builtPlaylists';
import { type PlannedExercise, planRoutine, timelineOf } from '../../src/session/routine/plan';
import { bundlePage, openLab } from '../browser/lab';
import { disagreements, jointsIn } from '../support/agreement';
import { appInBrowser } from '../support/appInBrowser';
import { type BarcodeMedia, barcodeMedia } from '../support/barcode';
import { realExercises } from '../support/catalogue';

const INDEX = 'media/index.json';
const JOINTS = 4;

const [FIRST] = [...realExercises().keys()] as [string];
const [planned] = planRoutine(
  { id: 'one', title: '', items: [{ exercise: FIRST }] },
  realExercises(),
) as [PlannedExercise];
const timeline = timelineOf(planned, 1);

let media: BarcodeMedia;

const app = appInBrowser(async () => {
  media = await barcodeMedia([timeline]);
  const lab = await openLab(media);
  // Writes the playlists as the build does for the app's own media.
  const index = JSON.parse(readFileSync(join(media.folder, INDEX), 'utf8')) as MediaIndex;
  const own = index.exercises[FIRST];
  const made = own && readyMade(timeline, own);
  if (!own || !made) throw new Error('no playlist can be made');
  own.playlists = [made.name];
  const files: Record<string, [string, string]> = {
    [`/static/${INDEX}`]: ['application/json', JSON.stringify(index)],
    [`/static/${made.path}`]: ['application/vnd.apple.mpegurl', made.text],
  };
  lab.also = (request, response) => {
    const file = files[(request.url ?? '').split('?')[0] as string];
    if (!file) return false;
    response.setHeader('Content-Type', file[0]);
    response.end(file[1]);
    return true;
  };
  return lab;
});

it('plays the playlist that was built, joints exact, and goes on by the clock at another pace', async (context) => {
  const page = await app.openPage();
  const playsHls = await page.evaluate(
    () => document.createElement('video').canPlayType('application/vnd.apple.mpegurl') !== '',
  );
  if (!playsHls) return context.skip('not run: this browser plays no HLS by itself');

  const remote = await app.open({ withoutMediaSource: true });
  const { press, until } = remote;
  expect(await remote.page.evaluate(() => typeof MediaSource)).toBe('undefined');
  await remote.page.evaluate(await bundlePage('recorder'));
  await press('Down', 'Down');
  await until('the first tile', (now) => now.focus === `tile:${FIRST}`);
  await press('OK');
  await until('its page', (now) => now.page === 'exercise' && !now.navigating);
  await press('OK');
  await until('the player', (now) => now.view?.state === 'playing');
  await press('OK');
  await until('the first move', (now) => now.view?.overlay.phase === 'move');
  expect(await remote.page.evaluate(() => document.querySelector('video')?.currentSrc)).toMatch(
    /\.m3u8$/,
  );
  await remote.page.evaluate(() => window.recorder.start());
  const began = (await remote.state()).view?.overlay.segment ?? 0;
  await until('joints', (now) => (now.view?.overlay.segment ?? 0) > began + JOINTS, 180_000);
  const records = await remote.page.evaluate(() => window.recorder.records.splice(0));
  expect(new Set(records.map((one) => one.picture))).toEqual(new Set(['video']));
  expect(jointsIn(records, timeline)).toBeGreaterThanOrEqual(JOINTS);
  expect(disagreements(records, timeline, media.names)).toEqual([]);

  await press('Left');
  await until(
    'the clock at a slower pace',
    ({ view }) => view?.pace === 0.75 && view.picture === 'poster' && view.state === 'playing',
  );
});
