/** The centre's logo: one that could not be loaded is loaded again by whoever asks next. */
import { expect, it, vi } from 'vitest';
import { CentreLogo } from '../../src/app/centreLogo';
import { keepSecondScript } from '../../src/app/loading/secondScript';

it('a logo that fails once comes at the next look, and nothing is wrong then', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const picture = {} as HTMLImageElement;
  const readLogo = vi
    .fn<(path: string) => Promise<HTMLImageElement>>()
    .mockRejectedValueOnce(new Error('no network'))
    .mockResolvedValue(picture);
  keepSecondScript({ readLogo } as never);
  const logo = new CentreLogo('centre/logo.png');
  expect(await logo.picture()).toBeUndefined();
  expect(logo.problem).toContain('centre/logo.png');
  expect(await logo.picture()).toBe(picture);
  expect(logo.problem).toBeUndefined();
  await logo.picture();
  expect(readLogo).toHaveBeenCalledTimes(2);
});
