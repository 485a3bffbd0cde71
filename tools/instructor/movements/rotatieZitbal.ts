import { add, DEGREE, type Vec3 } from '../math';
import { BALL } from '../render/props';
import { MAT_TOP } from '../skeleton/body';
import { mirrorPose } from '../skeleton/mirror';
import { ease } from '../skeleton/motion';
import type { ArmPose, LegPose, Pose, Side } from '../skeleton/pose';
import { solve } from '../skeleton/solve';
import { backward, breathing, move } from './clips';
import { mirrored } from './sided';
import { away, supine } from './stances';
import type { Movement } from './types';
import { looseFoot } from './upright';

const BALL_X = 0.43;
/** How far the ball turns to a side, degrees. It rolls and carries the legs. */
const ROLL = 24;
/** Turn of the spine at the end, degrees. */
const END = { lumbar: 10, thorax: 14 };
/**
 * Places of the ankles on the ball, from its middle, metres: toward the feet, up, and half their
 * distance.
 */
const ANKLE = { x: -0.03, y: 0.385, apart: 0.075 };

function spread(side: Side): ArmPose {
  const k = away(side);
  return {
    wrist: [-0.12, MAT_TOP + 0.012, k * 0.5],
    elbow: [0.2, -0.1, k],
    fingers: [0.8, -0.035, k * 0.8],
    palm: [0, -1, 0],
    curl: 5,
    raise: 0,
    reach: 0,
  };
}

/** The pose at a `share` of the way to the left. */
function pose(share: number): Pose {
  const k = away('left');
  const roll = ROLL * share * DEGREE;
  const [c, n] = [Math.cos(roll), Math.sin(roll)];
  const ball: Vec3 = [BALL_X, BALL.middle, k * BALL.radius * roll];
  const trunk = supine(4, -1 + 3.8 * share, 0);
  const leg = (side: Side): LegPose => {
    const z = away(side) * ANKLE.apart;
    return {
      ankle: add(ball, [ANKLE.x, ANKLE.y * c - k * z * n, k * ANKLE.y * n + z * c]),
      knee: [-0.35, Math.cos(roll * 1.3), k * Math.sin(roll * 1.3)],
      toes: [0.3, 1, 0],
      instep: [-1, 0.3, 0],
      toeBend: 0,
    };
  };
  const draft: Pose = {
    ...trunk,
    lumbar: { ...trunk.lumbar, twist: -END.lumbar * share },
    thorax: { ...trunk.thorax, twist: -END.thorax * share },
    legs: { left: leg('left'), right: leg('right') },
    arms: { left: spread('left'), right: spread('right') },
    // The rings of the ball lie across the body, so that its rolling is visible.
    ball: { at: ball, up: [0, c, k * n], front: [1, 0, 0] },
    breath: 0,
  };
  const s = solve(draft);
  return {
    ...draft,
    legs: {
      left: looseFoot(s, 'left', 22, draft.legs.left),
      right: looseFoot(s, 'right', 22, draft.legs.right),
    },
  };
}

const fall = move('fall-left', 90, (t) => pose(ease(t)));
const fallRight = mirrored('fall-right', fall);

export const rotatieZitbal: Movement = {
  id: 'rotatie-zitbal',
  room: { mat: { half: [0.93, 0.37], at: [-0.1, 0] } },
  view: { eye: [1, 1.3, 3.6], target: [-0.78, 0.58, 0], fieldOfView: 28 },
  inset: { eye: [2.3, 2.7, 0.4], target: [0.11, 0.197, -0.02], fieldOfView: 19.2 },
  clips: [
    ...breathing('ready', pose(0)),
    fall,
    backward('back-left', fall, pose(1)),
    fallRight,
    backward('back-right', fallRight, mirrorPose(pose(1))),
  ],
  poster: mirrorPose(pose(1)),
  contacts: Object.fromEntries(
    ['fall-left', 'back-left', 'fall-right', 'back-right'].map((name) => [
      name,
      ['leftHand', 'rightHand', 'head'] as const,
    ]),
  ),
};
