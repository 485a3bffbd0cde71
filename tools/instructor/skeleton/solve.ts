import {
  add,
  clamp,
  compose,
  cross,
  DEGREE,
  type Frame,
  frameFrom,
  IDENTITY,
  invert,
  length,
  normalize,
  pointOut,
  reject,
  scale,
  shift,
  sub,
  turn,
  type Vec3,
} from '../math';
import { BODY } from './body';
import { type ArmPose, type Bend, type LegPose, type Pose, SIDES, type Side } from './pose';

export interface LegFrames {
  readonly hip: Vec3;
  readonly knee: Vec3;
  readonly ankle: Vec3;
  readonly thigh: Frame;
  readonly shin: Frame;
  readonly foot: Frame;
  readonly toes: Frame;
  /** Distance by which the foot was out of the leg's reach, metres; 0 when the leg reached it. */
  readonly miss: number;
}

export interface ArmFrames {
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly upper: Frame;
  readonly fore: Frame;
  readonly hand: Frame;
  readonly curl: number;
  readonly miss: number;
}

/** A station of the trunk: `s` metres above the hip joints. */
export interface Station {
  readonly s: number;
  readonly frame: Frame;
}

/** Every bone of the figure, placed in the world. */
export interface Skeleton {
  readonly pelvis: Frame;
  readonly chest: Frame;
  readonly spine: readonly Station[];
  readonly neck: readonly Frame[];
  readonly head: Frame;
  readonly legs: Readonly<Record<Side, LegFrames>>;
  readonly arms: Readonly<Record<Side, ArmFrames>>;
  readonly ball?: Frame;
  readonly breath: number;
}

const STATION_STEP = 0.01;
const FIRST_STATION = -0.12;
const LAST_STATION = 0.56;

/** Solves a pose. A pure function: it has no state and uses no clock. */
export function solve(pose: Pose): Skeleton {
  const spine = placeSpine(pose);
  const pelvis = stationAt(spine, 0);
  const chest = stationAt(spine, BODY.chest);
  const head = frameFrom(pose.head.at, pose.head.up, pose.head.front);
  const sides = <T>(make: (side: Side) => T): Record<Side, T> => ({
    left: make('left'),
    right: make('right'),
  });
  return {
    pelvis,
    chest,
    spine,
    neck: placeNeck(chest, head),
    head,
    legs: sides((side) => placeLeg(pelvis, pose.legs[side], side)),
    arms: sides((side) => placeArm(chest, pose.arms[side], side)),
    ...(pose.ball ? { ball: frameFrom(pose.ball.at, pose.ball.up, pose.ball.front) } : {}),
    breath: pose.breath,
  };
}

/** +1 for the left, -1 for the right: the sign of the bone-local x on that side. */
export const sign = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);
export { SIDES };

/** Place of the head joint with a relaxed neck. */
export function relaxedHead(chest: Frame): Vec3 {
  return pointOut(chest, BODY.headJoint);
}

function stationAt(spine: readonly Station[], s: number): Frame {
  let before = spine[0];
  for (const station of spine) {
    if (station.s > s + 1e-9) break;
    before = station;
  }
  return compose(before.frame, shift([0, s - before.s, 0]));
}

function placeSpine(pose: Pose): Station[] {
  const local: Station[] = [{ s: FIRST_STATION, frame: shift([0, FIRST_STATION, 0]) }];
  const count = Math.round((LAST_STATION - FIRST_STATION) / STATION_STEP);
  for (let i = 1; i <= count; i++) {
    const from = FIRST_STATION + (i - 1) * STATION_STEP;
    const low = share(from, from + STATION_STEP, BODY.lumbarFrom, BODY.lumbarTo);
    const high = share(from, from + STATION_STEP, BODY.lumbarTo, BODY.thoraxTo);
    const bend = bendFrame(pose.lumbar, low, pose.thorax, high);
    const half = shift([0, STATION_STEP / 2, 0]);
    const frame = compose(compose(compose(local[i - 1].frame, half), bend), half);
    local.push({ s: from + STATION_STEP, frame });
  }
  const wanted = frameFrom(pose.root.at, pose.root.up, pose.root.front);
  const anchor = pose.rootBone === 'chest' ? stationAt(local, BODY.chest) : IDENTITY;
  const place = compose(wanted, invert(anchor));
  return local.map(({ s, frame }) => ({ s, frame: compose(place, frame) }));
}

/** The share of the stretch [low, high] that lies inside [from, to]. */
function share(from: number, to: number, low: number, high: number): number {
  return Math.max(0, Math.min(to, high) - Math.max(from, low)) / (high - low);
}

