import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DIAGONALS,
  DISTANCES,
  fitQr,
  pixelsOf,
  QUIET_MODULES,
} from '../../../src/session/preferences/viewingDistance';

describe('a QR code for the room', () => {
  it('is a tenth of the distance, in whole pixels per module, with four modules of quiet', () => {
    const code = fc.integer({ min: 21, max: 57 });
    fc.assert(
      fc.property(
        fc.constantFrom(2, 3) as fc.Arbitrary<2 | 3>,
        fc.constantFrom(...DIAGONALS),
        code,
        (distance, inches, modules) => {
          const fitted = fitQr({ distance, inches }, modules, 1e6);
          if ('cannot' in fitted) throw new Error(fitted.cannot);
          const { module, side } = fitted;
          expect(Number.isInteger(module)).toBe(true);
          expect(side).toBe(module * (modules + 2 * QUIET_MODULES));
          const wanted = pixelsOf(distance * 10, inches);
          expect(module * modules).toBeGreaterThanOrEqual(wanted - 0.1);
          expect((module - 1) * modules).toBeLessThan(wanted);
        },
      ),
    );
  });

  it('has these pixels: a 65-inch set is 80.9 cm high', () => {
    expect(pixelsOf(80.94, 65)).toBeCloseTo(1080, 0);
    expect(fitQr({ distance: 2, inches: 65 }, 29, 972)).toEqual({ module: 10, side: 370 });
    expect(fitQr({ distance: 3, inches: 65 }, 29, 972)).toEqual({ module: 14, side: 518 });
    expect(fitQr({ distance: 2, inches: 32 }, 29, 972)).toEqual({ module: 19, side: 703 });
  });

  it('from farther than three metres it says that it can’t', () => {
    expect(DISTANCES).toEqual([2, 3, 'farther']);
    expect(fitQr({ distance: 'farther', inches: 98 }, 29, 972)).toEqual({ cannot: 'farther' });
  });

  it('nor on a screen with no room for it', () => {
    expect(fitQr({ distance: 3, inches: 32 }, 29, 972)).toEqual({ cannot: 'small' });
  });
});
