/** The code, the address and the QR code of exercises that a patient takes along. */

import { sheetAddress } from '../../../session/centre/sheetAddress';
import { readCode } from '../../../session/code/routineCode';
import { fitQr, type Viewing, viewingOf } from '../../../session/preferences/viewingDistance';
import type { RoutineItem } from '../../../session/routine/routine';
import type { ButtonSpec } from '../../components/Button';
import { type QrModules, qrModules } from '../../components/QrCode';
import type { Shell } from '../../shell';

/** A QR code, or the sentence that says why there is none. `px` is the side of a module. */
export type TakeQr = { text: string; modules: QrModules; px: number; side: number } | string;

/** Size of this set's screen and distance of its viewers. */
const viewingNow = ({ services: { centre, memoryStore } }: Shell): Viewing =>
  viewingOf(memoryStore.memory.settings.viewing, centre.screen);

/**
 * The QR code of a routine's code; with an empty code, that of the phone page.
 * @param room side of the largest square for it, px
 */
export function takeQr(code: string, shell: Shell, room: number): TakeQr {
  const { phoneAddress, t } = shell.services;
  if (phoneAddress === undefined) return t('take.noAddress');
  const text = code ? `${phoneAddress}#${code}` : phoneAddress;
  const modules = qrModules(text);
  const fitted = fitQr(viewingNow(shell), modules.length, room);
  if (!('cannot' in fitted)) return { text, modules, px: fitted.module, side: fitted.side };
  return fitted.cannot === 'farther'
    ? t('take.farther')
    : t('take.small', { n: String(viewingNow(shell).distance) });
}

/** The exercises of a code; none for an unreadable code. */
export function itemsOfCode(code: string, { services: { routines } }: Shell): RoutineItem[] {
  const reading = readCode(code, routines.book);
  return 'items' in reading ? reading.items : [];
}

/** The address without its common beginning, so that it is short to type. */
export const spokenAddress = (address: string): string =>
  address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** The line that says where the exercises are printed; undefined where no computer can reach the sheet. */
export function paperText(code: string, { services }: Shell): string | undefined {
  const { phoneAddress, t } = services;
  const address = phoneAddress && sheetAddress(phoneAddress, code);
  return address && t('take.paper', { address: spokenAddress(address) });
}

/** The button that opens the code of these exercises; none when a code can't name one of them. */
export function takeButton(items: readonly RoutineItem[], shell: Shell): ButtonSpec[] {
  const { routines, t } = shell.services;
  const code = routines.codeOf(items);
  if (code === undefined) return [];
  return [
    {
      id: 'take',
      label: t('take.button'),
      icon: 'qr-solid',
      press: () => shell.go(`take/${code}`),
    },
  ];
}