function bendFrame(low: Bend, lowShare: number, high: Bend, highShare: number): Frame {
  const flex = low.flex * lowShare + high.flex * highShare;
  const side = low.side * lowShare + high.side * highShare;
  const twist = low.twist * lowShare + high.twist * highShare;
  if (flex === 0 && side === 0 && twist === 0) return IDENTITY;
  return compose(compose(turn('y', twist), turn('x', flex)), turn('z', -side));
}

const NECK_STEPS = 6;

/**
 * The neck is a smooth curve from the chest to the skull. It takes the remaining bend between the
 * two.
 */
function placeNeck(chest: Frame, head: Frame): Frame[] {
  const base = pointOut(chest, [0, BODY.neckBase - BODY.chest, -0.012]);
  const top = head.o;
  const reach = length(sub(top, base));
  const out: Frame[] = [];
  for (let i = 0; i <= NECK_STEPS; i++) {
    const t = i / NECK_STEPS;
    const t2 = t * t;
    const t3 = t2 * t;
    let p = scale(base, 2 * t3 - 3 * t2 + 1);
    p = add(p, scale(chest.y, (t3 - 2 * t2 + t) * reach));
    p = add(p, scale(top, 3 * t2 - 2 * t3));
    p = add(p, scale(head.y, (t3 - t2) * reach));
    const up = add(scale(chest.y, 1 - t), scale(head.y, t));
    const front = add(scale(chest.z, 1 - t), scale(head.z, t));
    out.push(frameFrom(p, up, front));
  }
  return out;
}

/**
 * Two-bone inverse kinematics. Returns the middle joint, the reached end, and the miss in metres.
 */
function twoBones(
  root: Vec3,
  target: Vec3,
  first: number,
  second: number,
  pole: Vec3,
): { middle: Vec3; end: Vec3; miss: number } {
  const way = sub(target, root);
  const wanted = length(way);
  const reach = clamp(wanted, Math.abs(first - second) + 1e-4, first + second - 1e-4);
  const along = normalize(way);
  const side = normalize(reject(pole, along));
  const cos = (first * first + reach * reach - second * second) / (2 * first * reach);
  const sin = Math.sqrt(Math.max(0, 1 - cos * cos));
  const middle = add(root, add(scale(along, first * cos), scale(side, first * sin)));
  return { middle, end: add(root, scale(along, reach)), miss: Math.abs(wanted - reach) };
}

function placeLeg(pelvis: Frame, leg: LegPose, side: Side): LegFrames {
  const hip = pointOut(pelvis, [sign(side) * BODY.hipHalfWidth, 0, 0.005]);
  const { middle, end, miss } = twoBones(hip, leg.ankle, BODY.thigh, BODY.shin, leg.knee);
  const foot = frameFrom(end, leg.instep, leg.toes);
  const joint = compose(foot, shift([0, -0.052, BODY.toeJoint]));
  const { upper, lower } = hinge(hip, middle, end, leg.knee);
  return {
    hip,
    knee: middle,
    ankle: end,
    thigh: upper,
    shin: lower,
    foot,
    toes: compose(joint, turn('x', -leg.toeBend)),
    miss,
  };
}

function placeArm(chest: Frame, arm: ArmPose, side: Side): ArmFrames {
  const shoulder = pointOut(chest, [
    sign(side) * BODY.shoulderHalfWidth,
    arm.raise,
    arm.reach - BODY.shoulderBehind,
  ]);
  const { middle, end, miss } = twoBones(
    shoulder,
    arm.wrist,
    BODY.upperArm,
    BODY.forearm,
    arm.elbow,
  );
  const { upper, lower } = hinge(shoulder, middle, end, scale(arm.elbow, -1));
  const palm = reject(arm.palm, normalize(arm.fingers));
  const y = scale(normalize(arm.fingers), -1);
  const x = scale(normalize(palm), -sign(side));
  const hand: Frame = { x, y, z: cross(x, y), o: end };
  return { shoulder, elbow: middle, wrist: end, upper, fore: lower, hand, curl: arm.curl, miss };
}

/** Frames of the two bones of a limb. Their common x is the hinge, and z points to the front. */
function hinge(root: Vec3, middle: Vec3, end: Vec3, front: Vec3): { upper: Frame; lower: Frame } {
  const upper = frameFrom(root, sub(root, middle), front);
  const y = normalize(sub(middle, end));
  const x = normalize(reject(upper.x, y));
  return { upper, lower: { x, y, z: cross(x, y), o: middle } };
}

/** Bend of a two-bone limb in degrees: 0 is straight. */
export function bendOf(root: Vec3, middle: Vec3, end: Vec3): number {
  const a = normalize(sub(middle, root));
  const b = normalize(sub(end, middle));
  return Math.acos(clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1, 1)) / DEGREE;
}
