/**
 * The characters of a routine's code, and its check characters (decision 022). There are 31
 * characters. 31 is a prime, so they form a field, and the check is the remainder of a division of
 * polynomials (a shortened Reed-Solomon code).
 */

/** Without 0, O, 1, I and L, which look alike from the sofa. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Number of values of a character. */
export const BASE = 31;

/** Longest payload with one check character. A longer one has two. */
const ONE_CHECK = 7;

/** A generator of the field: its powers take all values but 0. */
const ROOT = 3;

const mod = (value: number): number => ((value % BASE) + BASE) % BASE;

/** Divisors without the highest power: x - 3, and (x - 3)(x - 9). */
const DIVISORS: Record<1 | 2, readonly number[]> = {
  1: [mod(-ROOT)],
  2: [mod(-ROOT - ROOT * ROOT), mod(ROOT ** 3)],
};

const checksFor = (payload: number): 1 | 2 => (payload <= ONE_CHECK ? 1 : 2);

/** The remainder of payload · x^checks by the divisor: one value for each check. */
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

/** The payload and its check characters, as text. */
export function seal(payload: readonly number[]): string {
  const symbols = [...payload, ...rest(payload, checksFor(payload.length))];
  return symbols.map((symbol) => CODE_ALPHABET[symbol]).join('');
}

/** A typed or copied code, in capitals, without blanks and hyphens. */
export const tidyCode = (text: string): string => text.toUpperCase().replace(/[\s-]+/g, '');

/** Place, from 0, of the first character that codes do not use; undefined if there is none. */
export function strangeAt(code: string): number | undefined {
  const at = [...code].findIndex((character) => !CODE_ALPHABET.includes(character));
  return at < 0 ? undefined : at;
}

/**
 * The payload of a tidy code of known characters; undefined where a character is wrong. It always
 * finds one wrong character, or two neighbours that changed places.
 */
export function unseal(code: string): number[] | undefined {
  const symbols = [...code].map((character) => CODE_ALPHABET.indexOf(character));
  const checks = symbols.length <= ONE_CHECK + 1 ? 1 : 2;
  const payload = symbols.slice(0, -checks);
  // No payload makes a code of nine characters: such a code has one too many or too few.
  if (checksFor(payload.length) !== checks) return undefined;
  const expected = rest(payload, checks);
  const isRight = expected.every((value, at) => value === symbols[payload.length + at]);
  return isRight ? payload : undefined;
}

/** The code in groups of three, which are easier to read aloud: "K3F 7QX". */
export const spacedCode = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ');
