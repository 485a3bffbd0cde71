/** What one needs to take exercises along: code, address, and a QR code for the room. */

import { readCode } from '../../../session/code/routineCode';
import { fitQr, type Viewing, viewingOf } from '../../../session/preferences/viewingDistance';
import type { RoutineItem } from '../../../session/routine/routine';
import type { ButtonSpec } from '../../components/Button';
import { type QrModules, qrModules } from '../../components/QrCode';
import type { Shell } from '../../shell';

/** A QR code to show, or the sentence that says why there is none. */
export type TakeQr = { text: string; modules: QrModules; px: number; side: number } | string;

/** The room that this set stands in. */
export const viewingNow = ({ services: { centre, memoryStore } }: Shell): Viewing =>
  viewingOf(memoryStore.memory.settings.viewing, centre.screen);

/** The QR code of a routine's code, or without one of the page itself. @param room side of the square there is for it, px */
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

/** The exercises of a code; none where it says none. */
export function itemsOfCode(code: string, { services: { routines } }: Shell): RoutineItem[] {
  const reading = readCode(code, routines.book);
  return 'items' in reading ? reading.items : [];
}

/** The address without what everybody's has: short enough to type. */
export const spokenAddress = (address: string): string =>
  address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Leads to the code of these exercises; nothing where a code can't name one of them. */
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
