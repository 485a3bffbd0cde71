/** Tests the colour keys: shortcuts while an exercise plays, and no effect elsewhere. */
import { expect, it } from 'vitest';
import { start } from '../../harness';
import { type Playing, play } from './playing';

/** The codes that all sets with colour keys share. */
const COLOURS = { red: 403, green: 404, yellow: 405, blue: 406 } as const;

function colour(key: keyof typeof COLOURS) {
  for (const type of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(type, { bubbles: true });
    Object.defineProperty(event, 'keyCode', { value: COLOURS[key] });
    window.dispatchEvent(event);
  }
}

async function playing(key: keyof typeof COLOURS): Promise<Playing> {
  const app = await play();
  await app.show();
  colour(key);
  await app.settle();
  return app;
}

it('red says that it hurts, as Down does', async () => {
  const app = await playing('red');
  expect(app.controller.asked).toEqual(['stand hurts']);
  const { dialog } = app.state();
  const same = await play();
  await same.show();
  await same.input('Down');
  expect(dialog).toBe('pain');
  expect(same.state().dialog).toBe(dialog);
});

it('green pauses, as OK does', async () => {
  const app = await playing('green');
  expect(app.controller.asked).toEqual(['ok']);
  expect(app.state().dialog).toBeUndefined();
});

it('yellow switches captions, and again, and the exercise plays on', async () => {
  const app = await play();
  await app.show();
  const before = app.services.narrator.settings.captions;
  colour('yellow');
  expect(app.services.narrator.settings.captions).toBe(!before);
  colour('yellow');
  expect(app.services.narrator.settings.captions).toBe(before);
  expect(app.controller.asked).toEqual([]);
});

it('blue opens the menu', async () => {
  const app = await playing('blue');
  expect(app.controller.asked).toEqual(['stand menu']);
  expect(app.state().dialog).toBe('menu');
});

it('where nothing plays they do nothing', async () => {
  const app = await start();
  for (const key of ['red', 'green', 'yellow', 'blue'] as const) colour(key);
  await app.settle();
  expect(app.state()).toMatchObject({ page: 'home', dialog: undefined, focus: 'button:start' });
});
