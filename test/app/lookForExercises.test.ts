import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookForExercises } from '../../src/app/lookForExercises';
import type { AppServices } from '../../src/app/services';
import type { Found } from '../../src/app/updateChecker';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An app whose looks find this, one after the other, and then exercises; it has so many of them. */
function opened(found: Found[], has = 0) {
  const look = vi.fn(async (): Promise<Found> => found.shift() ?? 'new');
  const reload = vi.fn();
  const services = {
    library: { exercises: Array.from({ length: has }) },
    updates: { look },
    reload,
  } as unknown as AppServices;
  return { look, reload, app: { services } };
}

it('starts the app again once there are exercises, and not before', async () => {
  const { reload, app } = opened(['offline', 'broken']);
  const end = lookForExercises(app, () => true);
  await vi.advanceTimersByTimeAsync(70_000);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(reload).toHaveBeenCalledTimes(1);
  end();
});

it('waits while somebody is in the middle of something', async () => {
  const { reload, app } = opened([]);
  const mayRestart = vi.fn(() => true).mockReturnValueOnce(false);
  const end = lookForExercises(app, mayRestart);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(reload).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(reload).toHaveBeenCalledTimes(1);
  end();
});

it('asks the server nothing where there are exercises', async () => {
  const { look, reload, app } = opened([], 3);
  lookForExercises(app, () => true);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(look).not.toHaveBeenCalled();
  expect(reload).not.toHaveBeenCalled();
});
