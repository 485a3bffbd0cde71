/** Plays today's routine with the real clips, from home to the end screen, with six keys. */
import { expect, it } from 'vitest';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE, plannedThree, THREE } from '../support/today';
import { openLab } from './lab';

/** Faster than any patient, so that seven minutes pass quickly. Only this test does that. */
const SPEED = 8;
/** Longest wait, ms. An idle machine needs a minute. */
const PLAYED_MS = 500_000;

const app = appInBrowser(openLab);

it('plays bridge, side plank and cycling one after the other, without a stall or an error', async () => {
  const { page, press, until } = await app.open({ memory: ONLY_THREE, day: DAY });
  await page.evaluate((speed) => {
    const seen = { exercises: [] as string[], pictures: [] as string[] };
    const note = (list: string[], value: string) => {
      if (list[list.length - 1] !== value) list.push(value);
    };
    setInterval(() => {
      const video = document.querySelector('video');
      if (video) video.playbackRate = speed;
      const handle = (window as unknown as { beweegMee: { state(): never } }).beweegMee;
      const { view } = handle.state() as {
        view?: { exercise: { id: string }; picture: string };
      };
      if (!view) return;
      note(seen.exercises, view.exercise.id);
      note(seen.pictures, view.picture);
    }, 100);
    (window as unknown as { seen: typeof seen }).seen = seen;
  }, SPEED);
  await press('OK');
  await until('the end screen', (now) => now.page === 'done' && !now.navigating, PLAYED_MS);
  const seen = await page.evaluate(() => (window as unknown as { seen: unknown }).seen);
  const exercises = plannedThree().map(({ exercise }) => exercise.id);
  expect([...exercises].sort()).toEqual([...THREE].sort());
  expect(seen).toEqual({ exercises, pictures: ['video'] });
  await press('OK');
  await until('home', (now) => now.page === 'home' && now.focus === 'button:start');
});
