/**
 * Tests a waiting room in a real browser: it begins without a key, its clock jumps, its network comes and
 * goes, its page crashes, and only staff can leave it.
 */
import { afterEach, expect, it } from 'vitest';
import { pixelsOf } from '../../src/session/preferences/viewingDistance';
import { hashPin } from '../../src/tv/pin';
import { frames } from '../browser/passing';
import { appInBrowser } from '../support/appInBrowser';
import { blurred, greyOf, SEEN_PX, scaled, scan } from '../support/camera';
import {
  isDark,
  isShowing,
  type PowerOn,
  powerOn as powerOnIn,
  serveRoom,
  setClock,
  shownId,
  stateOf,
  until,
} from '../support/roomInBrowser';

const PIN = hashPin('2580', [...Array(16).keys()]);
const CENTRE = {
  name: 'Revalidatie De Linde',
  startIn: 'waiting-room',
  openingHours: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['08:00-18:00']]),
  ),
  // A seated exercise first, since it has few clips. An advanced one never appears.
  waitingRoom: { exercises: ['bekken-zit', 'rug-zitbal', 'brug'], repetitions: 2 },
  pin: PIN,
};

const app = appInBrowser(() => serveRoom(CENTRE));
const sets: Awaited<ReturnType<typeof powerOnIn>>['set'][] = [];

afterEach(async () => {
  app.server.isCut = false;
  for (const one of sets.splice(0)) await one.close().catch(() => {});
});

/** Switches a screen on: a new one, or one with a memory. */
async function powerOn(how: PowerOn = {}) {
  const opened = await powerOnIn(app.browser, app.server, how);
  if (!how.on) sets.push(opened.set);
  return opened;
}

it('begins by its address, on video, muted, without a key; and goes on to the next', async () => {
  const { errors, page } = await powerOn({ hash: '#/waiting-room' });
  const first = await until(page, 'the first demonstration', isShowing);
  expect(first.room?.frame?.picture).toBe('video');
  expect(await page.evaluate(() => document.querySelector('video')?.muted)).toBe(true);
  expect(shownId(first)).toBe('bekken-zit');
  const next = await until(page, 'the next', (now) => isShowing(now) && shownId(now) === 'brug');
  expect(next.room?.health).toBe('files');
  expect(errors).toEqual([]);
});

it('follows its clock into the dark and out of it, and plays while that is wrong', async () => {
  const { page } = await powerOn({ at: '2026-11-25T20:00:00' });
  await until(page, 'the dark', isDark);
  await setClock(page, '2026-11-25T08:00:00');
  await until(page, 'the morning', isShowing);
  await setClock(page, '2026-11-25T18:00:00');
  await until(page, 'the evening', isDark);
  expect(await page.evaluate(() => document.querySelector('video')?.style.visibility)).toBe(
    'hidden',
  );
  await setClock(page, '1970-01-01T03:00:00');
  await until(page, 'a clock that is wrong', isShowing);
  await setClock(page, '2026-11-28T10:00:00');
  await until(page, 'Saturday', isDark);
});

it('goes on while the network is away, tells staff, and is well when it is back', async () => {
  const { page } = await powerOn();
  await until(page, 'the first demonstration', isShowing);
  await until(page, 'its first look', ({ room }) => room?.health === 'files');
  app.server.isCut = true;
  const look = () => page.evaluate(() => window.beweegMee?.services.updates.look());
  expect(await look()).toBe('offline');
  const { n = 0 } = (await stateOf(page))?.room ?? {};
  const later = await until(page, 'the next step', ({ room }) => (room?.n ?? 0) > n);
  expect(later.page).toBe('waiting-room');
  app.server.isCut = false;
  expect(await look()).toBe('same');
  await until(page, 'it plays', isShowing);
});

it('a page that is killed comes back to the loop without a key', async () => {
  const { page } = await powerOn();
  await until(page, 'the first demonstration', isShowing);
  // Only the start address, as a set opens it again.
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await crashed;
  const { page: again } = await powerOn({ on: page.context() });
  await until(again, 'the loop again', isShowing);
});

