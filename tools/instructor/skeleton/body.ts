import type { Vec3 } from '../math';

/**
 * Proportions of the instructor, an adult of 1.70 m. All lengths are in metres. Lengths along the
 * trunk (`s`) count upward from the middle between the hip joints.
 */
export const BODY = {
  hipHalfWidth: 0.088,
  thigh: 0.42,
  shin: 0.41,
  /** Height of the ankle joint above the sole. */
  ankleHeight: 0.078,
  /** Distance from the ankle forward to the joint where the toes bend. */
  toeJoint: 0.125,
  upperArm: 0.285,
  forearm: 0.25,
  /** Trunk stations: where the low back bends, where the upper back bends, the shoulder line. */
  lumbarFrom: 0.07,
  lumbarTo: 0.24,
  thoraxTo: 0.43,
  chest: 0.44,
  neckBase: 0.525,
  /** The joint between neck and skull, in the chest's axes. */
  headJoint: [0, 0.192, 0.014] as Vec3,
  shoulderHalfWidth: 0.166,
  /** How far the shoulder joints lie behind the trunk's middle line. */
  shoulderBehind: 0.012,
} as const;

/** Thickness of the mat. Its top is the ground for everything on it. */
export const MAT_TOP = 0.018;
