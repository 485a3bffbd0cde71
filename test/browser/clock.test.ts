/** A set that starts in 1970 and gets the time later, in a real browser. */
import { expect, it } from 'vitest';
import { isProvisional } from '../../src/session/memory/provisional';
import { appInBrowser } from '../support/appInBrowser';
import { DAY, ONLY_THREE } from '../support/today';
import { openLab } from './lab';
import { AROUND_THAT_DAY, type Remote } from './remote';

const app = appInBrowser(openLab);

/** A clock that the test sets: `window.setClock(text)`. */
const CLOCK = `{
  const RealDate = Date;
  let ahead = new RealDate('1970-01-01T10:00:00').getTime() - RealDate.now();
  window.setClock = (to) => { ahead = new RealDate(to).getTime() - RealDate.now(); };
  const now = () => RealDate.now() + ahead;
  window.Date = new Proxy(RealDate, {
    construct: (type, args) => (args.length ? new type(...args) : new type(now())),
    get: (type, name) => (name === 'now' ? now : Reflect.get(type, name)),
  });
}${AROUND_THAT_DAY}`;

const dayOfChoice = async (remote: Remote) => (await remote.memory()).another?.day;

it('what is noted before is moved to the true day, without a key', async () => {
  const remote = await app.open({ memory: ONLY_THREE, script: CLOCK });
  await remote.press('Right', 'Right', 'OK');
  expect(isProvisional((await dayOfChoice(remote)) ?? DAY)).toBe(true);
  await remote.page.evaluate(
    (to) => (window as unknown as { setClock(to: string): void }).setClock(to),
    `${DAY}T10:00:00`,
  );
  await remote.page.waitForFunction((day) => {
    const text = localStorage.getItem('beweeg-mee.memory') ?? '{}';
    return (JSON.parse(text) as { another?: { day: string } }).another?.day === day;
  }, DAY);
  expect(await dayOfChoice(remote)).toBe(DAY);
});
