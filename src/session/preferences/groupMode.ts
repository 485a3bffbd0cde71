/** Whether a set leads a group, and how. Pure. */
import type { Centre } from '../centre/centre';
import type { GroupMode, GroupSetting } from '../memory/memory';

/**
 * The group mode: the set's own setting, else the address, else the centre's setting.
 * @param own setting that staff made on this set; undefined if there is none
 * @param isForGroup whether the address for groups opened the app, whatever the set's earlier
 *   setting
 * @returns undefined where the set leads no group
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
