/** Tests a pointer: its place has the focus, and nothing moves under it. */
import { describe, expect, it } from 'vitest';
import { NO_CENTRE } from '../../src/session/centre/centre';
import { hashPin } from '../../src/tv/pin';
import { KEYS, type Key } from './drawn';
import { known } from './fakes';
import { start, type TestApp } from './harness';
import { play } from './pages/player/playing';

/** The middle of the element with this `testId` on the stage. */
function middleOf(testId: string): { x: number; y: number } {
  interface Node {
    testId?: string;
    visible: boolean;
    w: number;
    h: number;
    children: Node[];
    core: { getCornerPoints(): number[] };
  }
  const find = (node: Node): Node | undefined => {
    if (!node.visible) return undefined;
    if (node.testId === testId) return node;
    for (const child of node.children) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  const found = find(window.beweegMee?.app as unknown as Node);
  if (!found) throw new Error(`${testId} is not there`);
  const [left = 0, top = 0, , , right = 0, bottom = 0] = found.core.getCornerPoints();
  // Whole pixels: a scrolled page's place is a sum of fractions, such as 472.0000000000002.
  return { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) };
}

function mouse(name: string, { x, y }: { x: number; y: number }, more: WheelEventInit = {}) {
  const type = name === 'wheel' ? WheelEvent : MouseEvent;
  window.dispatchEvent(
    new type(name, { clientX: x, clientY: y, bubbles: true, cancelable: true, ...more }),
  );
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function release(key: Key) {
  window.dispatchEvent(new KeyboardEvent('keyup', { keyCode: KEYS[key], bubbles: true } as object));
}

async function hover(app: TestApp, testId: string) {
  mouse('mousemove', middleOf(testId));
  await app.settle();
}

async function click(app: TestApp, testId: string) {
  const at = middleOf(testId);
  mouse('mousemove', at);
  mouse('click', at);
  await app.settle();
}

describe('hover', () => {
  it('moves the focus, and what is hovered stays where it is', async () => {
    const app = await start();
    const before = middleOf('routine:new');
    await hover(app, 'routine:new');
    expect(app.focused()).toBe('routine:new');
    await hover(app, 'button:settings');
    expect(app.focused()).toBe('button:settings');
    await hover(app, 'button:start');
    expect(app.focused()).toBe('button:start');
    expect(middleOf('routine:new')).toEqual(before);
  });

  it('between two things it leaves the focus alone', async () => {
    const app = await start();
    await hover(app, 'button:settings');
    mouse('mousemove', { x: 960, y: 4 });
    await app.settle();
    expect(app.focused()).toBe('button:settings');
  });

  it('the arrows go on from where it led', async () => {
    const app = await start({}, '#settings');
    await hover(app, 'set:harder');
    expect(app.focused()).toBe('set:harder');
    await app.input('Up');
    expect(app.focused()).toBe('set:wait');
  });

  it('behind a question nothing is hovered', async () => {
    const app = await start();
    const behind = middleOf('button:settings');
    await app.input('Back');
    mouse('mousemove', behind);
    await app.settle();
    expect(app.focused()).toBe('button:stay');
    await hover(app, 'button:leave');
    expect(app.focused()).toBe('button:leave');
    await click(app, 'button:stay');
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined });
  });
});

describe('a click', () => {
  it('whose OK comes a moment later does not act on the page that it opened', async () => {
    const app = await start();
    await hover(app, 'button:settings');
    mouse('click', middleOf('button:settings'));
    await app.settle();
    expect(app.state().page).toBe('settings');
    const { settings } = app.services.memoryStore.memory;
    app.press('OK');
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'settings', dialog: undefined });
    expect(app.services.memoryStore.memory.settings).toEqual(settings);
  });

  it('is OK on what it is on', async () => {
    const app = await start();
    await click(app, 'button:settings');
    expect(app.state().page).toBe('settings');
    await click(app, 'set:wait');
    expect(app.services.memoryStore.memory.settings.waitForMe).toBe(true);
    expect(app.focused()).toBe('set:wait');
  });

  it('on nothing does nothing', async () => {
    const app = await start();
    mouse('click', { x: 960, y: 4 });
    await app.settle();
    expect(app.state()).toMatchObject({ page: 'home', dialog: undefined });
  });

  it('on an arrow is that arrow', async () => {
    const app = await start({}, '#settings');
    const { minutes } = app.services.memoryStore.memory.settings;
    const row = middleOf('set:minutes');
    // The row is 1040 px wide, and its right arrow stands at its end.
    mouse('click', { x: row.x + 520 - 38, y: row.y });
    await app.settle();
    expect(app.services.memoryStore.memory.settings.minutes).toBeGreaterThan(minutes);
  });

  it('of the right button, and of the mouse’s own, is Back', async () => {
    const app = await start({}, '#settings');
    mouse('contextmenu', { x: 960, y: 4 });
    await app.settle();
    expect(app.state().page).toBe('home');
    mouse('mouseup', { x: 960, y: 4 }, { button: 3 });
    await app.settle();
    expect(app.state().dialog).toBe('exit');
  });
});

