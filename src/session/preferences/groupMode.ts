/** Whether a set leads a group, and how. Pure. */
import type { Centre } from '../centre/centre';
import type { GroupMode, GroupSetting } from '../memory/memory';

/**
 * The set's own setting, else what it was opened for, else what its centre begins in.
 * @param own as it was set there; absent: nobody did
 * @param isForGroup it was opened by the address for groups, whatever was set before
 * @returns undefined where it leads none
 */
export function groupModeOf(
  own: GroupSetting | undefined,
  { group, modes, startIn }: Pick<Centre, 'modes' | 'startIn' | 'group'>,
  isForGroup: boolean,
): GroupMode | undefined {
  if (!modes.includes('group')) return undefined;
  if (own !== undefined && own !== 'no') return own;
  const isOn = isForGroup || (own === undefined && startIn === 'group');
  if (!isOn) return undefined;
  return group.movesOn ? 'goesOn' : 'waits';
}
