/** Rows of the settings for the room: distance and size of the screen decide how large a QR code must be. */
import {
  CM_PER_INCH,
  DIAGONALS,
  DISTANCES,
  type Viewing,
} from '../../../session/preferences/viewingDistance';
import type { Translate } from '../../../texts/translate';
import type { choice, SettingsRow } from './rowKinds';

/** @param row makes a row with some values in order */
export const roomRows = (
  t: Translate,
  viewing: Viewing,
  row: typeof choice,
  set: (viewing: Viewing) => void,
): SettingsRow[] => [
  row(
    {
      id: 'distance',
      icon: 'maximize-2',
      label: t('settings.distance'),
      why: t('settings.distanceWhy'),
    },
    DISTANCES,
    viewing.distance,
    (value) => (value === 'farther' ? t('settings.farther') : t('settings.metres', { n: value })),
    (distance) => set({ ...viewing, distance }),
  ),
  row(
    { id: 'diagonal', icon: 'tv', label: t('settings.diagonal'), why: t('settings.diagonalWhy') },
    // A centre may give a screen size that is not in the list.
    [...new Set<number>([...DIAGONALS, viewing.inches])].sort((a, b) => a - b),
    viewing.inches,
    (inches) => t('settings.inches', { inches, cm: Math.round(inches * CM_PER_INCH) }),
    (inches) => set({ ...viewing, inches }),
  ),
];
