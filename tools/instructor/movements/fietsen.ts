import { add, DEGREE, mix, normalize, scale, sub, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import { ease } from '../skeleton/motion';
import type { LegPose, Pose, Side } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { backward, breathing, move, seconds } from './clips';
import { away, LYING_VIEW, MAT_ROOM, restingArm, supine, supineFoot } from './stances';
import type { Movement } from './types';

/** The path of the ankles: an ellipse, seen from the hip joints (metres). */
const PEDALS = { away: 0.47, up: 0.36, reach: 0.22, height: 0.1, apart: 0.1 };
/** How much slower the feet are where they turn back, as a share. */
const LINGER = 0.22;
/** How far the foot points beyond a right angle to the shin, degrees. */
const POINTED = 14;
const FEET_X = 0.42;
/** Bend of the low back while the legs are in the air, degrees: it presses lightly on the mat. */
const PRESSED = 9;
const AT_REST = 3;

/** Turns of the pedals (1 is a whole one) after a share of a turn's time. */
const turned = (t: number): number => t - (LINGER * Math.sin(4 * Math.PI * t)) / (4 * Math.PI);

/**
 * Place of an ankle after `turn` turns: near, up, away, down, near. It goes forward, as on a
 * bicycle.
 */
function pedal(side: Side, turn: number): Vec3 {
  const phase = 2 * Math.PI * (turn + (side === 'left' ? 0.5 : 0));
  return [
    PEDALS.away - PEDALS.reach * Math.cos(phase),
    MAT_TOP + 0.106 + PEDALS.up + PEDALS.height * Math.sin(phase),
    away(side) * PEDALS.apart,
  ];
}

/**
 * `turn` is the number of turns. `up` is how far each leg is from the mat (0) to the pedals (1).
 */
function pose(turn: number, up: Readonly<Record<Side, number>>): Pose {
  const air = (up.left + up.right) / 2;
  const trunk = supine(AT_REST + (PRESSED - AT_REST) * air);
  const leg = (side: Side): LegPose => {
    const k = away(side);
    const flat = supineFoot(side, FEET_X);
    const ankle = mix(flat.ankle, pedal(side, turn), up[side]);
    const knee: Vec3 = [0.35, 1, k * 0.06];
    return { ...flat, ankle, knee };
  };
  const draft: Pose = {
    ...trunk,
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: restingArm('left'), right: restingArm('right') },
    breath: 0,
  };
  const skeleton = solve(draft);
  const withFoot = (side: Side): LegPose => {
    const own = draft.legs[side];
    const { knee, ankle } = skeleton.legs[side];
    const shin = normalize(sub(ankle, knee));
    const [c, s] = [Math.cos((90 - POINTED) * DEGREE), Math.sin((90 - POINTED) * DEGREE)];
    const toes: Vec3 = [shin[0] * c - shin[1] * s, shin[0] * s + shin[1] * c, 0];
    const free = ease(Math.min(1, up[side] * 1.6));
    return {
      ...own,
      toes: normalize(add(scale(own.toes, 1 - free), scale(toes, free))),
      instep: normalize(add(scale(own.instep, 1 - free), scale([toes[1], -toes[0], 0], -free))),
    };
  };
  return { ...draft, legs: { left: withFoot('left'), right: withFoot('right') } };
}

/** When each leg goes up, as shares of the time. The second joins the first at full speed. */
const LEGS_UP = { right: [0, 0.72], left: [0.28, 1] } as const;
const SECONDS_IN = 2;
const SECONDS_TURN = 1.5;

function share(side: Side, t: number): number {
  const [from, to] = LEGS_UP[side];
  return ease(Math.min(1, Math.max(0, (t - from) / (to - from))));
}

/** Remaining turns at a share of the way in. The pedals start slowly and arrive at full speed. */
function runUp(t: number): number {
  // The integral of t² (3 - 2t), a speed that grows from 0 to 1.
  const done = t * t * t - (t * t * t * t) / 2;
  return ((0.5 - done) * SECONDS_IN) / SECONDS_TURN;
}

const low = pose(0, { left: 0, right: 0 });
const start = pose(0, { left: 1, right: 1 });
const way = (t: number, turn: number): Pose =>
  pose(turned(turn), { left: share('left', t), right: share('right', t) });

const enter = move('enter', SECONDS_IN * 30, (t) => way(t, -runUp(t)));
const leave = move('leave', SECONDS_IN * 30, (t) => way(1 - t, runUp(1 - t)));
const turn = move('turn', SECONDS_TURN * 30, (t) => pose(turned(t), { left: 1, right: 1 }));

export const fietsen: Movement = {
  id: 'fietsen',
  room: MAT_ROOM,
  view: { ...LYING_VIEW, target: [-0.3, 0.17, 0], fieldOfView: 21.7 },
  clips: [
    ...breathing('ready', low),
    ...seconds(enter),
    turn,
    ...seconds(leave),
    // Backward is the same film reversed: its beginning is the reversed end.
    ...seconds(backward('enter-backward', leave, low)),
    backward('turn-backward', turn, start),
    ...seconds(backward('leave-backward', enter, start)),
  ],
  poster: pose(turned(0.1), { left: 1, right: 1 }),
  contacts: Object.fromEntries(
    ['enter', 'turn', 'leave'].map((name) => [name, ['leftHand', 'rightHand', 'head'] as const]),
  ),
};
