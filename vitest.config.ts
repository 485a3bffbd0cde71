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
 * Real time on a machine that others may keep busy: what fails is looked at once more before it counts.
 * What is wrong fails twice.
 */
const AGAIN = { retry: 1 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...DOM, 'test/browser/**', 'test/long/**', 'test/fits/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: { name: 'ui', include: DOM, environment: 'jsdom' },
      },
      {
        test: {
          ...AGAIN,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          // One browser at a time: their timings must not disturb each other on two cores.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        // A command of its own (`npm run test:fits`): hundreds of screens in all languages, twenty minutes.
        test: {
          name: 'fits',
          include: ['test/fits/**/*.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...AGAIN,
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          exclude: TOGETHER,
          globalSetup: ['test/browser/setup.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...AGAIN,
          name: 'together',
          include: [...TOGETHER, 'test/fits/**/*.test.ts'],
          env: FITS_ALWAYS,
          globalSetup: ['test/browser/setup.ts'],
          maxWorkers: 2,
          testTimeout: 360_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
