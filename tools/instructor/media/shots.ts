import { createHash } from 'node:crypto';
import type { Movement, Shot } from '../movements/types';
import type { Pose } from '../skeleton/pose';

/** A name for a pose's picture. Equal poses have equal names, so each is rendered once. */
export const poseKey = (pose: Pose): string =>
  createHash('sha1').update(JSON.stringify(pose, rounded)).digest('hex').slice(0, 20);

/** Rounds to a tenth of a micrometre, because smaller differences are noise of the arithmetic. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value;

export const shotKey = (shot: Shot): string =>
  shot.kind === 'pose'
    ? poseKey(shot.pose)
    : `${poseKey(shot.from)}+${poseKey(shot.to)}*${shot.share.toFixed(5)}`;

/** The poses of all pictures of a movement, each once. */
export function posesOf(movement: Movement): Map<string, Pose> {
  const out = new Map<string, Pose>();
  const need = (pose: Pose): void => void out.set(poseKey(pose), pose);
  for (const clip of movement.clips)
    for (const shot of clip.shots) {
      if (shot.kind === 'pose') need(shot.pose);
      else {
        need(shot.from);
        need(shot.to);
      }
    }
  need(movement.poster);
  return out;
}
