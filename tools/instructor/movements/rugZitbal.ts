import { add, DEGREE, directionOut, pointOut, scale, type Vec3 } from '../math';
import { BALL } from '../render/props';
import { ease, mixParams } from '../skeleton/motion';
import { type ArmPose, type LegPose, type Pose, type Side, STRAIGHT } from '../skeleton/pose';
import { relaxedHead, type Skeleton, solve } from '../skeleton/solve';
import { backward, breathing, move } from './clips';
import type { Movement } from './types';

/**
 * Prone over the ball with the head toward -x. The legs form a straight line from the toes over the
 * hips, at this slope in degrees. The trunk rounds over the ball and rises into that line.
 */
const SLOPE = 35.3;
const LOW = { lumbar: 27, thorax: 25, head: -14 };
const HIGH = { lumbar: -1, thorax: -1, head: 2 };
const LEG = 0.8285;
const APART = 0.13;
/** How far the ball's middle is below the body's line, and how far above the hips, metres. */
const UNDER = BALL.radius + 0.08;
const ABOVE_HIPS = -0.01;

const along: Vec3 = [-Math.cos(SLOPE * DEGREE), Math.sin(SLOPE * DEGREE), 0];
/** The direction of a prone person's front: toward the floor, at a right angle to the body. */
const front: Vec3 = [-along[1], along[0], 0];
const BALL_AT: Vec3 = [0, BALL.middle, 0];
const HIPS = add(BALL_AT, add(scale(front, -UNDER), scale(along, -ABOVE_HIPS)));

function leg(side: Side): LegPose {
  // For a prone person with the head toward -x, the left side is near the camera.
  const k = side === 'left' ? 1 : -1;
  const ankle = add(HIPS, scale(along, -LEG));
  return {
    ankle: [ankle[0], ankle[1], k * APART],
    knee: front,
    toes: front,
    instep: along,
    toeBend: 90 - SLOPE,
  };
}

/** The fingers touch behind the head, and the elbows point to the sides. */
function inNeck(side: Side, s: Skeleton): ArmPose {
  const k = side === 'left' ? 1 : -1;
  return {
    wrist: pointOut(s.head, [k * 0.115, 0.012, -0.085]),
    elbow: directionOut(s.chest, [k, 0.12, 0.05]),
    fingers: directionOut(s.head, [-k, 0.1, -0.42]),
    palm: directionOut(s.head, [-k * 0.3, 0, 1]),
    curl: 16,
    raise: 0.03,
    reach: -0.01,
  };
}

function pose(p: typeof LOW): Pose {
  const draft: Pose = {
    rootBone: 'pelvis',
    root: { at: HIPS, up: along, front },
    lumbar: { ...STRAIGHT, flex: p.lumbar },
    thorax: { ...STRAIGHT, flex: p.thorax },
    head: { at: HIPS, up: along, front },
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: RESTING, right: RESTING },
    ball: { at: BALL_AT, up: [0, 1, 0], front: [-1, 0, 0] },
    breath: 0,
  };
  const { chest } = solve(draft);
  const c = Math.cos(p.head * DEGREE);
  const n = Math.sin(p.head * DEGREE);
  const head = {
    at: relaxedHead(chest),
    up: directionOut(chest, [0, c, -n]),
    front: directionOut(chest, [0, n, c]),
  };
  const placed = solve({ ...draft, head });
  return { ...draft, head, arms: { left: inNeck('left', placed), right: inNeck('right', placed) } };
}

const RESTING: ArmPose = {
  wrist: [0, 0.5, 0],
  elbow: [0, 0, 1],
  fingers: [0, 1, 0],
  palm: [1, 0, 0],
  curl: 10,
  raise: 0,
  reach: 0,
};

const low = pose(LOW);
const high = pose(HIGH);
const lift = move('lift', 60, (t) => pose(mixParams(LOW, HIGH, ease(t))));

export const rugZitbal: Movement = {
  id: 'rug-zitbal',
  room: {},
  view: { eye: [-0.35, 1.25, 4.4], target: [-0.16, 0.5, 0], fieldOfView: 23 },
  clips: [
    ...breathing('ready', low),
    lift,
    ...breathing('hold', high),
    backward('lower', lift, high),
  ],
  poster: high,
  contacts: { lift: ['leftFoot', 'rightFoot'], lower: ['leftFoot', 'rightFoot'] },
};
