/** The grid of keys on which a code is typed with the arrows. */
import type { Layout } from '../typing/keyGrid';
import { CODE_ALPHABET } from './codeSymbols';

/** Keys beside the characters: delete one character, delete all (or leave), read the code. */
export const CODE_ACTIONS = ['takeBack', 'clear', 'read'] as const;
export type CodeAction = (typeof CODE_ACTIONS)[number];

/** With seven columns and five rows, which lead around, the ways between two characters are shortest. */
const COLUMNS = 7;

const CELLS = [...CODE_ALPHABET, 'takeBack', 'clear', 'read', 'read'];

/** The characters in their order. The actions fill the last row. */
export const CODE_LAYOUT: Layout = [0, 1, 2, 3, 4].map((row) =>
  CELLS.slice(row * COLUMNS, (row + 1) * COLUMNS),
);
