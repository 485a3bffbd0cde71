/** What a key types where one enters a code or a PIN: digits of a remote, and keys of a keyboard. */

/** A character in capitals, or the deletion of the last one. */
export type Typed = { character: string } | 'erase';

type Key = Pick<KeyboardEvent, 'key' | 'keyCode'> &
  Partial<Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey'>>;

const DELETE = 46;
const LETTERS = { from: 65, to: 90 } as const;

const isDigit = (name: string): boolean => /^\d$/.test(name);

/**
 * What a key types; undefined for every other key.
 * @param name the key's name on this set, as in `keyTables.ts`
 */
export function typedBy(
  { altKey, ctrlKey, key, keyCode, metaKey }: Key,
  name: string | undefined,
): Typed | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  // The name comes first: on a French or Belgian keyboard the digits' keys give other characters.
  if (name !== undefined) return isDigit(name) ? { character: name } : undefined;
  if (keyCode === DELETE || key === 'Delete') return 'erase';
  if (/^[a-z\d]$/i.test(key ?? '')) return { character: key.toUpperCase() };
  // Older sets give a code only.
  const isLetter = keyCode >= LETTERS.from && keyCode <= LETTERS.to;
  const isNamed = key !== undefined && key !== '' && key !== 'Unidentified';
  return isLetter && !isNamed ? { character: String.fromCharCode(keyCode) } : undefined;
}

/** Whether a press of Back comes from Escape, which leaves at once; Backspace deletes first. */
export const isEscape = ({ key }: Pick<KeyboardEvent, 'key'>): boolean => key === 'Escape';
