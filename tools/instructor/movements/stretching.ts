import { mirrorPose } from '../skeleton/mirror';
import type { Pose } from '../skeleton/pose';
import { backward, breathing, dissolve, FPS, move } from './clips';
import { mirrored, mirroredContacts } from './sided';
import type { Clip, Contact } from './types';

/**
 * A stretch that is held on each side: ready, into it (2 s), held, and back. `path` is the left
 * side from rest (0) to stretched (1). The right side is its mirror image. `change` leads from
 * waiting on the left to waiting on the right. Without it the picture dissolves, for exercises
 * where that way is long.
 */
export function stretching(path: (t: number) => Pose, change?: (t: number) => Pose): Clip[] {
  const [low, high] = [path(0), path(1)];
  const lift = move('lift-left', 60, path);
  const liftRight = mirrored('lift-right', lift);
  return [
    ...breathing('ready-left', low),
    ...breathing('ready-right', mirrorPose(low)),
    lift,
    liftRight,
    ...breathing('hold-left', high),
    ...breathing('hold-right', mirrorPose(high)),
    backward('lower-left', lift, high),
    backward('lower-right', liftRight, mirrorPose(high)),
    change ? move('to-ready-right', FPS, change) : dissolve('to-ready-right', low, mirrorPose(low)),
  ];
}

/** The contacts of both sides, from those of the left. */
export const bothSides = (left: readonly Contact[]): Record<string, readonly Contact[]> => ({
  'lift-left': left,
  'lift-right': mirroredContacts(left),
  'lower-left': left,
  'lower-right': mirroredContacts(left),
});
