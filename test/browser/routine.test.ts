/** Plays today's routine with the real clips, from home to the end screen, with six keys. */
import { expect, it } from 'vitest';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE, plannedThree, THREE } from '../support/today';
import { playFaster, whatWasSeen } from './faster';
import { openLab } from './lab';

/** Faster than any patient, so that seven minutes pass quickly. Only this test does that. */
const SPEED = 8;
/** Longest wait, ms. An idle machine needs a minute. */
const PLAYED_MS = 500_000;

const app = appInBrowser(openLab);

it('plays bridge, side plank and cycling one after the other, without a stall or an error', async () => {
  const { page, press, until } = await app.open({ memory: ONLY_THREE, day: DAY });
  await playFaster(page, SPEED);
  await press('OK');
  await until('the end screen', (now) => now.page === 'done' && !now.navigating, PLAYED_MS);
  const exercises = plannedThree().map(({ exercise }) => exercise.id);
  expect([...exercises].sort()).toEqual([...THREE].sort());
  expect(await whatWasSeen(page)).toEqual({ exercises, pictures: ['video'] });
  await press('OK');
  await until('home', (now) => now.page === 'home' && now.focus === 'button:start');
});
