/** Typing a code: the keys of the page, and the messages about an unreadable code. */
import { CODE_ALPHABET, spacedCode } from '../../../session/code/codeSymbols';
import { MAX_LENGTH, readCode } from '../../../session/code/routineCode';
import { problemText } from '../../../texts/code';
import type { ButtonSpec } from '../../components/Button';
import type { Shell } from '../../shell';

/** Longest code that can be typed, in characters. The line has no room for more. */
export const MAX_TYPED = Math.min(48, MAX_LENGTH);

/** Width of a key, px: eight keys and their gaps fill the safe area. */
const KEY_W = 200;

/** The code with its spaces. */
export const typedText = (code: string): string => spacedCode(code);

/** Actions of the page's keys. */
export interface Typing {
  type(character: string): void;
  takeBack(): void;
  clear(): void;
  read(): void;
}

/** Characters in rows of eight; the last row has one fewer. */
export function characterRows(typing: Typing): ButtonSpec[][] {
  const keys = [...CODE_ALPHABET].map((character) => ({
    id: character,
    label: character,
    w: KEY_W,
    centred: true,
    press: () => typing.type(character),
  }));
  return [0, 8, 16, 24].map((from) => keys.slice(from, from + 8));
}

/** Buttons below the characters: read the code, delete a character, delete all, leave. */
export const typingButtons = ({ services: { t } }: Shell, typing: Typing, leave: () => void) => [
  {
    id: 'read',
    label: t('code.read'),
    icon: 'check' as const,
    primary: true,
    press: () => typing.read(),
  },
  {
    id: 'takeBack',
    label: t('code.takeBack'),
    icon: 'delete' as const,
    press: () => typing.takeBack(),
  },
  { id: 'clear', label: t('code.clear'), press: () => typing.clear() },
  { id: 'back', label: t('routine.back'), press: leave },
];

/**
 * Opens the routine of a code.
 * @returns undefined, or a sentence that says what is wrong with the code
 */
export function openCode(code: string, shell: Shell): string | undefined {
  const { routines, t } = shell.services;
  const reading = readCode(code, routines.book);
  if ('problem' in reading) return problemText(t, reading.problem);
  shell.go(`code/${code}`);
  return undefined;
}
