import { DEGREE, mix, type Vec3 } from '../math';
import { BODY, MAT_TOP } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { backward, breathing, move } from './clips';
import { mirrored } from './sided';
import { away, LYING_CHEST, MAT_ROOM, supine } from './stances';
import type { Movement } from './types';

const FEET_X = 0.37;
/** Turn of the spine (low, upper) and lean of the knees at the end, degrees. */
const END = { lumbar: 14, thorax: 21, knees: 64 };

/** An arm on the mat, spread a little from the trunk, so that it keeps the shoulder down. */
function spread(side: Side): ArmPose {
  const k = away(side);
  return {
    wrist: [-0.17, MAT_TOP + 0.012, k * 0.53],
    elbow: [0.2, -0.1, k],
    fingers: [0.62, -0.035, k],
    palm: [0, -1, 0],
    curl: 5,
    raise: 0,
    reach: 0,
  };
}

/**
 * The pose at a share of the way to the left. The pelvis turns on the mat, and the knees fall
 * further.
 */
function pose(share: number): Pose {
  const k = away('left');
  const trunk = supine(3 - 1 * share, -1 + 5.6 * share, 0);
  const lean = END.knees * share * DEGREE;
  // The feet roll over their outer and inner edges together with the shins.
  const tip = 0.8 * lean;
  const up: Vec3 = [0, Math.cos(tip), k * Math.sin(tip)];
  const foot = (side: Side): LegPose => {
    const own = away(side);
    const below = side === 'left';
    const rise = below ? 0.012 * Math.sin(tip) : 0.03 * Math.sin(tip);
    return {
      ankle: [
        FEET_X,
        MAT_TOP + BODY.ankleHeight + rise,
        own * 0.052 + k * (below ? 0.02 : 0.005) * Math.sin(tip),
      ],
      knee: [0.3, Math.cos(lean), k * Math.sin(lean)],
      toes: mix([1, 0, own * 0.06], [1, -0.05, k * 0.3], share),
      instep: up,
      toeBend: 0,
    };
  };
  return {
    ...trunk,
    root: { ...trunk.root, at: [LYING_CHEST[0], LYING_CHEST[1] + 0.004 * share, 0] },
    lumbar: { ...trunk.lumbar, twist: -END.lumbar * share },
    thorax: { ...trunk.thorax, twist: -END.thorax * share },
    legs: { left: foot('left'), right: foot('right') },
    arms: { left: spread('left'), right: spread('right') },
    breath: 0,
  };
}

const middle = pose(0);
const fall = move('fall-left', 90, (t) => pose(ease(t)));
const fallRight = mirrored('fall-right', fall);

export const rotatieRuglig: Movement = {
  id: 'rotatie-ruglig',
  room: MAT_ROOM,
  view: { eye: [1, 1.3, 3.6], target: [-0.74, 0.25, 0], fieldOfView: 23.5 },
  inset: { eye: [2.7, 1.5, 0.25], target: [0.044, 0.115, 0.022], fieldOfView: 15.7 },
  clips: [
    ...breathing('ready', middle),
    fall,
    backward('back-left', fall, pose(1)),
    fallRight,
    backward('back-right', fallRight, mirrorPose(pose(1))),
  ],
  poster: mirrorPose(pose(0.9)),
  contacts: Object.fromEntries(
    ['fall-left', 'back-left', 'fall-right', 'back-right'].map((name) => [
      name,
      ['leftHand', 'rightHand', 'head'] as const,
    ]),
  ),
};
