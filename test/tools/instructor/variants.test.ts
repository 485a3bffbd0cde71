import { describe, expect, it } from 'vitest';
import { BodyField } from '../../../tools/instructor/figure/bodyField';
import { HandField } from '../../../tools/instructor/figure/hand';
import { angleBetween, distance, pointIn, pointOut } from '../../../tools/instructor/math';
import { BALL } from '../../../tools/instructor/render/props';
import { BODY, MAT_TOP } from '../../../tools/instructor/skeleton/body';
import { SIDES, type Skeleton, sign } from '../../../tools/instructor/skeleton/solve';
import { clipOf, movementOf, skeletons } from './film';
import { hipsOf, jointAngles, kneesOf, offLine, shouldersOf } from './measure';

/** Tests on the poses what distinguishes each variant of the brochure. */

const all = (id: string, clip: string, step = 5): Skeleton[] =>
  skeletons(clipOf(movementOf(id), clip), step);
const first = (id: string, clip: string): Skeleton => all(id, clip)[0];

describe('brug--armen-gekruist', () => {
  const id = 'brug--armen-gekruist';

  it('crosses the arms on the chest: nothing of them supports', () => {
    for (const s of all(id, 'lift'))
      for (const side of SIDES) {
        const hand = pointIn(s.chest, s.arms[side].wrist);
        // On the front of the chest, beyond its middle, toward the other shoulder.
        expect(hand[0] * sign(side)).toBeLessThan(-0.02);
        expect(hand[2]).toBeGreaterThan(0.12);
        expect(hand[2]).toBeLessThan(0.19);
        expect(s.arms[side].elbow[1]).toBeGreaterThan(MAT_TOP + 0.15);
        expect(s.arms[side].wrist[1]).toBeGreaterThan(MAT_TOP + 0.2);
      }
  });
  it('carries one forearm over the other', () => {
    const s = first(id, 'hold-4-1');
    const over = pointIn(s.chest, s.arms.right.wrist)[2] - pointIn(s.chest, s.arms.left.wrist)[2];
    expect(over).toBeGreaterThan(0.03);
  });
  it('lifts the hips as far as with the arms on the mat, into one line', () => {
    const top = first(id, 'hold-4-1');
    expect(offLine(shouldersOf(top), hipsOf(top), kneesOf(top))).toBeLessThan(2);
    expect(distance(hipsOf(top), hipsOf(first('brug', 'hold-4-1')))).toBeLessThan(1e-6);
  });
});

describe('bekken-zit--zitbal', () => {
  const id = 'bekken-zit--zitbal';
  const frames = [...all(id, 'hollow'), ...all(id, 'round')];
  const ballOf = (s: Skeleton) => {
    if (!s.ball) throw new Error('no ball');
    return s.ball;
  };

  it('sits on the ball, which dents a little, with the feet flat', () => {
    expect(movementOf(id).room.props ?? []).toEqual([]);
    for (const s of frames) {
      const ball = ballOf(s);
      // The seat is 0.11 m below the hip joints, so it sinks this deep into the ball.
      const dent = BALL.radius + 0.11 - distance(hipsOf(s), ball.o);
      expect(dent).toBeGreaterThan(0.04);
      expect(dent).toBeLessThan(0.11);
      expect(Math.abs(hipsOf(s)[0] - ball.o[0])).toBeLessThan(0.02);
      for (const side of SIDES) {
        expect(s.legs[side].foot.y[1]).toBeGreaterThan(0.99);
        expect(hipsOf(s)[1]).toBeGreaterThan(s.legs[side].knee[1]);
        expect(jointAngles(s, side).knee).toBeGreaterThan(65);
      }
    }
  });
  it('rolls the ball without slipping: backward when hollow, forward when round', () => {
    for (const s of frames) {
      const turned = (angleBetween(ballOf(s).y, [0, 1, 0]) * Math.PI) / 180;
      expect(Math.abs(ballOf(s).o[0])).toBeCloseTo(BALL.radius * turned, 4);
    }
    expect(ballOf(all(id, 'hollow', 45)[1]).o[0]).toBeLessThan(-0.01);
    expect(ballOf(all(id, 'round', 45)[1]).o[0]).toBeGreaterThan(0.01);
  });
});

