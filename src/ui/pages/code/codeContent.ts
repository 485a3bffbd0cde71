/** Typing a code: what each key does, and what a code that can't be read is told. */
import { CODE_ALPHABET, spacedCode } from '../../../session/code/codeSymbols';
import { MAX_LENGTH, readCode } from '../../../session/code/routineCode';
import { problemText } from '../../../texts/code';
import type { ButtonSpec } from '../../components/Button';
import type { Shell } from '../../shell';

/** Longest code that can be typed: nobody types more, and the line holds no more. */
export const MAX_TYPED = Math.min(48, MAX_LENGTH);

/** Eight of them, and the gaps between, from the safe area's left to its right, px. */
const KEY_W = 200;

/** The code as it is typed. */
export const typedText = (code: string): string => spacedCode(code);

/** What the page's keys ask for. */
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

/** Below the characters: read it, take the last one back, begin anew, leave. */
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

/** Opens what the code says, or says what is wrong with it. @returns the sentence */
export function openCode(code: string, shell: Shell): string | undefined {
  const { routines, t } = shell.services;
  const reading = readCode(code, routines.book);
  if ('problem' in reading) return problemText(t, reading.problem);
  shell.go(`code/${code}`);
  return undefined;
}
