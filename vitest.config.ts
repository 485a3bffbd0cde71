import { defineConfig } from 'vitest/config';

/** Rooms whose tests need a page. */
const DOM = ['app', 'phone', 'ui'].map((room) => `test/${room}/**/*.test.ts`);

/** Long tests that measure no time: two at once take half as long. */
const TOGETHER = [
  'brightness',
  'group',
  'memory',
  'native',
  'package',
  'phone',
  'pointer',
  'qr',
  'rollout',
  'security',
  'standby',
  'waiting-room',
  'walk',
].map((name) => `test/long/${name}.test.ts`);

/** Of the fits, which take twenty minutes: the longest words, at the largest size. */
const FITS_ALWAYS = { FITS_LANGUAGE: 'de', FITS_SIZE: 'largest' };

/**
 * Only of what runs for an hour: what fails is looked at once more before it counts, and the run's end
 * names it (`test/support/secondTries.ts`).
 */
const AGAIN = { retry: 1 };

/** One generous end for what is waited for: only what never comes meets it, ms. */
const WAITED_FOR = { poll: { timeout: 20_000 } };
const WAITED_FOR_IN_BROWSER = { poll: { timeout: 60_000 } };
/** The same for a test in a browser as a whole, and for what is made before it, ms. */
const TESTED_MS = 600_000;
const OPENED_MS = 300_000;

export default defineConfig({
  test: {
    reporters: ['default', './test/support/secondTries.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...DOM, 'test/browser/**', 'test/long/**', 'test/fits/**'],
          expect: WAITED_FOR,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'ui',
          include: DOM,
          environment: 'jsdom',
          expect: WAITED_FOR,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          expect: WAITED_FOR_IN_BROWSER,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          // One browser at a time: their timings must not disturb each other on two cores.
          fileParallelism: false,
          testTimeout: TESTED_MS,
          hookTimeout: OPENED_MS,
        },
      },
      {
        // A command of its own (`npm run test:fits`): hundreds of screens in all languages, twenty minutes.
        test: {
          name: 'fits',
          expect: WAITED_FOR_IN_BROWSER,
          include: ['test/fits/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          fileParallelism: false,
          testTimeout: TESTED_MS,
          hookTimeout: OPENED_MS,
        },
      },
      {
        test: {
          ...AGAIN,
          expect: WAITED_FOR_IN_BROWSER,
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          exclude: TOGETHER,
          globalSetup: ['test/browser/setup.ts'],
          fileParallelism: false,
          testTimeout: TESTED_MS,
          hookTimeout: OPENED_MS,
        },
      },
      {
        test: {
          ...AGAIN,
          expect: WAITED_FOR_IN_BROWSER,
          name: 'together',
          include: [...TOGETHER, 'test/fits/**/*.test.ts'],
          env: FITS_ALWAYS,
          globalSetup: ['test/browser/setup.ts'],
          maxWorkers: 2,
          testTimeout: TESTED_MS,
          hookTimeout: OPENED_MS,
        },
      },
    ],
  },
});
