/** Where the index says that the body is: around every joint of every picture, and not much more. */
import { expect, it } from 'vitest';
import { movements } from '../../../tools/instructor/movements/index';
import { camera, project } from '../../../tools/instructor/render/camera';
import { realMedia } from '../../support/catalogue';
import { joints, skeletons } from './film';

const MEDIA = realMedia();
/** A joint lies within the body, at most so far from its edge, as a share of the picture. */
const FLESH = 0.2;

it.each(movements.map((one) => [one.id, one] as const))('%s', (id, movement) => {
  const box = MEDIA.exercises[id]?.figure;
  if (!box) throw new Error(`${id}: no box; npm run media -- --boxes --only ${id}`);
  const c = camera(movement.view, 1, 9 / 16);
  const edges = { left: 1, top: 1, right: 0, bottom: 0 };
  for (const clip of movement.clips) {
    for (const skeleton of skeletons(clip, 7)) {
      for (const joint of Object.values(joints(skeleton))) {
        const [x, y] = project(c, joint);
        edges.left = Math.min(edges.left, x);
        edges.right = Math.max(edges.right, x);
        edges.top = Math.min(edges.top, (y * 16) / 9);
        edges.bottom = Math.max(edges.bottom, (y * 16) / 9);
      }
    }
  }
  const seen = (share: number) => Math.min(1, Math.max(0, share));
  expect(box.x).toBeLessThanOrEqual(seen(edges.left) + 0.001);
  expect(box.y).toBeLessThanOrEqual(seen(edges.top) + 0.001);
  expect(box.x + box.w).toBeGreaterThanOrEqual(seen(edges.right) - 0.001);
  expect(box.y + box.h).toBeGreaterThanOrEqual(seen(edges.bottom) - 0.001);
  if (movement.inset) return;
  expect(edges.left - box.x).toBeLessThan(FLESH);
  expect(edges.top - box.y).toBeLessThan(FLESH);
  expect(box.x + box.w - edges.right).toBeLessThan(FLESH);
  expect(box.y + box.h - edges.bottom).toBeLessThan(FLESH);
});