it('a key says where to ask, and only the PIN leads out', async () => {
  const { errors, page } = await powerOn();
  await until(page, 'the first demonstration', isShowing);
  const press = async (key: string, focus: string) => {
    await page.keyboard.press(key);
    await until(page, focus, (now) => now.focus === focus);
  };
  await page.keyboard.press('Enter');
  await frames(page);
  await press('Backspace', 'pin:5');
  for (const [key, digit] of [
    ['ArrowUp', 2],
    ['ArrowDown', 5],
    ['ArrowDown', 8],
    ['ArrowDown', 0],
  ] as const) {
    await press(key, `pin:${digit}`);
    await page.keyboard.press('Enter');
    await frames(page);
  }
  await press('ArrowRight', 'pin:ok');
  await page.keyboard.press('Enter');
  await until(page, 'home', (now) => now.page === 'home');
  // Until the screen is switched off and on again.
  await page.reload();
  await until(page, 'the loop again', isShowing);
  expect(errors).toEqual([]);
});

it('runs a day: dark, the loop over and over, a clock that jumps, dark; and remembers nobody', async () => {
  // The day passes in a minute, the loop at four times its speed.
  const { errors, page } = await powerOn({
    at: '2026-11-25T07:45:00',
    speed: { day: 450, loop: 4 },
  });
  await until(page, 'the dark before eight', isDark);
  const kept = () => page.evaluate(() => localStorage.getItem('beweeg-mee.memory'));
  const before = await kept();
  const seen = new Map<string, number>();
  let jumped = 0;
  let last = -1;
  const jumps = ['2026-11-25T09:00:00', '1970-01-01T00:00:00', '2026-11-25T08:30:00'];
  const watch = (now: Awaited<ReturnType<typeof stateOf>>) => {
    const { n = -1, step } = now?.room ?? {};
    if (n === last || !step) return;
    last = n;
    const shown = step.kind === 'exercise' ? step.exercise.id : step.kind;
    seen.set(shown, (seen.get(shown) ?? 0) + 1);
    // The clock jumps between steps: the loop goes on while the room is open or the clock is wrong.
    const jump = seen.size >= 3 ? jumps.shift() : undefined;
    if (jump) void setClock(page, jump);
    if (jump) jumped += 1;
  };
  await until(page, 'every demonstration twice, and a word of advice', (now) => {
    watch(now);
    const times = (id: string) => seen.get(id) ?? 0;
    return (
      jumps.length === 0 && times('bekken-zit') >= 2 && times('brug') >= 2 && times('advice') >= 1
    );
  });
  expect(jumped).toBe(3);
  expect([...seen.keys()].sort()).toEqual(['advice', 'bekken-zit', 'brug']);
  await setClock(page, '2026-11-25T17:50:00');
  await until(page, 'the dark after six', isDark);
  expect(await kept()).toBe(before);
  expect(errors).toEqual([]);
});

it.each([
  [2, 43],
  [3, 55],
])('its code is read from %i m on %i inches, and opens the exercise on a phone', async (distance, inches) => {
  const room = await serveRoom({
    ...CENTRE,
    openingHours: undefined,
    screen: { diagonalInches: inches, distanceMetres: distance },
  });
  try {
    const size = { width: 1920, height: 1080 };
    const { page, set } = await powerOnIn(app.browser, room, { size });
    sets.push(set);
    await until(page, 'the first', (now) => isShowing(now) && shownId(now) === 'bekken-zit');
    const picture = greyOf(await page.screenshot());
    const read = scan(picture);
    if (!read) throw new Error('no code is read from the screen');
    expect(read.side).toBeGreaterThanOrEqual(pixelsOf(distance * 10, inches) * 0.98);
    const seen = scaled(picture, SEEN_PX / read.side);
    expect(scan(seen)?.text).toBe(read.text);
    expect(scan(blurred(seen, 1))?.text).toBe(read.text);
    // The same on a set with fewer pixels.
    const small = await powerOnIn(app.browser, room);
    sets.push(small.set);
    await until(small.page, 'the first', isShowing);
    expect(scan(greyOf(await small.page.screenshot()))?.text).toBe(read.text);

    const phone = await app.openPage({ viewport: { width: 390, height: 844 }, locale: 'nl-BE' });
    await phone.goto(read.text);
    await phone.waitForSelector('#code');
    expect(await phone.$$eval('ol b', (all) => all.map((one) => one.textContent))).toEqual([
      'Hol/bol, zittend',
    ]);
    // It still loads small pictures of its list, which the room's end would cut.
    await phone.close();
  } finally {
    await room.close();
  }
});
