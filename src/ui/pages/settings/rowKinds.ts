/** A row of the settings, and the two kinds of rows with a value. */
import type { Settings } from '../../../session/memory/memory';
import type { Translate } from '../../../texts/translate';
import type { Shell } from '../../shell';
import type { IconName } from '../../theme/shapes';
import { changeSettings } from '../home/homeContent';

/** One row of the settings. */
export interface SettingsRow {
  id: string;
  label: string;
  /** The explanation, in a sentence or two. It is beside the list while the row has the focus. */
  why: string;
  icon?: IconName;
  /** The current value; absent for an action. */
  value?: string;
  /** Whether Left (less) and Right (more) can change the value. */
  can?: { less: boolean; more: boolean };
  step?(by: -1 | 1): void;
  /** The action of OK. On a row with two values, it sets the other one. */
  press?(): void;
}

/** Changes the settings, and stores them. */
export const change = ({ services }: Shell, part: Partial<Settings>): void =>
  changeSettings(services, part);

/** A row for on and off. Left turns it off, Right turns it on, OK switches it. */
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
