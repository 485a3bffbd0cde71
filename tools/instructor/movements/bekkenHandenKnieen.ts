import { mixParams } from '../skeleton/motion';
import { ALL_FOURS_ROOM, ALL_FOURS_VIEW, allFours, EVEN } from './allFours';
import { breathing, move } from './clips';
import { outAndBack } from './limbs';
import type { Movement } from './types';

const NEUTRAL = { ...EVEN };
const HOLLOW = { lumbar: -27, thorax: -3, neck: -16 };
const ROUND = { lumbar: 30, thorax: 26, neck: 12 };

const way = (to: typeof NEUTRAL) => (t: number) => allFours(mixParams(NEUTRAL, to, outAndBack(t)));

export const bekkenHandenKnieen: Movement = {
  id: 'bekken-handen-knieen',
  room: ALL_FOURS_ROOM,
  view: ALL_FOURS_VIEW,
  clips: [
    ...breathing('ready', allFours(NEUTRAL)),
    move('hollow', 90, way(HOLLOW)),
    move('round', 90, way(ROUND)),
  ],
  poster: allFours(ROUND),
  contacts: {
    hollow: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'],
    round: ['leftFoot', 'rightFoot', 'leftHand', 'rightHand'],
  },
};
