import { mirrorPose } from '../skeleton/mirror';
import type { Clip } from './types';

/** The clip of the other side, with every pose mirrored. */
export const mirrored = (name: string, of: Clip): Clip => ({
  name,
  shots: of.shots.map((shot) =>
    shot.kind === 'pose'
      ? { ...shot, pose: mirrorPose(shot.pose) }
      : { ...shot, from: mirrorPose(shot.from), to: mirrorPose(shot.to) },
  ),
});

/** Contacts of the right side from those of the left. */
export const mirroredContacts = <T extends string>(names: readonly T[]): T[] =>
  names.map(
    (name) =>
      (name.startsWith('left')
        ? name.replace('left', 'right')
        : name.replace('right', 'left')) as T,
  );
