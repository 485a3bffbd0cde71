import { MAT_TOP } from '../skeleton/body';
import { ease, mixParams } from '../skeleton/motion';
import type { LegPose, Pose } from '../skeleton/pose';
import { away } from './stances';
import { bothSides, stretching } from './stretching';
import type { Movement } from './types';
import { complete, flatFoot, handOnThigh, upright } from './upright';

/** Place of the knee on the mat. The front foot is ahead of it. */
const KNEE = { x: -0.1, y: MAT_TOP + 0.05, z: 0.085 };
const FRONT_X = 0.4;
const SHIN = 0.41;

/** The trunk goes forward as one piece. The hips sink as the thigh above the knee tips. */
const UPRIGHT = { lean: 3, tilt: 1, lumbar: -4, thorax: 2 };
const FORWARD = { lean: 27, tilt: 8, lumbar: -11, thorax: 3 };

function pose(p: typeof UPRIGHT): Pose {
  const k = away('left');
  // The thigh rises from the knee and leans forward.
  const lean = (p.lean * Math.PI) / 180;
  const x = KNEE.x + 0.42 * Math.sin(lean);
  const y = KNEE.y + 0.42 * Math.cos(lean);
  const kneeling: LegPose = {
    ankle: [KNEE.x - Math.sqrt(SHIN ** 2 - 0.012 ** 2), KNEE.y - 0.012, k * KNEE.z],
    knee: [1, -0.9, 0],
    toes: [-0.87, -0.49, 0],
    instep: [0.49, -0.87, 0],
    toeBend: 0,
  };
  return complete(
    upright({ ...p, x, y }),
    { left: kneeling, right: flatFoot('right', FRONT_X, 0.095, 0.05) },
    (side, s) =>
      side === 'right'
        ? handOnThigh(side, s, 0.6, 0.02, 'right')
        : handOnThigh(side, s, 0.73, 0.06, 'right'),
    0.8,
  );
}

const path = (t: number): Pose => pose(mixParams(UPRIGHT, FORWARD, ease(t)));

export const heupbuigers: Movement = {
  id: 'heupbuigers',
  room: { mat: { half: [0.87, 0.37], at: [-0.1, 0] } },
  view: { eye: [0.1, 1.2, 3.9], target: [-0.44, 0.52, 0], fieldOfView: 24 },
  clips: stretching(path),
  poster: path(1),
  contacts: bothSides(['leftFoot', 'rightFoot']),
};
