import { describe, expect, it } from 'vitest';
import { BodyField } from '../../../tools/instructor/figure/bodyField';
import { FootField } from '../../../tools/instructor/figure/foot';
import { HandField } from '../../../tools/instructor/figure/hand';
import { angleBetween, distance, pointIn, pointOut, slope } from '../../../tools/instructor/math';
import type { Field } from '../../../tools/instructor/mesh/field';
import { BALL, propField, SEAT } from '../../../tools/instructor/render/props';
import { MAT_TOP } from '../../../tools/instructor/skeleton/body';
import { SIDES, type Skeleton, sign } from '../../../tools/instructor/skeleton/solve';
import { clipOf, movementOf, movingClips, skeletons } from './film';
import { hipsOf, jointAngles, kneesOf, offLine, shouldersOf } from './measure';

/** Flesh yields to a seat or a wall by at most this, metres. */
const GIVES_WAY = 0.025;

const first = (id: string, clip: string): Skeleton => skeletons(clipOf(movementOf(id), clip))[0];
const all = (id: string, clip: string, step = 5): Skeleton[] =>
  skeletons(clipOf(movementOf(id), clip), step);
/** How far the chest leans forward (toward +x), in degrees. */
const lean = (s: Skeleton): number => 90 - angleBetween(s.chest.y, [1, 0, 0]);
/** How far the pelvis is tilted forward. */
const tilt = (s: Skeleton): number => 90 - angleBetween(s.pelvis.y, [1, 0, 0]);
/** Bend of the spine between pelvis and chest: negative is hollow. */
const bend = (s: Skeleton): number => lean(s) - tilt(s);

/** How deep a body sinks into a prop, metres, at sampled points. */
function pressed(s: Skeleton, prop: Field): number {
  const fields: Field[] = [
    new BodyField(s),
    ...SIDES.flatMap((side) => [
      new HandField(s.arms[side], side),
      new FootField(s.legs[side], side),
    ]),
  ];
  let deepest = 0;
  const step = 0.016;
  for (const field of fields) {
    const from = (i: 0 | 1 | 2): number => Math.max(field.low[i], prop.low[i]);
    const to = (i: 0 | 1 | 2): number => Math.min(field.high[i], prop.high[i]);
    for (let x = from(0); x < to(0); x += step)
      for (let y = from(1); y < to(1); y += step)
        for (let z = from(2); z < to(2); z += step) {
          const inside = -prop.distance(x, y, z);
          if (inside <= GIVES_WAY) continue;
          field.prepare(x, y, z, 0.01);
          if (field.distance(x, y, z) < 0) deepest = Math.max(deepest, inside);
        }
  }
  return deepest;
}

describe.each([
  'bekken-zit',
  'bekken-stand--muur',
  'hamstrings-passief',
  'quadriceps',
])('%s', (id) => {
  it('never goes through the chair or the wall', () => {
    const movement = movementOf(id);
    for (const prop of movement.room.props ?? [])
      for (const clip of movingClips(movement))
        for (const s of skeletons(clip, 29))
          expect(pressed(s, propField(prop)), clip.name).toBeLessThanOrEqual(GIVES_WAY);
  });
});

describe.each([
  ['bekken-zit', 30],
  ['bekken-zit--zitbal', 30],
  ['bekken-stand', 24],
] as const)('%s', (id, range) => {
  const [ready, hollow, round] = [
    first(id, 'hollow'),
    all(id, 'hollow', 45)[1],
    all(id, 'round', 45)[1],
  ];
  it('tilts the pelvis forward for hollow and backward for round', () => {
    expect(tilt(hollow)).toBeGreaterThan(tilt(ready) + 10);
    expect(tilt(round)).toBeLessThan(tilt(ready) - 10);
    expect(tilt(hollow) - tilt(round)).toBeGreaterThan(range);
    expect(bend(hollow)).toBeLessThan(-12);
    expect(bend(round)).toBeGreaterThan(12);
  });
  it('does not rock the whole trunk', () => {
    for (const s of [...all(id, 'hollow'), ...all(id, 'round')]) {
      expect(Math.abs(lean(s))).toBeLessThan(10);
      expect(distance(s.chest.o, ready.chest.o)).toBeLessThan(0.045);
    }
  });
});

describe('bekken-zit', () => {
  it('sits on the chair with the feet flat', () => {
    const s = first('bekken-zit', 'ready-4-1');
    expect(s.pelvis.o[1]).toBeGreaterThan(SEAT.top + 0.09);
    for (const side of SIDES) {
      expect(s.legs[side].foot.y[1]).toBeGreaterThan(0.99);
      expect(jointAngles(s, side).knee).toBeGreaterThan(75);
    }
  });
});

