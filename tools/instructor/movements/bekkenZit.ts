import type { Vec3 } from '../math';
import type { View } from '../render/camera';
import { BALL, SEAT } from '../render/props';
import { MAT_TOP } from '../skeleton/body';
import type { Placement, Pose } from '../skeleton/pose';
import { tilting } from './tilting';
import type { Movement } from './types';
import { complete, flatFoot, handOnThigh, type Trunk, upright } from './upright';

/** Straight from the side and near, so that the outline of the low back shows hollow and round. */
const VIEW: View = { eye: [0.3, 1.05, 3.7], target: [-0.17, 0.675, 0], fieldOfView: 23 };
const CONTACTS = ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'] as const;

/** Sitting with the feet flat and the hands on the thighs, at a share of the thighs' length. */
const seated = (p: Trunk, hands: number): Pose =>
  complete(
    upright(p),
    { left: flatFoot('left', 0.4, 0.11), right: flatFoot('right', 0.4, 0.11) },
    (side, s) => handOnThigh(side, s, hands),
    0.9,
  );

const HIPS = SEAT.top + 0.112;
/** The pelvis rolls on the seat. The chest remains upright above it. */
const MIDDLE: Trunk = { x: 0, y: HIPS, tilt: -2, lumbar: 1, thorax: 2 };
const HOLLOW: Trunk = { x: 0.007, y: HIPS, tilt: 15, lumbar: -27, thorax: 11 };
const ROUND: Trunk = { x: 0.003, y: HIPS - 0.005, tilt: -26, lumbar: 40, thorax: -5 };

const onStool = (p: Trunk): Pose => seated(p, 0.62);

export const bekkenZit: Movement = {
  id: 'bekken-zit',
  room: { props: [{ kind: 'stool', at: [-0.02, 0] }] },
  view: VIEW,
  clips: tilting(MIDDLE, HOLLOW, ROUND, onStool),
  poster: onStool(HOLLOW),
  contacts: { hollow: CONTACTS, round: CONTACTS },
};

/** Height of the ball's middle under a sitting person, metres. The weight flattens the ball. */
const BALL_MIDDLE = MAT_TOP + 0.275;
/** Height of the hips when the seat has sunk into the ball, metres. */
const ON_BALL = BALL_MIDDLE + BALL.radius + 0.022;

/** The trunk on the ball, and how far the ball has rolled forward from its middle place. */
type Rolled = Trunk & { readonly roll: number };

/** For hollow the ball rolls a little backward, for round a little forward. The hips go with it. */
const BALL_MIDDLE_POSE: Rolled = { ...MIDDLE, y: ON_BALL, roll: 0 };
const BALL_HOLLOW: Rolled = { ...HOLLOW, x: -0.006, y: ON_BALL - 0.001, roll: -0.016 };
const BALL_ROUND: Rolled = { ...ROUND, x: 0.009, y: ON_BALL - 0.005, roll: 0.018 };

/** The ball rolls without slipping. Its poles point forward, so that the rolling is visible. */
function ballAt(roll: number): Placement {
  const angle = roll / BALL.radius;
  const up: Vec3 = [Math.sin(angle), Math.cos(angle), 0];
  return { at: [roll, BALL_MIDDLE, 0], up, front: [0, 0, 1] };
}

const onBall = (p: Rolled): Pose => ({ ...seated(p, 0.6), ball: ballAt(p.roll) });

/** The brochure's harder variant: on the gym ball instead of the chair. */
export const bekkenZitZitbal: Movement = {
  id: 'bekken-zit--zitbal',
  room: {},
  view: { ...VIEW, target: [-0.17, 0.725, 0], fieldOfView: 24.4 },
  clips: tilting(BALL_MIDDLE_POSE, BALL_HOLLOW, BALL_ROUND, onBall),
  poster: onBall(BALL_HOLLOW),
  contacts: { hollow: CONTACTS, round: CONTACTS },
};
