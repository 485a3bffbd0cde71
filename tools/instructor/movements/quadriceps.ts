import { smoothMin } from '../figure/parts';
import { add, clamp, length, mix, normalize, scale, sub, type Vec3 } from '../math';
import { MAT_TOP } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import type { Skeleton } from '../skeleton/solve';
import { mixArm, mixLeg } from './limbs';
import { away } from './stances';
import { bothSides, stretching } from './stretching';
import type { Movement } from './types';
import { complete, flatFoot, hangingArm, upright } from './upright';

const HIPS = MAT_TOP + 0.078 + 0.8288;
/** Place of the wall's near surface, and height of the hand on it, metres. */
const WALL = 0.47;
const HAND: Vec3 = [WALL - 0.03, 1.2, 0];
/** Bend of the knee, and how far the thigh goes back, degrees: standing, and at the end. */
const KNEE = { from: 2, to: 149 };
const BACK = 3;
/** How far the thigh comes forward on the way (degrees). */
const CLEAR = 12;
/** How far the foot points beyond a right angle, degrees. */
const POINTED = { from: -1, to: 60 };
/**
 * When the hand reaches for the foot, as shares of the time. The foot rises first, and the hand
 * takes it on its way.
 */
const REACHES = [0.28, 0.94] as const;

const OUT = away('left');
/** Half the distance between the ankles, metres: the feet are close together. */
const FEET = 0.048;

/** The working leg with a bent knee and the thigh behind. The hip keeps its place. */
function working(bent: number, back: number, pointed: number): LegPose {
  const turn = (deg: number): Vec3 => {
    const r = (deg * Math.PI) / 180;
    return [-Math.sin(r), -Math.cos(r), 0];
  };
  const hip: Vec3 = [0.005, HIPS, 0];
  const knee = add(hip, scale(turn(back), 0.42));
  const shin = turn(back + bent);
  const ankle = add(knee, scale(shin, 0.41));
  const front: Vec3 = [-shin[1], shin[0], 0];
  const p = (pointed * Math.PI) / 180;
  return {
    ankle: [ankle[0], ankle[1], OUT * FEET],
    // The knee turns in a little as it bends beside the other one.
    knee: add(sub(knee, mix(hip, ankle, 0.5)), [0.02, 0, OUT * -0.000115 * bent]),
    toes: add(scale(front, Math.cos(p)), scale(shin, Math.sin(p))),
    instep: add(scale(shin, -Math.cos(p)), scale(front, Math.sin(p))),
    toeBend: 0,
  };
}

/** The supporting hand, flat on the wall. */
const onWall: ArmPose = {
  wrist: add(HAND, [0, -0.06, -OUT * 0.19]),
  elbow: [-0.2, -1, -OUT * 0.5],
  fingers: [0.1, 1, 0],
  palm: [1, -0.1, 0],
  curl: 6,
  raise: 0,
  reach: 0.01,
};

/** The hand around the middle of the foot, from the outside and below. */
function holding(s: Skeleton): ArmPose {
  const { foot } = s.legs.left;
  const middle = add(foot.o, add(scale(foot.z, 0.055), scale(foot.y, 0.01)));
  return {
    wrist: add(middle, [0.0, 0.055, OUT * 0.062]),
    elbow: [-1, 0.1, OUT * 0.6],
    fingers: [-0.25, -1, -OUT * 0.25],
    palm: [0, -0.2, -OUT],
    curl: 48,
    raise: -0.022,
    reach: -0.03,
  };
}

function path(t: number): Pose {
  const up = ease(Math.min(1, t));
  // The thigh comes forward a little while the foot swings through, so that the toes do not touch
  // the floor.
  const clear = CLEAR * Math.sin(Math.PI * Math.min(1, up * 1.35)) ** 2;
  const bent = KNEE.from + (KNEE.to - KNEE.from) * up + clear;
  const pointed = POINTED.from + (POINTED.to - POINTED.from) * up ** 1.6;
  const trunk = upright({ x: 0, y: HIPS, tilt: 1, lumbar: -2, thorax: 1 });
  const legs = {
    left: working(bent, -1 + (BACK + 1) * up - clear, pointed),
    right: flatFoot('right', 0.005, FEET, 0),
  };
  return complete(trunk, legs, (side, s) => {
    if (side === 'right') return onWall;
    const [low, high] = [hangingArm('left', s), holding(s)];
    return between(
      s.arms.left.shoulder,
      low,
      high,
      ease(clamp((t - REACHES[0]) / (REACHES[1] - REACHES[0]), 0, 1)),
    );
  });
}

/** An arm on its way between two poses. The hand takes a bow out to the side. */
function between(shoulder: Vec3, a: ArmPose, b: ArmPose, t: number): ArmPose {
  const number = (x: number, y: number): number => x + (y - x) * t;
  const bow = 0.05 * Math.sin(Math.PI * t);
  const way = sub(add(mix(a.wrist, b.wrist, t), [-bow, 0, OUT * bow]), shoulder);
  // The hand waits for the foot, as far down as the arm reaches.
  const far = smoothMin(length(way), 0.53, 0.03);
  return {
    wrist: add(shoulder, scale(normalize(way), far)),
    elbow: mix(a.elbow, b.elbow, t),
    fingers: normalize(mix(normalize(a.fingers), normalize(b.fingers), t)),
    palm: mix(normalize(a.palm), normalize(b.palm), t),
    curl: number(a.curl, b.curl),
    raise: number(a.raise, b.raise),
    reach: number(a.reach, b.reach),
  };
}

/** The other hand takes the wall while this one comes down. Each takes a bow out to its side. */
function change(t: number): Pose {
  const [from, to] = [path(0), mirrorPose(path(0))];
  const share = ease(t);
  const bow = 0.05 * Math.sin(Math.PI * share);
  const arm = (side: Side): ArmPose => {
    const own = mixArm(from.arms[side], to.arms[side], share);
    return { ...own, wrist: add(own.wrist, [0, 0, away(side) * bow]) };
  };
  return {
    ...from,
    legs: {
      left: mixLeg(from.legs.left, to.legs.left, share),
      right: mixLeg(from.legs.right, to.legs.right, share),
    },
    arms: { left: arm('left'), right: arm('right') },
  };
}

export const quadriceps: Movement = {
  id: 'quadriceps',
  room: { props: [{ kind: 'wall', x: [WALL, WALL + 0.14], z: [-1.42, 0.34] }] },
  view: { eye: [-1.0, 1.35, 4.2], target: [-0.3, 0.86, 0], fieldOfView: 26.5 },
  clips: stretching(path, change),
  poster: path(1),
  contacts: {
    ...bothSides(['rightFoot', 'rightHand']),
    'to-ready-right': ['leftFoot', 'rightFoot', 'head'],
  },
};
