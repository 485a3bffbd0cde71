/** Says that these may not be the exercises that the centre offers, since its own file could not be read. */
import { el } from './dom';
import type { PhoneServices } from './load';

/** @returns the sentence; undefined where the centre's file is known, or there is none */
export const centreNotice = ({ isCentreUnread, t }: PhoneServices): HTMLElement | undefined =>
  isCentreUnread
    ? el('p', { className: 'told', attributes: { role: 'status' } }, t('phone.centre'))
    : undefined;
