/** Typing a code: the keys of the page, and the messages about an unreadable code. */
import { spacedCode } from '../../../session/code/codeSymbols';
import { MAX_LENGTH, readCode } from '../../../session/code/routineCode';
import { problemText } from '../../../texts/code';
import type { GridKey } from '../../components/KeyGrid';
import type { Shell } from '../../shell';

/** Longest code that can be typed, in characters. The line has no room for more. */
export const MAX_TYPED = Math.min(48, MAX_LENGTH);

/** The code with its spaces. */
export const typedText = (code: string): string => spacedCode(code);

/** Which other keys type, and, when something is typed, which one deletes. */
export const keysHint = ({ services: { t } }: Shell, code: string): string =>
  code ? `${t('code.keys')} ${t('code.backErases')}` : t('code.keys');

/** Actions of the page's keys. */
export interface Typing {
  /** The code as it is typed so far. */
  readonly code: string;
  type(character: string): void;
  takeBack(): void;
  clear(): void;
  read(): void;
}

/** A key of the grid: a character; or delete one, delete all, read. With nothing typed, "delete all" leaves. */
export function keyOf(id: string, shell: Shell, typing: Typing): GridKey {
  const { t } = shell.services;
  switch (id) {
    case 'read':
      return {
        id,
        label: t('code.read'),
        icon: 'check',
        primary: true,
        press: () => typing.read(),
      };
    case 'takeBack':
      return { id, label: t('code.takeBack'), icon: 'delete', press: () => typing.takeBack() };
    case 'clear':
      return typing.code
        ? { id, label: t('code.clear'), press: () => typing.clear() }
        : { id: 'back', label: t('routine.back'), press: () => shell.back() };
    default:
      return { id, label: id, character: true, press: () => typing.type(id) };
  }
}

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
