/** Tests a PIN's hash: equal to any other PBKDF2, and valid only for its own digits. */
import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PIN_PATTERN } from '../../src/session/centre/centreSchema';
import { fitsPin, hashPin, isPin } from '../../src/tv/pin';

const SALT = [...Array(16).keys()];

it('is PBKDF2 with HMAC-SHA-256, as another library has it', () => {
  const kept = hashPin('2468', SALT);
  expect(kept).toMatch(PIN_PATTERN);
  const [, rounds, , hash] = kept.split(':');
  const theirs = pbkdf2Sync('2468', Buffer.from(SALT), Number(rounds), 32, 'sha256');
  expect(hash).toBe(theirs.toString('hex'));
});

it('fits its own digits and no others', () => {
  const kept = hashPin('2468', SALT);
  expect(fitsPin('2468', kept)).toBe(true);
  for (const other of ['2469', '24680', '246', '', '8642'])
    expect(fitsPin(other, kept)).toBe(false);
});

it('another salt gives another hash', () => {
  expect(hashPin('2468', SALT)).not.toBe(hashPin('2468', [...SALT].reverse()));
});

it('what was not made by it fits nothing, and stops nobody', () => {
  fc.assert(
    fc.property(fc.string(), (kept) => {
      expect(fitsPin('2468', kept)).toBe(false);
    }),
  );
  expect(fitsPin('1', 'pbkdf2-sha256:9999999:00:00')).toBe(false);
});

it.each(['123', '123456789', '12a4', '', ' 1234'])('%j is no PIN', (text) => {
  expect(isPin(text)).toBe(false);
  expect(() => hashPin(text, SALT)).toThrow(/4 to 8 digits/);
});