describe('bekken-stand--muur', () => {
  const id = 'bekken-stand--muur';
  const [prop] = movementOf(id).room.props ?? [];
  if (prop?.kind !== 'wall') throw new Error('no wall');
  /** The face of the wall: the back touches it from the left. */
  const wall = prop.x[0];
  const [hollow, round] = [all(id, 'hollow', 45)[1], all(id, 'round', 45)[1]];
  /** From the low back's middle to the wall, in metres. */
  const gap = (s: Skeleton): number => {
    const middle = (BODY.lumbarFrom + BODY.lumbarTo) / 2;
    const station = s.spine.reduce((a, b) =>
      Math.abs(b.s - middle) < Math.abs(a.s - middle) ? b : a,
    );
    return wall - pointOut(station.frame, [0, 0, -0.09])[0];
  };

  it('stands with seat and shoulders at the wall and the feet a little away from it', () => {
    for (const s of [...all(id, 'hollow'), ...all(id, 'round')]) {
      expect(wall - pointOut(s.chest, [0, -0.05, -0.107])[0]).toBeLessThan(0.03);
      expect(wall - pointOut(s.pelvis, [0.072, -0.035, -0.115])[0]).toBeLessThan(0.035);
      for (const side of SIDES) {
        expect(wall - s.legs[side].ankle[0]).toBeGreaterThan(0.2);
        expect(wall - s.legs[side].ankle[0]).toBeLessThan(0.35);
      }
    }
  });
  it('leaves the wall with the low back when hollow, and nears it when round', () => {
    expect(gap(hollow)).toBeGreaterThan(0.055);
    expect(gap(round)).toBeLessThan(0.03);
  });
  it('has one hand flat at the wall in the hollow of the low back', () => {
    for (const s of [...all(id, 'hollow'), ...all(id, 'round')]) {
      const { wrist, hand } = s.arms.right;
      expect(wall - wrist[0]).toBeLessThan(0.03);
      expect(wall - wrist[0]).toBeGreaterThan(0.015);
      expect(Math.abs(hand.x[0])).toBeGreaterThan(0.99);
      const up = pointIn(s.pelvis, wrist)[1];
      expect(up).toBeGreaterThan(BODY.lumbarFrom);
      expect(up).toBeLessThan(BODY.lumbarTo);
    }
  });
  it('pushes against that hand when round, and not when hollow', () => {
    expect(pressed(round)).toBeGreaterThan(0.008);
    expect(pressed(round)).toBeLessThan(0.02);
    expect(pressed(hollow)).toBeLessThan(0.005);
  });
});

/** How deep the right hand, without its forearm, sinks into the body, metres. */
function pressed(s: Skeleton): number {
  const [hand, body] = [new HandField(s.arms.right, 'right'), new BodyField(s)];
  const step = 0.006;
  let deepest = 0;
  for (let x = hand.low[0]; x < hand.high[0]; x += step)
    for (let y = hand.low[1]; y < hand.high[1]; y += step)
      for (let z = s.arms.right.wrist[2] + 0.01; z < hand.high[2]; z += step) {
        hand.prepare(x, y, z, 0.01);
        if (hand.distance(x, y, z) >= 0) continue;
        body.prepare(x, y, z, 0.02);
        deepest = Math.max(deepest, -body.distance(x, y, z));
      }
  return deepest;
}

describe('rug-buiklig--beide-benen', () => {
  const id = 'rug-buiklig--beide-benen';
  const [low, high] = [first(id, 'ready-4-1'), first(id, 'hold-4-1')];

  it('lifts both stretched legs lightly from the mat', () => {
    for (const side of SIDES) {
      const up = high.legs[side].ankle[1] - low.legs[side].ankle[1];
      expect(up).toBeGreaterThan(0.08);
      expect(up).toBeLessThan(0.2);
      expect(high.legs[side].toes.o[1]).toBeGreaterThan(MAT_TOP + 0.1);
      expect(jointAngles(high, side).knee).toBeLessThan(6);
    }
    expect(high.legs.left.ankle[1]).toBeCloseTo(high.legs.right.ankle[1], 6);
  });
  it('begins as the plain exercise and lifts the shoulders like it', () => {
    const [from, to] = [first('rug-buiklig', 'ready-4-1'), first('rug-buiklig', 'hold-4-1')];
    for (const side of SIDES)
      expect(distance(low.legs[side].ankle, from.legs[side].ankle)).toBeLessThan(1e-9);
    expect(distance(shouldersOf(high), shouldersOf(to))).toBeLessThan(1e-9);
    expect(distance(hipsOf(high), hipsOf(to))).toBeLessThan(1e-9);
  });
});
