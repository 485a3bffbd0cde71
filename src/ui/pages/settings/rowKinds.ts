/** What a row of the settings is, and the two kinds that set something. */
import type { Settings } from '../../../session/memory/memory';
import type { Translate } from '../../../texts/translate';
import type { Shell } from '../../shell';
import type { IconName } from '../../theme/shapes';

/** One row of the settings. */
export interface SettingsRow {
  id: string;
  label: string;
  /** What it means, in a sentence or two, beside the list while the row has the focus. */
  why: string;
  icon?: IconName;
  /** What it stands at; absent for something to do. */
  value?: string;
  /** Whether left (-1) and right (1) lead anywhere from here. */
  can?: { less: boolean; more: boolean };
  step?(by: -1 | 1): void;
  /** What OK does; on a row with two values, the other one. */
  press?(): void;
}

/** Changes the settings, and keeps them. */
export const change = ({ services }: Shell, part: Partial<Settings>): void =>
  services.memoryStore.change((memory) => ({
    ...memory,
    settings: { ...memory.settings, ...part },
  }));

/** A row that is on or off: left is off, right is on, OK the other one. */
export function toggle(
  t: Translate,
  row: Pick<SettingsRow, 'id' | 'label' | 'why' | 'icon'>,
  isOn: boolean,
  set: (isOn: boolean) => void,
): SettingsRow {
  return {
    ...row,
    value: t(isOn ? 'settings.yes' : 'settings.no'),
    can: { less: isOn, more: !isOn },
    step: (by) => set(by > 0),
    press: () => set(!isOn),
  };
}

/** A row with some values in order. */
export function choice<Value>(
  row: Pick<SettingsRow, 'id' | 'label' | 'why' | 'icon'>,
  values: readonly Value[],
  now: Value,
  say: (value: Value) => string,
  set: (value: Value) => void,
): SettingsRow {
  const at = values.indexOf(now);
  const to = (place: number) => {
    const value = values[place];
    if (value !== undefined) set(value);
  };
  return {
    ...row,
    value: say(now),
    can: { less: at > 0, more: at < values.length - 1 },
    step: (by) => to(at + by),
    press: () => to((at + 1) % values.length),
  };
}
