/** Plays every exercise that has video, with the real clips, from its page to the end screen. */
import { expect, it } from 'vitest';
import { playFaster, whatWasSeen } from '../browser/faster';
import { openLab } from '../browser/lab';
import { appInBrowser } from '../support/appInBrowser';
import { realExercises, realMedia } from '../support/catalogue';

const SPEED = 8;
/** Longest wait, ms. An idle machine needs at most half a minute. */
const PLAYED_MS = 400_000;
const filmed = Object.keys(realMedia().exercises).filter((id) => realExercises().has(id));

const app = appInBrowser(openLab);

it.each(
  filmed,
)('%s plays to its end at eight times its speed, on video all the way', async (id) => {
  const { page, press, until } = await app.open({}, `#exercise/${id}`);
  await until('its page', (now) => now.page === 'exercise' && !now.navigating);
  await playFaster(page, SPEED);
  await press('OK');
  const asked = await until(
    'the player or its caution',
    (now) => now.page === 'player' || !!now.dialog,
  );
  if (asked.dialog) await press('Right', 'OK');
  await until('the end screen', (now) => now.page === 'done' && !now.navigating, PLAYED_MS);
  const { pictures } = await whatWasSeen(page);
  expect(pictures).toEqual(['video']);
});
