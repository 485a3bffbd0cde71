import { ease } from '../skeleton/motion';
import type { Pose } from '../skeleton/pose';
import { backward, breathing, move, seconds } from './clips';
import { legsUp, oneByOne } from './legsUp';
import { MAT_ROOM } from './stances';
import type { Movement } from './types';

/** The legs' angle to the floor when together, and how far each opens to its side, degrees. */
const SLOPE = 80;
const TOGETHER = 0;
const WIDE = 36;

const pose = (open: number, up = { left: 1, right: 1 }): Pose => {
  const both = { slope: SLOPE, open: TOGETHER + (WIDE - TOGETHER) * open };
  return legsUp(up, { left: both, right: both });
};

const together = pose(0);
const wide = pose(1);
const enter = move('enter', 60, (t) => pose(0, oneByOne(t)));
const open = move('open', 30, (t) => pose(ease(t)));

export const benenOpenDicht: Movement = {
  id: 'benen-open-dicht',
  room: MAT_ROOM,
  // The view is nearer to the feet than in other exercises, because the legs open toward and away
  // from the usual one.
  view: { eye: [2.5, 1.5, 3.1], target: [-0.3, 0.38, 0.06], fieldOfView: 23.5 },
  clips: [
    ...breathing('ready', pose(0, { left: 0, right: 0 })),
    ...seconds(enter),
    open,
    backward('close', open, wide),
    ...seconds(backward('leave', enter, together)),
  ],
  poster: wide,
  contacts: {
    enter: ['leftHand', 'rightHand', 'head'],
    open: ['leftHand', 'rightHand', 'head'],
    close: ['leftHand', 'rightHand', 'head'],
    leave: ['leftHand', 'rightHand', 'head'],
  },
};
