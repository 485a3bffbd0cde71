/** Two windows of the app on one set, in a real browser: neither loses what is made in the other. */
import { expect, it } from 'vitest';
import { appInBrowser } from '../support/appInBrowser';
import { openLab } from './lab';
import type { Remote } from './remote';

const app = appInBrowser(openLab);

/** Makes a routine from the home screen, with the first name that is offered. */
async function makeRoutine({ press, state, until }: Remote) {
  await press('Down');
  while (!(await state()).focus.endsWith(':new')) {
    const { focus } = await state();
    await press('Right');
    if ((await state()).focus === focus) throw new Error(`nothing is right of ${focus}`);
  }
  await press('OK');
  await until('the names', (now) => now.dialog === 'name');
  await press('OK');
  await until('the routine', (now) => now.page === 'routine' && !now.navigating);
}

const namesOf = async (remote: Remote) =>
  (await remote.memory()).routines.map(({ id, title }) => `${id} ${title}`);

it('a routine made in each window is there in both, also after a restart', async () => {
  const context = await app.browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'nl-BE',
    serviceWorkers: 'block',
  });
  const one = await app.open({ context });
  const two = await app.open({ context });
  await makeRoutine(one);
  await makeRoutine(two);
  const both = ['own-1 routine.name.morning', 'own-2 routine.name.noon'];
  const inMind = (remote: Remote) =>
    remote.page.waitForFunction((count) => {
      const { beweegMee } = window as unknown as {
        beweegMee: { services: { memoryStore: { memory: { routines: unknown[] } } } };
      };
      return beweegMee.services.memoryStore.memory.routines.length === count;
    }, both.length);
  await Promise.all([inMind(one), inMind(two)]);
  expect(await namesOf(one)).toEqual(both);
  await one.restart();
  expect(await namesOf(one)).toEqual(both);
  await context.close();
});
