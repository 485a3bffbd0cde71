import { describe, expect, it } from 'vitest';
import { distance, mix, sub } from '../../../tools/instructor/math';
import { MAT_TOP } from '../../../tools/instructor/skeleton/body';
import { SIDES, type Skeleton } from '../../../tools/instructor/skeleton/solve';
import { clipOf, movementOf, skeletons } from './film';
import { anklesOf, hipsOf, jointAngles, kneesOf, offLine, shouldersOf } from './measure';

const first = (id: string, clip: string): Skeleton => skeletons(clipOf(movementOf(id), clip))[0];

describe('brug', () => {
  const top = first('brug', 'hold-4-1');
  const low = first('brug', 'ready-4-1');

  it('lifts the hips until thighs and trunk are one line', () => {
    expect(offLine(shouldersOf(top), hipsOf(top), kneesOf(top))).toBeLessThan(2);
    expect(hipsOf(top)[1] - hipsOf(low)[1]).toBeGreaterThan(0.15);
  });
  it('starts with bent knees and the feet flat on the mat', () => {
    for (const side of SIDES) {
      expect(jointAngles(low, side).knee).toBeGreaterThan(90);
      expect(low.legs[side].foot.y[1]).toBeGreaterThan(0.99);
    }
  });
  it('has the arms beside the trunk, palms on the mat', () => {
    for (const side of SIDES) {
      const { wrist } = top.arms[side];
      expect(wrist[1]).toBeLessThan(MAT_TOP + 0.04);
      expect(Math.abs(wrist[2])).toBeLessThan(0.37);
    }
  });
  it('keeps the shoulders on the mat', () => {
    for (const s of skeletons(clipOf(movementOf('brug'), 'lift'), 5))
      expect(distance(shouldersOf(s), shouldersOf(low))).toBeLessThan(0.02);
  });
});

describe('zijplank', () => {
  it.each(
    SIDES,
  )('is one line of head, hips and feet, resting on the %s elbow and the feet', (side) => {
    const top = first('zijplank', `hold-${side}-4-1`);
    expect(offLine(top.head.o, hipsOf(top), anklesOf(top))).toBeLessThan(6);
    expect(offLine(shouldersOf(top), hipsOf(top), anklesOf(top))).toBeLessThan(5);
    expect(top.arms[side].elbow[1]).toBeLessThan(MAT_TOP + 0.045);
    expect(top.legs[side].ankle[1]).toBeLessThan(MAT_TOP + 0.06);
    // The hands are not on the knees.
    expect(top.legs[side].knee[1]).toBeGreaterThan(MAT_TOP + 0.12);
    const upper = sub(top.arms[side].shoulder, top.arms[side].elbow);
    expect(Math.abs(upper[0])).toBeLessThan(0.08);
  });
  it('changes sides by mirroring the pose: the head stays where it was', () => {
    const left = first('zijplank', 'ready-left-4-1');
    const right = first('zijplank', 'ready-right-4-1');
    expect(left.head.o[0]).toBeCloseTo(right.head.o[0], 6);
    expect(distance(left.head.o, right.head.o)).toBeLessThan(0.1);
    expect(left.arms.left.elbow[1]).toBeCloseTo(right.arms.right.elbow[1], 6);
  });
});

describe('fietsen', () => {
  const turn = skeletons(clipOf(movementOf('fietsen'), 'turn'));

  it('keeps both feet in the air and pedals widely', () => {
    for (const side of SIDES) {
      const knees = turn.map((s) => jointAngles(s, side).knee);
      expect(Math.min(...turn.map((s) => s.legs[side].ankle[1]))).toBeGreaterThan(0.3);
      expect(Math.max(...knees) - Math.min(...knees)).toBeGreaterThan(60);
      expect(Math.max(...turn.map((s) => jointAngles(s, side).hip))).toBeGreaterThan(90);
    }
  });
  it('has the legs half a turn apart', () => {
    const half = turn[22].legs.left.ankle[0] - turn[0].legs.right.ankle[0];
    expect(Math.abs(half)).toBeLessThan(0.03);
  });
  it('goes forward as on a bicycle: the near foot goes up, then away', () => {
    const at = (i: number) => turn[i].legs.right.ankle;
    expect(at(6)[1]).toBeGreaterThan(at(0)[1]);
    expect(at(15)[0]).toBeGreaterThan(at(6)[0]);
    const back = skeletons(clipOf(movementOf('fietsen'), 'turn-backward'));
    expect(distance(back[5].legs.right.ankle, turn[40].legs.right.ankle)).toBeLessThan(1e-6);
  });
  it('keeps trunk and head still', () => {
    const trunk = (s: Skeleton) => mix(s.chest.o, s.pelvis.o, 0.5);
    for (const s of turn) expect(distance(trunk(s), trunk(turn[0]))).toBeLessThan(0.005);
  });
});
