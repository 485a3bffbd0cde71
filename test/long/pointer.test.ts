/** Tests a mouse on the built app: hover, click and wheel where things are drawn. */
import { expect, it } from 'vitest';
import { openLab } from '../browser/lab';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE } from '../support/today';

const app = appInBrowser(openLab);

/** The middle of the element with this `testId`, px of the page. */
const middleOf = (testId: string) =>
  app.remote.page.evaluate((wanted) => {
    interface Node {
      testId?: string;
      visible: boolean;
      children: Node[];
      core: { getCornerPoints(): number[] };
    }
    const find = (node: Node): Node | undefined => {
      if (!node.visible) return undefined;
      if (node.testId === wanted) return node;
      for (const child of node.children) {
        const found = find(child);
        if (found) return found;
      }
      return undefined;
    };
    const { app: root } = (window as unknown as { beweegMee: { app: Node } }).beweegMee;
    const canvas = document.querySelector('canvas') as HTMLCanvasElement;
    const [left = 0, top = 0, , , right = 0, bottom = 0] = find(root)?.core.getCornerPoints() ?? [];
    const box = canvas.getBoundingClientRect();
    // Corners are on the stage, which is 1920 px wide; the canvas may be smaller.
    const scale = box.width / 1920;
    return {
      x: box.left + ((left + right) / 2) * scale,
      y: box.top + ((top + bottom) / 2) * scale,
    };
  }, testId);

/** Moves there until the element has the focus, since a new page may not be drawn yet. */
async function hover(testId: string) {
  let at = { x: 0, y: 0 };
  await expect
    .poll(
      async () => {
        at = await middleOf(testId);
        await app.remote.page.mouse.move(at.x, at.y);
        return (await app.remote.state()).focus;
      },
      { interval: 100 },
    )
    .toBe(testId);
  return at;
}

async function click(testId: string) {
  const { x, y } = await hover(testId);
  await app.remote.page.mouse.click(x, y);
}

const cursor = () => app.remote.page.evaluate(() => document.documentElement.style.cursor);

it('hover leads the focus and moves nothing, the wheel scrolls, a click opens', async () => {
  const { page, until } = await app.open({ memory: ONLY_THREE, day: DAY });
  const tile = await hover('routine:new');
  await hover('button:settings');
  // The pointer's path does not change the rows.
  expect(await middleOf('routine:new')).toEqual(tile);
  expect(await cursor()).toBe('pointer');

  await page.mouse.move(tile.x, tile.y);
  await page.mouse.wheel(0, 100);
  await until('another row under the pointer', ({ focus }) => focus !== 'routine:new');
  await expect.poll(async () => (await middleOf('routine:new')).y).toBeLessThan(tile.y - 50);
  // Wheel movements count separately only after a while.
  await expect
    .poll(
      async () => {
        await page.mouse.wheel(0, -100);
        return (await middleOf('routine:new')).y;
      },
      { interval: 150 },
    )
    .toBeCloseTo(tile.y, 0);

  await click('button:settings');
  await until('the settings', (now) => now.page === 'settings' && !now.navigating);
  await click('set:wait');
  expect((await app.remote.memory()).settings.waitForMe).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await cursor()).toBe('none');
  await page.mouse.click(600, 20, { button: 'right' });
  await until('home', (now) => now.page === 'home' && !now.navigating);
});

it('while an exercise plays, hover disturbs nothing and a click pauses and goes on', async () => {
  const { page, state, until } = await app.open({}, '#exercise/brug');
  await click('button:start');
  await until('the player', (now) => now.page === 'player' && now.view !== undefined);
  await page.mouse.move(700, 200);
  // In the preparation a click starts the exercise, like OK.
  await page.mouse.click(700, 200);
  const playing = await until(
    'it plays',
    ({ view }) => view?.state === 'playing' && view.overlay.phase !== 'prepare',
    60_000,
  );
  await page.mouse.move(720, 260, { steps: 8 });
  expect(await state()).toMatchObject({
    page: 'player',
    view: { pause: 'running', pace: playing.view?.pace },
  });
  await page.mouse.click(720, 260);
  await until('a pause', ({ view }) => view?.pause === 'paused');
  await page.mouse.click(720, 260);
  await until('going on', ({ view }) => view?.pause === 'running');
  await page.mouse.click(720, 260, { button: 'right' });
  await until('the question', ({ dialog }) => dialog === 'leave');
  await click('button:stop');
  await until('the exercise’s page', (now) => now.page === 'exercise' && !now.navigating);
});