describe('the wheel', () => {
  it('scrolls the page from row to row, and the focus stays in sight', async () => {
    const app = await start();
    const before = middleOf('button:start');
    for (let n = 0; n < 2; n++) {
      mouse('wheel', { x: 960, y: 1060 }, { deltaY: 100 });
      await app.settle();
      // A wheel movement after this time counts separately.
      await app.later(120);
    }
    expect(app.focused()).not.toBe('button:start');
    for (let n = 0; n < 4; n++) {
      mouse('wheel', { x: 960, y: 1060 }, { deltaY: -100 });
      await app.settle();
      // A wheel movement after this time counts separately.
      await app.later(120);
    }
    expect(middleOf('button:start')).toEqual(before);
  });

  it('scrolls a list under it', async () => {
    const app = await start({}, '#settings');
    const top = middleOf('set:minutes');
    await hover(app, 'set:minutes');
    mouse('wheel', top, { deltaY: 100 });
    await app.settle();
    // The element under the pointer has the focus now.
    expect(app.focused()).toBe('set:wait');
  });
});

describe('while an exercise plays', () => {
  it('hover changes nothing; a click pauses and goes on', async () => {
    const app = await play();
    await app.show();
    mouse('mousemove', { x: 900, y: 300 });
    mouse('mousemove', { x: 910, y: 310 });
    expect(app.controller.asked).toEqual([]);
    await wait(350);
    mouse('click', { x: 910, y: 310 });
    mouse('click', { x: 910, y: 310 });
    expect(app.controller.asked).toEqual(['ok', 'ok']);
  });

  it.each([
    'a click, then OK',
    'OK, then a click',
    'OK held for a second, then a click',
  ])('%s of one press are one', async (order) => {
    const app = await play();
    await app.show();
    const at = { x: 900, y: 300 };
    mouse('mousemove', at);
    for (let n = 0; n < 2; n += 1) {
      if (order === 'a click, then OK') {
        mouse('click', at);
        await wait(80);
        app.press('OK');
      } else {
        app.press('OK', { hold: true });
        await wait(order === 'OK, then a click' ? 80 : 1000);
        release('OK');
        mouse('click', at);
      }
      await wait(350);
    }
    expect(app.controller.asked).toEqual(['ok', 'ok']);
  });

  it('two clicks, or OK twice, are two', async () => {
    const app = await play();
    await app.show();
    app.press('OK');
    app.press('OK');
    await wait(350);
    mouse('click', { x: 900, y: 300 });
    mouse('click', { x: 900, y: 300 });
    expect(app.controller.asked).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('the wheel does nothing', async () => {
    const app = await play();
    await app.show();
    mouse('wheel', { x: 900, y: 300 }, { deltaY: 100 });
    await app.settle();
    expect(app.controller.asked).toEqual([]);
    expect(app.state().dialog).toBeUndefined();
  });

  it('the right button asks before it stops', async () => {
    const app = await play();
    await app.show({ exercise: known('brug') });
    mouse('contextmenu', { x: 900, y: 300 });
    await app.settle();
    expect(app.state().dialog).toBe('leave');
    expect(app.controller.asked).toEqual(['stand leaving']);
  });
});

describe('in a waiting room', () => {
  const PIN = hashPin('2580', [...Array(16).keys()]);

  it('a click says where to ask, as any key does', async () => {
    const app = await start({}, '#waiting-room');
    expect(document.documentElement.style.cursor).toBe('none');
    mouse('click', { x: 900, y: 300 });
    await app.settle();
    expect(app.shown('Vraag het aan de balie')).toBe(true);
    expect(app.state().page).toBe('waiting-room');
  });

  it('staff click the digits; a click beside them types nothing', async () => {
    const app = await start({ centre: { ...NO_CENTRE, startIn: 'waiting-room', pin: PIN } });
    for (let n = 0; n < 2; n++) {
      mouse('contextmenu', { x: 900, y: 300 });
      await app.settle();
    }
    expect(app.focused()).toBe('pin:5');
    // A key is 200 by 92 px with gaps of 16 px; 5 is in the middle, in the second of four rows.
    const key = (column: number, row: number) => ({ x: 960 + column * 216, y: 590 + row * 108 });
    for (const at of [key(0, -1), key(0, 0), key(0, 1), key(0, 2)]) {
      mouse('mousemove', at);
      mouse('click', at);
      mouse('click', { x: 100, y: 100 });
    }
    await app.settle();
    expect(app.focused()).toBe('pin:0');
    mouse('click', key(1, 2));
    await app.settle();
    expect(app.state().page).toBe('home');
  });
});

describe('the cursor', () => {
  const cursor = () => document.documentElement.style.cursor;

  it('goes at a key, and comes back with the pointer', async () => {
    const app = await start();
    await hover(app, 'button:settings');
    expect(cursor()).toBe('pointer');
    await app.input('Down');
    expect(cursor()).toBe('none');
    mouse('mousemove', { x: 960, y: 5 });
    expect(cursor()).toBe('');
  });
});
