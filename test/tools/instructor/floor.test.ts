import { describe, expect, it } from 'vitest';
import {
  angleBetween,
  distance,
  dot,
  mix,
  slope,
  sub,
  type Vec3,
} from '../../../tools/instructor/math';
import { BODY, MAT_TOP } from '../../../tools/instructor/skeleton/body';
import { SIDES, type Skeleton } from '../../../tools/instructor/skeleton/solve';
import { clipOf, furthest, movementOf, skeletons } from './film';
import { hipsOf, jointAngles, offLine, shouldersOf } from './measure';

/** Tests that the poses of the exercises on the mat are as the brochure says. */

const film = (id: string, clip: string, step = 1): Skeleton[] =>
  skeletons(clipOf(movementOf(id), clip), step);
const first = (id: string, clip: string): Skeleton => film(id, clip)[0];
const other = (side: 'left' | 'right') => (side === 'left' ? 'right' : 'left');
/** Angle by which the pelvis, or the chest, is turned between two skeletons. */
const turned = (a: Skeleton, b: Skeleton, bone: 'pelvis' | 'chest'): number =>
  angleBetween(a[bone].y, b[bone].y);
const thighSlope = (s: Skeleton, side: 'left' | 'right'): number =>
  slope(s.legs[side].hip, s.legs[side].knee);

describe.each(['bekken-ruglig', 'bekken-handen-knieen'])('%s', (id) => {
  const hollow = film(id, 'hollow')[45];
  const round = film(id, 'round')[45];
  const rest = first(id, 'ready-4-1');

  it('tilts the pelvis forward and back; the chest goes along less', () => {
    expect(turned(hollow, round, 'pelvis')).toBeGreaterThan(20);
    expect(turned(hollow, round, 'pelvis')).toBeGreaterThan(turned(hollow, round, 'chest'));
    // Forward: the front of the pelvis turns toward the feet, which is where its own up axis points then.
    expect(dot(hollow.pelvis.z, rest.pelvis.y)).toBeLessThan(-0.08);
    expect(dot(round.pelvis.z, rest.pelvis.y)).toBeGreaterThan(0.08);
  });
  it('keeps feet, hands and hips where they are', () => {
    for (const s of [hollow, round])
      for (const side of SIDES) {
        expect(distance(s.legs[side].ankle, rest.legs[side].ankle)).toBeLessThan(0.005);
        expect(distance(s.arms[side].wrist, rest.arms[side].wrist)).toBeLessThan(0.005);
        expect(distance(s.legs[side].hip, rest.legs[side].hip)).toBeLessThan(0.05);
      }
  });
});

describe('brug-eenbenig', () => {
  it.each(SIDES)('stretches the %s leg in line with thigh and trunk', (side) => {
    const top = first('brug-eenbenig', `hold-${side}-4-1`);
    const { hip, knee, ankle } = top.legs[side];
    expect(jointAngles(top, side).knee).toBeLessThan(6);
    expect(jointAngles(top, other(side)).knee).toBeGreaterThan(80);
    expect(
      offLine(shouldersOf(top), hipsOf(top), mix(knee, top.legs[other(side)].knee, 0.5)),
    ).toBeLessThan(2.5);
    expect(offLine(hip, knee, ankle)).toBeLessThan(6);
    // The thighs stay side by side.
    expect(thighSlope(top, 'left')).toBeCloseTo(thighSlope(top, 'right'), 0);
  });
});

describe('rug-buiklig', () => {
  it('lifts the shoulders only lightly, and leaves hips and feet on the mat', () => {
    const low = first('rug-buiklig', 'ready-4-1');
    const high = first('rug-buiklig', 'hold-4-1');
    const lifted = shouldersOf(high)[1] - shouldersOf(low)[1];
    expect(lifted).toBeGreaterThan(0.04);
    expect(lifted).toBeLessThan(0.14);
    expect(distance(hipsOf(high), hipsOf(low))).toBeLessThan(0.005);
  });
  it('looks down: the neck stays long', () => {
    expect(first('rug-buiklig', 'hold-4-1').head.z[1]).toBeLessThan(-0.8);
  });
});

