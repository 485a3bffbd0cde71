import { DEGREE, slope, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import { ease, mixParams } from '../skeleton/motion';
import { type ArmPose, type LegPose, type Pose, type Side, STRAIGHT } from '../skeleton/pose';
import { bendOf, type Skeleton, solve } from '../skeleton/solve';
import { ALL_FOURS_ROOM, near } from './allFours';
import { backward, breathing, move } from './clips';
import { headOn, leaving, legAlong } from './limbs';
import type { Movement } from './types';

/**
 * Lying on the front with the head toward -x. Bends are in degrees, and backward lifts the
 * shoulders. `legs` is how far the legs are lifted, from the mat (0) to lightly raised (1).
 */
const LOW = { lumbar: 0, thorax: 0, neck: 4, legs: 0 };
const HIGH = { lumbar: -12, thorax: -9, neck: -2, legs: 0 };
const BOTH = { ...HIGH, legs: 1 };
const PELVIS: Vec3 = [0, MAT_TOP + 0.105, 0];
/** Slope of the lifted legs, degrees above level. They are almost straight, with stretched feet. */
const RAISED = 6;
const BEND = 3;
const POINTED = 80;
/** How much the legs spread toward the feet, metres per metre. */
const APART = 0.015;

function leg(side: Side): LegPose {
  const k = near(side);
  return {
    ankle: [0.825, MAT_TOP + 0.05, k * 0.1],
    knee: [0, -1, 0],
    toes: [1, -0.16, k * 0.08],
    instep: [-0.16, -1, 0],
    toeBend: 0,
  };
}

/** A resting arm beside the trunk, with the palm on the mat. */
function arm(side: Side): ArmPose {
  const k = near(side);
  return {
    wrist: [0.03, MAT_TOP + 0.027, k * 0.28],
    elbow: [0, 0.7, k],
    fingers: [1, -0.03, k * -0.06],
    palm: [0, -1, 0],
    curl: 6,
    raise: 0,
    reach: 0,
  };
}

function pose(p: typeof LOW): Pose {
  const draft: Pose = {
    rootBone: 'pelvis',
    root: { at: PELVIS, up: [-1, 0, 0], front: [0, -1, 0] },
    lumbar: { ...STRAIGHT, flex: p.lumbar },
    thorax: { ...STRAIGHT, flex: p.thorax },
    head: { at: [-0.7, 0.15, 0], up: [-1, 0, 0], front: [0, -1, 0] },
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: arm('left'), right: arm('right') },
    breath: 0,
  };
  const s = solve(draft);
  const legs =
    p.legs === 0
      ? draft.legs
      : { left: lifted('left', s, p.legs), right: lifted('right', s, p.legs) };
  return { ...draft, legs, head: headOn(s.chest, p.neck) };
}

/** A leg that rises from the mat by a turn about the hip. `t` goes from lying (0) to lifted (1). */
function lifted(side: Side, s: Skeleton, t: number): LegPose {
  const { hip, knee, ankle } = s.legs[side];
  const lies = slope(hip, ankle);
  const bent = bendOf(hip, knee, ankle);
  const along = (share: number): LegPose => {
    const rise = (lies + (RAISED - lies) * share) * DEGREE;
    const way: Vec3 = [Math.cos(rise), Math.sin(rise), near(side) * APART];
    return legAlong(hip, way, [0, -1, 0], bent + (BEND - bent) * share, POINTED);
  };
  return leaving(leg(side), along(0), along(t), ease(Math.min(1, t / 0.6)));
}

function lifting(high: typeof LOW): Pick<Movement, 'room' | 'view' | 'clips' | 'poster'> {
  const [from, to] = [pose(LOW), pose(high)];
  const lift = move('lift', 60, (t) => pose(mixParams(LOW, high, ease(t))));
  return {
    room: ALL_FOURS_ROOM,
    view: { eye: [-0.6, 1.15, 4.2], target: [-0.06, 0.1, 0], fieldOfView: 20.5 },
    clips: [
      ...breathing('ready', from),
      lift,
      ...breathing('hold', to),
      backward('lower', lift, to),
    ],
    poster: to,
  };
}

export const rugBuiklig: Movement = {
  id: 'rug-buiklig',
  ...lifting(HIGH),
  contacts: { lift: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'] },
};

/** The brochure's harder variant: both legs are lifted lightly too. */
export const rugBuikligBeideBenen: Movement = {
  id: 'rug-buiklig--beide-benen',
  ...lifting(BOTH),
  contacts: { lift: ['leftHand', 'rightHand'] },
};