describe('rug-zitbal', () => {
  const [low, high] = [first('rug-zitbal', 'ready-4-1'), first('rug-zitbal', 'hold-4-1')];
  it('lifts the trunk to one line with the stretched legs', () => {
    expect(offLine(shouldersOf(high), hipsOf(high), kneesOf(high))).toBeLessThan(6);
    expect(offLine(shouldersOf(low), hipsOf(low), kneesOf(low))).toBeGreaterThan(15);
    for (const s of all('rug-zitbal', 'lift'))
      for (const side of SIDES) expect(jointAngles(s, side).knee).toBeLessThan(8);
  });
  it('has the toes on the floor and the hips on the ball', () => {
    for (const side of SIDES) {
      expect(high.legs[side].toes.o[1]).toBeLessThan(MAT_TOP + 0.04);
      expect(high.legs[side].foot.z[1]).toBeLessThan(-0.5);
    }
    const ball = high.ball?.o ?? [9, 9, 9];
    expect(distance(hipsOf(high), ball)).toBeLessThan(BALL.radius + 0.1);
    // The ball is before the hips, not before the belly.
    expect(Math.abs(pointIn(high.pelvis, ball)[1])).toBeLessThan(0.03);
  });
  it('holds the hands in the neck', () => {
    for (const s of [low, high])
      for (const side of SIDES) expect(distance(s.arms[side].wrist, s.head.o)).toBeLessThan(0.18);
  });
});

describe.each(['rotatie-ruglig', 'rotatie-zitbal'])('%s', (id) => {
  it.each(SIDES)('takes the knees together to the %s, the shoulders on the mat', (side) => {
    const toward = side === 'left' ? -1 : 1;
    const frames = all(id, `fall-${side}`);
    const [start, end] = [frames[0], frames[frames.length - 1]];
    expect((kneesOf(end)[2] - kneesOf(start)[2]) * toward).toBeGreaterThan(0.12);
    for (const s of frames) {
      const knees = distance(s.legs.left.knee, s.legs.right.knee);
      expect(knees).toBeLessThan(0.21);
      for (const one of SIDES) {
        expect(distance(s.arms[one].shoulder, start.arms[one].shoulder)).toBeLessThan(0.03);
        expect(jointAngles(s, one).knee).toBeGreaterThan(45);
      }
    }
  });
});

describe('rotatie-zitbal', () => {
  it('rolls the ball without slipping, the ankles on it', () => {
    const frames = all('rotatie-zitbal', 'fall-left');
    for (const s of frames) {
      if (!s.ball) throw new Error('no ball');
      const turned = (angleBetween(s.ball.y, [0, 1, 0]) * Math.PI) / 180;
      expect(Math.abs(s.ball.o[2])).toBeCloseTo(BALL.radius * turned, 4);
      for (const side of SIDES)
        expect(distance(s.legs[side].ankle, s.ball.o)).toBeLessThan(BALL.radius + 0.09);
    }
  });
});

describe.each(SIDES)('the stretches of the %s side', (side) => {
  const rest = side === 'left' ? 'right' : 'left';
  it('hamstrings-passief: leg straight on the chair, trunk slightly forward, hollow kept', () => {
    const s = first('hamstrings-passief', `hold-${side}-4-1`);
    for (const one of all('hamstrings-passief', `lift-${side}`))
      for (const leg of SIDES) expect(jointAngles(one, leg).knee).toBeLessThan(8);
    expect(s.legs[side].ankle[1]).toBeGreaterThan(SEAT.top);
    expect(s.legs[rest].ankle[1]).toBeLessThan(MAT_TOP + 0.1);
    expect(lean(s)).toBeGreaterThan(12);
    expect(lean(s)).toBeLessThan(30);
    expect(bend(s)).toBeLessThan(-4);
  });
  it('quadriceps: foot to the seat, knees together, back straight, a hand on the wall', () => {
    const s = first('quadriceps', `hold-${side}-4-1`);
    const { knee, ankle, foot } = s.legs[side];
    expect(jointAngles(s, side).knee).toBeGreaterThan(145);
    // The heel, 33 mm thick, touches the buttock.
    const heel = pointOut(foot, [0, -0.044, -0.024]);
    const buttock = pointOut(s.pelvis, [sign(side) * 0.072, -0.035, -0.115]);
    expect(distance(heel, buttock)).toBeLessThan(0.033 + 0.03);
    expect(distance(knee, s.legs[rest].knee)).toBeLessThan(0.13);
    expect(Math.abs(knee[0] - s.legs[rest].knee[0])).toBeLessThan(0.05);
    expect(jointAngles(s, rest).knee).toBeLessThan(6);
    expect(slope(knee, s.legs[side].hip)).toBeGreaterThan(80);
    expect(Math.abs(lean(s))).toBeLessThan(4);
    expect(distance(s.arms[side].wrist, ankle)).toBeLessThan(0.14);
    expect(s.arms[rest].wrist[0]).toBeGreaterThan(0.4);
  });
  it('heupbuigers: on one knee, the trunk goes forward, straight and with its hollow', () => {
    const [from, to] = [
      first('heupbuigers', `ready-${side}-4-1`),
      first('heupbuigers', `hold-${side}-4-1`),
    ];
    expect(to.legs[side].knee[1]).toBeLessThan(MAT_TOP + 0.06);
    expect(distance(from.legs[side].knee, to.legs[side].knee)).toBeLessThan(0.01);
    expect(to.legs[rest].foot.y[1]).toBeGreaterThan(0.99);
    expect(to.chest.o[0] - from.chest.o[0]).toBeGreaterThan(0.12);
    expect(jointAngles(to, side).hip).toBeLessThan(-15);
    expect(bend(to)).toBeLessThan(-4);
    expect(Math.abs(lean(to))).toBeLessThan(12);
  });
});