describe('superman', () => {
  it.each(SIDES)('stretches the %s leg and the opposite arm in line with the trunk', (side) => {
    const top = first('superman', `hold-${side}-4-1`);
    const arm = top.arms[other(side)];
    const trunk: Vec3 = sub(shouldersOf(top), hipsOf(top));
    const leg = top.legs[side];
    expect(angleBetween(trunk, sub(leg.hip, leg.ankle))).toBeLessThan(6.5);
    expect(angleBetween(trunk, sub(arm.wrist, arm.shoulder))).toBeLessThan(4);
    expect(jointAngles(top, side).knee).toBeLessThan(6);
    expect(jointAngles(top, other(side)).knee).toBeGreaterThan(80);
    expect(top.arms[side].wrist[1]).toBeLessThan(MAT_TOP + 0.05);
  });
  it('keeps trunk and head perfectly still', () => {
    const frames = film('superman', 'lift-left');
    for (const s of frames) {
      expect(distance(s.chest.o, frames[0].chest.o)).toBeLessThan(1e-6);
      expect(distance(s.head.o, frames[0].head.o)).toBeLessThan(1e-6);
      expect(turned(s, frames[0], 'pelvis')).toBeLessThan(0.01);
    }
  });
});

describe.each([
  ['schaar', ['stroke']],
  ['benen-open-dicht', ['open', 'close']],
] as const)('%s', (id, clips) => {
  const frames = clips.flatMap((clip) => film(id, clip));

  it('keeps the legs stretched and the thighs at 45 degrees or more to the floor', () => {
    for (const s of frames)
      for (const side of SIDES) {
        expect(jointAngles(s, side).knee).toBeLessThan(6);
        expect(thighSlope(s, side)).toBeGreaterThanOrEqual(45);
        expect(slope(s.legs[side].hip, s.legs[side].ankle)).toBeGreaterThanOrEqual(45);
      }
  });
  it('keeps trunk and head still', () => {
    for (const s of frames) {
      expect(distance(s.chest.o, frames[0].chest.o)).toBeLessThan(1e-6);
      expect(distance(s.pelvis.o, frames[0].pelvis.o)).toBeLessThan(1e-6);
    }
  });
});

it('schaar: the legs part widely and take turns', () => {
  const frames = film('schaar', 'stroke');
  const lead = (s: Skeleton): number => thighSlope(s, 'left') - thighSlope(s, 'right');
  expect(lead(frames[0])).toBeGreaterThan(24);
  expect(lead(frames[30])).toBeLessThan(-24);
});

it('benen-open-dicht: the legs fall apart to both sides alike', () => {
  const wide = first('benen-open-dicht', 'close');
  const apart = distance(wide.legs.left.ankle, wide.legs.right.ankle);
  expect(apart).toBeGreaterThan(0.9);
  expect(wide.legs.left.ankle[2]).toBeCloseTo(-wide.legs.right.ankle[2], 6);
});

describe.each([
  ['bolletje', 'hold-4-1', 'left'],
  ['bolletje', 'hold-4-1', 'right'],
  ['rek-onderrug-bil', 'hold-left-4-1', 'left'],
  ['rek-onderrug-bil', 'hold-right-4-1', 'right'],
  ['rek-bil', 'hold-left-4-1', 'left'],
  ['rek-bil', 'hold-right-4-1', 'right'],
] as const)('%s %s', (id, clip, leg) => {
  const held = first(id, clip);

  it(`draws the ${leg} knee in and holds it with the hands`, () => {
    expect(jointAngles(held, leg).hip).toBeGreaterThan(95);
    expect(jointAngles(held, leg).knee).toBeGreaterThan(100);
    const hands = id === 'bolletje' ? [leg] : SIDES;
    for (const side of hands)
      expect(distance(held.arms[side].wrist, held.legs[leg].knee)).toBeLessThan(0.16);
  });
  it('leaves the head on the mat', () => {
    expect(held.head.o[1]).toBeLessThan(MAT_TOP + 0.12);
  });
});

it('bolletje: makes a ball of the back', () => {
  const held = first('bolletje', 'hold-4-1');
  expect(turned(first('bolletje', 'ready-4-1'), held, 'pelvis')).toBeGreaterThan(25);
});

describe.each(['rek-onderrug-bil', 'rek-bil'])('%s', (id) => {
  it.each(SIDES)('leaves the other leg flat while the %s one is held', (side) => {
    const { hip, knee, ankle } = first(id, `hold-${side}-4-1`).legs[other(side)];
    expect(offLine(hip, knee, ankle)).toBeLessThan(5);
    expect(ankle[1]).toBeLessThan(MAT_TOP + 0.07);
  });
  it('waits alike for both sides', () => {
    expect(furthest(first(id, 'ready-left-4-1'), first(id, 'ready-right-4-1')).moved).toBeLessThan(
      1e-9,
    );
  });
});

