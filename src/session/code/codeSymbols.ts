/**
 * The characters of a routine's code and the sum that guards them (decision 022). 31 is a prime, so
 * the characters are the numbers of a field, and the sum is the rest of a division of polynomials
 * (a shortened Reed-Solomon code).
 */

/** Without 0 and O, 1, I and L: they look alike from the sofa. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** How many values a character has. */
export const BASE = 31;

/** Longest payload that one check character guards; a longer one gets two. */
const ONE_CHECK = 7;

/** A generator of the field: its powers take all values but 0. */
const ROOT = 3;

const mod = (value: number): number => ((value % BASE) + BASE) % BASE;

/** Divisors with the highest power left out: x - 3, and (x - 3)(x - 9). */
const DIVISORS: Record<1 | 2, readonly number[]> = {
  1: [mod(-ROOT)],
  2: [mod(-ROOT - ROOT * ROOT), mod(ROOT ** 3)],
};

const checksFor = (payload: number): 1 | 2 => (payload <= ONE_CHECK ? 1 : 2);

/** The rest of payload · x^checks by the divisor: as many values as there are checks. */
function rest(payload: readonly number[], checks: 1 | 2): number[] {
  const divisor = DIVISORS[checks];
  const register = divisor.map(() => 0);
  for (const symbol of payload) {
    const lead = mod(symbol + (register.shift() as number));
    register.push(0);
    divisor.forEach((by, at) => {
      register[at] = mod((register[at] as number) - lead * by);
    });
  }
  return register.map((value) => mod(-value));
}

/** The payload with its check characters, as text. */
export function seal(payload: readonly number[]): string {
  const symbols = [...payload, ...rest(payload, checksFor(payload.length))];
  return symbols.map((symbol) => CODE_ALPHABET[symbol]).join('');
}

/** As typed or copied: capitals, without blanks and hyphens. */
export const tidyCode = (text: string): string => text.toUpperCase().replace(/[\s-]+/g, '');

/** Place, from 0, of the first character that no code has; undefined where all are good. */
export function strangeAt(code: string): number | undefined {
  const at = [...code].findIndex((character) => !CODE_ALPHABET.includes(character));
  return at < 0 ? undefined : at;
}

/**
 * The payload of a tidy code of known characters; undefined where a character is wrong. One wrong
 * character, or two neighbours in each other's place, are always found.
 */
export function unseal(code: string): number[] | undefined {
  const symbols = [...code].map((character) => CODE_ALPHABET.indexOf(character));
  const checks = symbols.length <= ONE_CHECK + 1 ? 1 : 2;
  const payload = symbols.slice(0, -checks);
  // No payload makes a code of nine: a character too many, or one lost.
  if (checksFor(payload.length) !== checks) return undefined;
  const expected = rest(payload, checks);
  const isRight = expected.every((value, at) => value === symbols[payload.length + at]);
  return isRight ? payload : undefined;
}

/** Groups of three, easier to read aloud: "K3F 7QX". */
export const spacedCode = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ');
