import type { Pose } from '../skeleton/pose';
import { backward, breathing, move, seconds } from './clips';
import { legsUp, oneByOne } from './legsUp';
import { LYING_VIEW, MAT_ROOM } from './stances';
import type { Movement } from './types';

/** Angle of the legs to the floor in the middle of a stroke, and how far they open, degrees. */
const MIDDLE = 67;
const PART = 15;

/**
 * The pose at a share `t` of a stroke: the left leg is near, away, and near again. The legs turn at
 * their furthest point.
 */
const pose = (t: number, up = { left: 1, right: 1 }): Pose => {
  const part = PART * Math.cos(2 * Math.PI * t);
  return legsUp(up, {
    left: { slope: MIDDLE + part, open: 1 },
    right: { slope: MIDDLE - part, open: 1 },
  });
};

const start = pose(0);
const enter = move('enter', 60, (t) => pose(0, oneByOne(t)));
/** The second half is the first half in reverse, picture by picture. */
const stroke = move('stroke', 60, (t) => pose(Math.min(t, 1 - t)));

export const schaar: Movement = {
  id: 'schaar',
  room: MAT_ROOM,
  view: { ...LYING_VIEW, target: [-0.42, 0.36, 0], fieldOfView: 25 },
  clips: [
    ...breathing('ready', pose(0, { left: 0, right: 0 })),
    ...seconds(enter),
    stroke,
    ...seconds(backward('leave', enter, start)),
  ],
  poster: start,
  contacts: {
    enter: ['leftHand', 'rightHand', 'head'],
    stroke: ['leftHand', 'rightHand', 'head'],
    leave: ['leftHand', 'rightHand', 'head'],
  },
};