it.each(SIDES)('rek-bil: the %s knee goes past the middle, toward the other shoulder', (side) => {
  const held = first('rek-bil', `hold-${side}-4-1`);
  const straight = first('rek-onderrug-bil', `hold-${side}-4-1`);
  const toward = (s: Skeleton): number => distance(s.legs[side].knee, s.arms[other(side)].shoulder);
  expect(held.legs[side].knee[2] * held.legs[side].hip[2]).toBeLessThan(0);
  expect(toward(held)).toBeLessThan(toward(straight) - 0.05);
});

describe('rek-rug-schouders', () => {
  const clips = ['hold-4-1', 'side-hold-left-4-1', 'side-hold-right-4-1'];

  it.each(clips)('%s: sits back on the heels, arms stretched in front', (clip) => {
    const s = first('rek-rug-schouders', clip);
    for (const side of SIDES) {
      expect(jointAngles(s, side).knee).toBeGreaterThan(140);
      expect(jointAngles(s, side).elbow).toBeLessThan(12);
      expect(s.arms[side].wrist[1]).toBeLessThan(MAT_TOP + 0.05);
      expect(s.arms[side].wrist[0]).toBeLessThan(s.head.o[0] - 0.1);
    }
  });
  it('pushes the shoulders down', () => {
    const before = shouldersOf(first('rek-rug-schouders', 'ready-4-1'));
    const after = shouldersOf(first('rek-rug-schouders', 'hold-4-1'));
    expect(before[1] - after[1]).toBeGreaterThan(0.08);
  });
  it.each(SIDES)('keeps the arms stretched while the hands go over to the %s', (side) => {
    const frames = film('rek-rug-schouders', `side-lift-${side}`);
    for (const one of SIDES) {
      const bends = frames.map((s) => jointAngles(s, one).elbow);
      expect(Math.max(...bends)).toBeLessThan(20);
      for (let i = 1; i < bends.length; i++)
        expect(bends[i]).toBeLessThanOrEqual(bends[i - 1] + 0.01);
    }
  });
  it('takes the hands to the side that the clip names', () => {
    const hands = (clip: string): number => {
      const { left, right } = first('rek-rug-schouders', clip).arms;
      return (left.wrist[2] + right.wrist[2]) / 2;
    };
    // The patient kneels with the head toward -x, so the left side is near the camera.
    expect(hands('side-hold-left-4-1')).toBeGreaterThan(0.2);
    expect(hands('side-hold-right-4-1')).toBeLessThan(-0.2);
  });
});

/** How far a point is from the middle line of a thigh, in metres. */
function beside(p: Vec3, { hip, knee }: Skeleton['legs']['left']): number {
  const way = sub(knee, hip);
  const t = Math.min(1, Math.max(0, dot(sub(p, hip), way) / dot(way, way)));
  return distance(p, mix(hip, knee, t));
}

describe('hamstrings-actief', () => {
  it('changes legs: one goes down to the mat, the other comes up, the hands clear of both', () => {
    const frames = film('hamstrings-actief', 'to-ready-right');
    const [from, to] = [frames[0], frames[frames.length - 1]];
    expect(from.legs.left.ankle[1] - to.legs.left.ankle[1]).toBeGreaterThan(0.4);
    expect(to.legs.right.ankle[1] - from.legs.right.ankle[1]).toBeGreaterThan(0.4);
    for (const s of frames) {
      expect(distance(s.pelvis.o, from.pelvis.o)).toBeLessThan(1e-6);
      for (const hand of SIDES)
        for (const leg of SIDES)
          expect(beside(s.arms[hand].wrist, s.legs[leg])).toBeGreaterThan(0.06);
    }
  });
  it.each(SIDES)('stretches the raised %s leg with both hands behind the knee', (side) => {
    const bent = first('hamstrings-actief', `ready-${side}-4-1`);
    const held = first('hamstrings-actief', `hold-${side}-4-1`);
    expect(jointAngles(bent, side).knee).toBeGreaterThan(70);
    expect(jointAngles(held, side).knee).toBeLessThan(15);
    expect(distance(bent.legs[side].knee, held.legs[side].knee)).toBeLessThan(0.01);
    for (const hand of SIDES) {
      const { wrist } = held.arms[hand];
      expect(distance(wrist, held.legs[side].knee)).toBeLessThan(BODY.thigh / 2);
      // Behind the thigh: on the side away from its front.
      const { thigh, knee } = held.legs[side];
      expect(dot(sub(wrist, knee), thigh.z)).toBeLessThan(0);
    }
  });
});
