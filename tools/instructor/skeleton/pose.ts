import type { Vec3 } from '../math';

/** The patient's side. */
export type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];

/** A bend of a part of the spine in degrees: forward, to the left, turned to the left. */
export interface Bend {
  readonly flex: number;
  readonly side: number;
  readonly twist: number;
}

/** Place of a bone (metres, world) and its orientation: its own up and its own front. */
export interface Placement {
  readonly at: Vec3;
  readonly up: Vec3;
  readonly front: Vec3;
}

/** A leg, given by its foot. Two-bone inverse kinematics finds the knee. */
export interface LegPose {
  /** Position of the ankle joint. */
  readonly ankle: Vec3;
  /** Direction in which the knee points. */
  readonly knee: Vec3;
  /** Direction of the toes, and of the back of the foot (away from the sole). */
  readonly toes: Vec3;
  readonly instep: Vec3;
  /** Upward bend of the toes in degrees. */
  readonly toeBend: number;
}

/** An arm, given by its hand. Two-bone inverse kinematics finds the elbow. */
export interface ArmPose {
  readonly wrist: Vec3;
  /** Direction in which the elbow points. */
  readonly elbow: Vec3;
  readonly fingers: Vec3;
  /** Direction the palm faces. */
  readonly palm: Vec3;
  /** Bend of each finger joint in degrees: 0 flat, 20 at rest, 75 a fist. */
  readonly curl: number;
  /** Shift of the shoulder joint in the chest's axes: toward the head, and forward (metres). */
  readonly raise: number;
  readonly reach: number;
}

/**
 * A whole pose. Every leaf is a number, so poses can be mixed leaf by leaf.
 * `root` places either the pelvis (its origin is the middle between the hip joints) or the chest
 * (its origin is the middle of the trunk on the shoulder line); the spine connects the two.
 */
export interface Pose {
  readonly rootBone: 'pelvis' | 'chest';
  readonly root: Placement;
  readonly lumbar: Bend;
  readonly thorax: Bend;
  /** The skull, placed in the world. The neck follows. */
  readonly head: Placement;
  readonly legs: Readonly<Record<Side, LegPose>>;
  readonly arms: Readonly<Record<Side, ArmPose>>;
  /** The gym ball, if there is one. It rolls with the movement. */
  readonly ball?: Placement;
  /** Filling of the lungs, 0 to 1. */
  readonly breath: number;
}

export const STRAIGHT: Bend = { flex: 0, side: 0, twist: 0 };
