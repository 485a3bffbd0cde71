/** Tests that one sentence names an engine that cannot be installed; it neither runs nor fails the test. */
import { afterEach, expect, it, vi } from 'vitest';
import type { Lab } from '../browser/lab';
import { ENGINES, type Engine, oldChromiumEngine, orNotRun } from '../long/engineRun';

const noLab = {} as Lab;
const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

afterEach(() => {
  warn.mockClear();
  vi.unstubAllEnvs();
});

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'an old Chromium that no package carries',
  async () => {
    const engine = oldChromiumEngine(12);
    expect(await orNotRun(engine, () => engine.start(noLab))).toEqual({
      notRun: 'not run: no package is known that carries Chromium 12',
    });
    expect(warn.mock.calls).toEqual([
      ['Chromium 12: not run: no package is known that carries Chromium 12'],
    ]);
  },
);

it('WPE where there is no cog', async () => {
  vi.stubEnv('PATH', '');
  const engine = ENGINES.find(({ name }) => name === 'WPE WebKit') as Engine;
  expect(await orNotRun(engine, () => engine.start(noLab))).toEqual({
    notRun: 'not run: there is no cog on the PATH',
  });
});

it('what stops the engine that is always there is an error', async () => {
  const engine = ENGINES.find(({ isCurrent }) => isCurrent) as Engine;
  const start = () => Promise.reject(new Error('it ended at once'));
  await expect(orNotRun(engine, start)).rejects.toThrow('it ended at once');
});

it('an engine that is there is run', async () => {
  expect(await orNotRun(oldChromiumEngine(76), async () => 'run')).toBe('run');
  expect(warn).not.toHaveBeenCalled();
});
