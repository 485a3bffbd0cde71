/** Tests a group session with two exercises and six keys, of which the set remembers nothing. */
import { expect, it } from 'vitest';
import { emptyMemory } from '../../src/session/memory/memory';
import { serve } from '../../tools/serve';
import { appInBrowser } from '../support/appInBrowser';
import { shortRoutine } from '../support/shortDoses';

/** Long enough for presses on a busy machine, seconds. */
const REST = 8;

const [bridge, superman] = shortRoutine().items;
const memory = {
  settings: { ...emptyMemory(7).settings, group: 'waits' as const },
  routines: [
    {
      id: 'own-1',
      title: 'Groep',
      items: [
        {
          exercise: 'brug',
          doses: (bridge?.doses ?? []).map((dose) => dose && { ...dose, restSeconds: REST }),
        },
        superman ?? { exercise: 'superman' },
      ],
    },
  ],
};

const app = appInBrowser(serve);

/** Notes states that pass faster than a test can ask, as "0 prepare 3". */
const watch = `
  window.seen = [];
  setInterval(() => {
    const view = window.beweegMee && window.beweegMee.state().view;
    const now = view && view.index + ' ' + view.overlay.phase + ' ' + view.overlay.number;
    if (now && now !== window.seen[window.seen.length - 1]) window.seen.push(now);
  }, 50);`;

/** Every text on the screen. */
const textsOn = () => {
  interface Drawn {
    active: boolean;
    alpha: number;
    text?: { text: string };
    childList: { get(): Drawn[] };
  }
  const found: string[] = [];
  const visit = (one: Drawn) => {
    if (!one.active || one.alpha < 0.01) return;
    if (one.text?.text) found.push(one.text.text);
    for (const child of one.childList.get()) visit(child);
  };
  visit((window as unknown as { beweegMee: { app: Drawn } }).beweegMee.app);
  return found;
};

it('OK begins for all, arrows do more and less, Down leads on, and nothing is kept', async () => {
  const remote = await app.open({ memory, script: watch }, '#routine/own-1');
  const { page, press, until } = remote;
  const before = JSON.stringify(await remote.memory());
  const repetitions = async () =>
    page.evaluate(() => window.beweegMee?.state().view?.overlay.repetitions);
  const untilRepetitions = async (wanted: number) => {
    await page.waitForFunction(
      (all) => window.beweegMee?.state().view?.overlay.repetitions === all,
      wanted,
      { timeout: 60_000 },
    );
  };

  await press('OK');
  await until('the group', ({ page: now, view }) => now === 'group' && view?.pause === 'running');
  await until('the preparation', ({ view }) => view?.overlay.phase === 'prepare');
  await press('OK');
  await until('the first movement', ({ view }) => view?.overlay.phase === 'move', 40_000);
  const counted = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  const began = counted.indexOf('0 move 1');
  expect(counted.slice(began - 3, began + 1)).toEqual([
    '0 prepare 3',
    '0 prepare 2',
    '0 prepare 1',
    '0 move 1',
  ]);

  // The harder variant of the brochure is shown beside it, and the hints are shown.
  const shown = await page.evaluate(textsOn);
  expect(shown).toEqual(
    expect.arrayContaining(['Brug', 'Moeilijker', 'Armen gekruist', '5 minder of meer']),
  );

  expect(await repetitions()).toBe(2);
  await press('Right');
  await untilRepetitions(7);
  await press('Left');
  await untilRepetitions(2);

  await press('OK');
  await until('a pause', ({ view }) => view?.pause === 'paused');
  await press('OK');
  await until('that it goes on', ({ view }) => view?.pause === 'running');

  await until(
    'the rest',
    ({ view }) => view?.overlay.phase === 'rest' && !view.overlay.atEase,
    180_000,
  );
  await press('Right');
  await until(
    'a longer rest',
    ({ view }) => view?.overlay.phase === 'rest' && view.overlay.number > REST,
  );

  await press('Down');
  await until('what comes now', ({ focus }) => focus === 'button:next');
  await press('OK');
  const next = await until('the next one', ({ view }) => view?.index === 1);
  expect(next.view?.exercise.id).toBe('superman');
  await until('its preparation', ({ view }) => view?.overlay.phase === 'prepare');
  await press('OK');
  await until('the end', (now) => now.page === 'done' && !now.navigating, 180_000);
  expect(JSON.stringify(await remote.memory())).toBe(before);
  expect((await remote.memory()).history).toEqual([]);
});
