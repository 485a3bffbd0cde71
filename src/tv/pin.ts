/**
 * A PIN that staff type with the arrows, kept as a salted hash. It stops passers-by. It does not
 * stop a person who has the file, because four digits are quickly tried out whatever the hash.
 *
 * `crypto.subtle` is missing where the app is served over http on a local network, so a library
 * does the hashing everywhere.
 */
import { sha256 } from 'js-sha256';

/** Number of digits of a PIN. It has digits only, because one types it with six keys. */
export const PIN_DIGITS = { min: 4, max: 8 } as const;

/** Rounds of a new hash (ours). They take some tenths of a second on a slow set. */
const ROUNDS = 2000;
/** Most rounds that are accepted. With more the screen would freeze. */
const MOST_ROUNDS = 100_000;

const NAME = 'pbkdf2-sha256';

const hex = (bytes: readonly number[]): string =>
  bytes.map((byte) => `0${byte.toString(16)}`.slice(-2)).join('');

const bytesOf = (text: string): number[] =>
  (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** PBKDF2 with HMAC-SHA-256 (RFC 8018), one block of 32 bytes. */
function derive(pin: string, salt: readonly number[], rounds: number): number[] {
  let block = sha256.hmac.array(pin, [...salt, 0, 0, 0, 1]);
  const sum = [...block];
  for (let round = 1; round < rounds; round += 1) {
    block = sha256.hmac.array(pin, block);
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) ^ (block[at] ?? 0);
  }
  return sum;
}

/** Whether a text has 4 to 8 digits and nothing else. */
export const isPin = (text: string): boolean =>
  new RegExp(`^\\d{${PIN_DIGITS.min},${PIN_DIGITS.max}}$`).test(text);

/**
 * The hash of a PIN.
 * @param salt 16 random bytes
 * @throws RangeError when the text is no PIN
 */
export function hashPin(pin: string, salt: readonly number[]): string {
  if (!isPin(pin)) {
    throw new RangeError(
      `A PIN has ${PIN_DIGITS.min} to ${PIN_DIGITS.max} digits, and nothing else.`,
    );
  }
  return [NAME, ROUNDS, hex(salt), hex(derive(pin, salt, ROUNDS))].join(':');
}

/**
 * Whether a PIN fits a hash.
 * @param kept a result of `hashPin`; no PIN fits anything else
 */
export function fitsPin(pin: string, kept: string): boolean {
  const [name, rounds, salt, hash] = kept.split(':');
  const count = Number(rounds);
  if (name !== NAME || !salt || !hash || !(count > 0 && count <= MOST_ROUNDS)) return false;
  return hex(derive(pin, bytesOf(salt), count)) === hash;
}
