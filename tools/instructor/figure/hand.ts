import { compose, type Frame, mix, pointOut, shift, turn, type Vec3 } from '../math';
import type { Field, Surface } from '../mesh/field';
import type { Side } from '../skeleton/pose';
import { type ArmFrames, sign } from '../skeleton/solve';
import { belly, FOREARM, WRIST } from './bodyField';
import { Owner } from './owners';
import { Parts } from './parts';

/** The four fingers, forefinger first: place across the palm, knuckle, lengths (metres). */
const FINGERS = [
  { across: 0.029, wrist: 0.015, knuckle: 0.09, proximal: 0.041, distal: 0.037, r: 0.0098 },
  { across: 0.0095, wrist: 0.006, knuckle: 0.094, proximal: 0.045, distal: 0.041, r: 0.01 },
  { across: -0.0105, wrist: -0.005, knuckle: 0.09, proximal: 0.042, distal: 0.038, r: 0.0095 },
  { across: -0.029, wrist: -0.014, knuckle: 0.082, proximal: 0.034, distal: 0.031, r: 0.0085 },
] as const;

/** One hand: palm, four fingers, a thumb, and the wrist that joins the forearm. */
export class HandField implements Field {
  readonly low: Vec3;
  readonly high: Vec3;
  private readonly parts = new Parts();
  private readonly fingers: Parts[] = [];

  constructor(arm: ArmFrames, side: Side) {
    // Axes of the hand: the palm faces -k on x, the thumb is at +z, and fingers point down y.
    const k = sign(side);
    const { parts } = this;
    const at = (frame: Frame, x: number, y: number, z: number): Vec3 =>
      pointOut(frame, [x * k, y, z]);
    const hand = arm.hand;
    // This cone equals the forearm's, so that the two surfaces coincide.
    parts.cone(belly(arm), mix(arm.elbow, arm.wrist, 0.94), FOREARM, WRIST, 0.01);
    parts.cone(mix(arm.elbow, arm.wrist, 0.94), arm.wrist, WRIST, 0.0245, 0.005);
    for (const f of FINGERS) {
      const knuckle = at(hand, 0.001, -f.knuckle, f.across);
      parts.cone(at(hand, 0, -0.006, f.wrist), knuckle, 0.0165, 0.0118, 0.014);
      const first = compose(
        compose(hand, shift([0.001 * k, -f.knuckle, f.across])),
        compose(turn('x', -f.across * 130), turn('z', -k * arm.curl)),
      );
      const middle = at(first, 0, -f.proximal, 0);
      const second = compose(
        first,
        compose(shift([0, -f.proximal, 0]), turn('z', -k * arm.curl * 1.15)),
      );
      const finger = new Parts();
      finger.cone(knuckle, middle, f.r + 0.0012, f.r - 0.0008, 0.006);
      finger.cone(middle, at(second, 0, -f.distal, 0), f.r - 0.0006, f.r - 0.0022, 0.006);
      this.fingers.push(finger);
    }
    const curl = 0.25 + arm.curl / 90;
    const base = at(hand, -0.006, -0.016, 0.018);
    const knuckle = at(hand, -0.012 - 0.012 * curl, -0.058, 0.044 - 0.006 * curl);
    const tip = at(hand, -0.013 - 0.03 * curl, -0.092, 0.053 - 0.016 * curl);
    parts.cone(base, knuckle, 0.0175, 0.0125, 0.014);
    parts.cone(knuckle, tip, 0.0118, 0.0088, 0.008);
    const boxes = [parts, ...this.fingers].map((p) => p.bounds());
    const pick = (f: (...v: number[]) => number, s: 'low' | 'high'): Vec3 => [
      f(...boxes.map((b) => b[s][0])),
      f(...boxes.map((b) => b[s][1])),
      f(...boxes.map((b) => b[s][2])),
    ];
    this.low = pick(Math.min, 'low');
    this.high = pick(Math.max, 'high');
  }

  prepare(x: number, y: number, z: number, radius: number): number {
    this.parts.prepare(x, y, z, radius);
    for (const finger of this.fingers) finger.prepare(x, y, z, radius);
    return this.distance(x, y, z);
  }

  distance(x: number, y: number, z: number): number {
    // Fingers blend into the palm, and hardly into one another.
    let fingers = 1e3;
    for (const finger of this.fingers) {
      const own = finger.distance(x, y, z);
      const h = 0.004 - Math.abs(own - fingers);
      fingers = Math.min(own, fingers) - (h > 0 ? (h * h) / 0.016 : 0);
    }
    const palm = this.parts.distance(x, y, z);
    const h = 0.01 - Math.abs(palm - fingers);
    return Math.min(palm, fingers) - (h > 0 ? (h * h) / 0.04 : 0);
  }

  surface(_x: number, _y: number, _z: number, out: Surface): void {
    out.owner = Owner.Hand;
    out.a = out.b = out.c = out.d = 0;
  }
}
