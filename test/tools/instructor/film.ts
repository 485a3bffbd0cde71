import { distance, type Vec3 } from '../../../tools/instructor/math';
import { movements } from '../../../tools/instructor/movements/index';
import type { Clip, Contact, Movement } from '../../../tools/instructor/movements/types';
import type { Pose } from '../../../tools/instructor/skeleton/pose';
import { SIDES, type Skeleton, solve } from '../../../tools/instructor/skeleton/solve';

/** Helpers for the tests of poses: movements, clips, skeletons, joints. */

export function movementOf(id: string): Movement {
  const found = movements.find((movement) => movement.id === id);
  if (!found) throw new Error(`no movement ${id}`);
  return found;
}

export function clipOf(movement: Movement, name: string): Clip {
  const found = movement.clips.find((clip) => clip.name === name);
  if (!found) throw new Error(`${movement.id} has no clip ${name}`);
  return found;
}

/** Clips that show a movement, not a breath. */
export const movingClips = (movement: Movement): Clip[] =>
  movement.clips.filter((clip) => !/-\d-\d$/.test(clip.name));

/** The clip's skeletons, every `step` frames; a dissolve counts as its two poses. */
export function skeletons(clip: Clip, step = 1): Skeleton[] {
  const poses = clip.shots.flatMap((shot): Pose[] =>
    shot.kind === 'pose' ? [shot.pose] : [shot.from, shot.to],
  );
  return poses.filter((_, i) => i % step === 0 || i === poses.length - 1).map(solve);
}

/** Joints by name. */
export function joints(s: Skeleton): Record<string, Vec3> {
  const out: Record<string, Vec3> = { head: s.head.o, chest: s.chest.o, pelvis: s.pelvis.o };
  for (const side of SIDES) {
    const { knee, ankle, toes } = s.legs[side];
    const { shoulder, elbow, wrist } = s.arms[side];
    Object.assign(out, {
      [`${side} knee`]: knee,
      [`${side} ankle`]: ankle,
      [`${side} toes`]: toes.o,
      [`${side} shoulder`]: shoulder,
      [`${side} elbow`]: elbow,
      [`${side} wrist`]: wrist,
    });
  }
  return out;
}

/** The joint that moves most between two skeletons, and how far (metres). */
export function furthest(a: Skeleton, b: Skeleton): { joint: string; moved: number } {
  const [from, to] = [joints(a), joints(b)];
  let best = { joint: 'none', moved: 0 };
  for (const [joint, place] of Object.entries(from)) {
    const moved = distance(place, to[joint]);
    if (moved > best.moved) best = { joint, moved };
  }
  return best;
}

/** The place of a contact. */
export function contact(s: Skeleton, name: Contact): Vec3 {
  const places: Record<Contact, Vec3> = {
    leftFoot: s.legs.left.ankle,
    rightFoot: s.legs.right.ankle,
    leftHand: s.arms.left.wrist,
    rightHand: s.arms.right.wrist,
    leftElbow: s.arms.left.elbow,
    rightElbow: s.arms.right.elbow,
    head: s.head.o,
  };
  return places[name];
}
