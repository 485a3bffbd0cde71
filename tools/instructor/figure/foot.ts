import { add, dot, mix, pointOut, scale, sub, type Vec3 } from '../math';
import type { Field, Surface } from '../mesh/field';
import type { Side } from '../skeleton/pose';
import { type LegFrames, sign } from '../skeleton/solve';
import { CALF, calfOf } from './bodyField';
import { Owner } from './owners';
import { Parts, smoothMax, smoothMin } from './parts';

/** Where the trouser leg ends, as a share of the shin. */
const CUFF = 0.86;

/** A foot in a sock, with the end of the trouser leg around the ankle. */
export class FootField implements Field {
  readonly low: Vec3;
  readonly high: Vec3;
  private readonly sock = new Parts();
  private readonly leg = new Parts();
  private readonly cuffAt: Vec3;
  private readonly cuffDown: Vec3;

  constructor(
    private readonly limb: LegFrames,
    side: Side,
  ) {
    const { foot, toes, shin, knee, ankle } = limb;
    const k = sign(side);
    const at = (x: number, y: number, z: number): Vec3 => pointOut(foot, [x * k, y, z]);
    const toe = (x: number, y: number, z: number): Vec3 => pointOut(toes, [x * k, y, z]);
    const { sock } = this;
    sock.cone(mix(knee, ankle, 0.7), add(ankle, scale(shin.y, 0.012)), 0.037, 0.034, 0.03);
    sock.cone(at(0, 0.004, -0.006), at(0, -0.044, -0.024), 0.034, 0.033, 0.03);
    sock.cone(at(0, -0.046, -0.022), at(0.002, -0.05, 0.05), 0.0325, 0.027, 0.03);
    sock.cone(at(-0.002, -0.006, 0.014), at(-0.006, -0.034, 0.1), 0.034, 0.027, 0.03);
    sock.cone(at(0.004, -0.046, 0.03), at(0.02, -0.055, 0.118), 0.029, 0.022, 0.03);
    sock.cone(at(-0.012, -0.04, 0.05), at(-0.02, -0.052, 0.122), 0.03, 0.026, 0.03);
    sock.cone(toe(-0.02, 0, -0.004), toe(-0.016, -0.003, 0.048), 0.0255, 0.0195, 0.02);
    sock.cone(toe(0.004, -0.001, -0.004), toe(0.004, -0.005, 0.044), 0.0235, 0.0175, 0.02);
    sock.cone(toe(0.022, -0.003, -0.006), toe(0.02, -0.007, 0.03), 0.021, 0.016, 0.02);
    this.leg.cone(calfOf(limb), mix(knee, ankle, CUFF + 0.05), CALF, 0.0455, 0.05);
    this.cuffAt = mix(knee, ankle, CUFF);
    this.cuffDown = scale(shin.y, -1);
    const sockBox = sock.bounds();
    this.low = sub(sockBox.low, [0.012, 0.012, 0.012]);
    this.high = add(sockBox.high, [0.012, 0.012, 0.012]);
  }

  prepare(x: number, y: number, z: number, radius: number): number {
    this.sock.prepare(x, y, z, radius);
    this.leg.prepare(x, y, z, radius);
    return this.distance(x, y, z);
  }

  distance(x: number, y: number, z: number): number {
    return smoothMin(this.sock.distance(x, y, z), this.cuff(x, y, z), 0.004);
  }

  surface(x: number, y: number, z: number, out: Surface): void {
    const cuff = this.cuff(x, y, z) < this.sock.distance(x, y, z);
    out.owner = cuff ? Owner.Cuff : Owner.Sock;
    const foot = this.limb.foot;
    const rel: Vec3 = [x - foot.o[0], y - foot.o[1], z - foot.o[2]];
    out.a = dot(rel, foot.z);
    out.b = dot(rel, foot.y);
    out.c = dot(sub([x, y, z], this.cuffAt), this.cuffDown);
    out.d = 0;
  }

  private cuff(x: number, y: number, z: number): number {
    const [c, n] = [this.cuffAt, this.cuffDown];
    const below = (x - c[0]) * n[0] + (y - c[1]) * n[1] + (z - c[2]) * n[2];
    const above = -below - 0.075;
    const tube = this.leg.distance(x, y, z);
    return smoothMax(smoothMax(tube, below, 0.008), above, 0.004);
  }
}
