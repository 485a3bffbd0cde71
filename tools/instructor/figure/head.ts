import { compose, shift, smoothstep, turn, type Vec3 } from '../math';
import type { Field, Surface } from '../mesh/field';
import { Owner } from './owners';
import { Parts, smoothMax, smoothMin } from './parts';

/** Centres of the eyeballs in the skull's axes. */
export const EYE: Vec3 = [0.0315, 0.043, 0.0735];
const EYE_RADIUS = 0.0135;

/**
 * Face and skull in the skull's own axes (origin: the joint on the neck). They are rigid, so their
 * mesh is made once.
 */
export class HeadField implements Field {
  readonly low: Vec3 = [-0.1, -0.12, -0.12];
  readonly high: Vec3 = [0.1, 0.17, 0.15];
  private readonly mass = new Parts();
  private readonly ears = new Parts();
  private readonly sockets = new Parts();
  private readonly eyes = new Parts();
  private readonly mouth = new Parts();
  private readonly hollows = new Parts();

  constructor() {
    const { mass } = this;
    const at = (x: number, y: number, z: number) => shift([x, y, z]);
    cranium(mass);
    mass.cone([0, 0.014, 0.042], [0, -0.05, 0.072], 0.044, 0.018, 0.03);
    for (const k of [1, -1]) {
      mass.cone([k * 0.05, 0, 0.006], [k * 0.015, -0.05, 0.07], 0.017, 0.015, 0.035);
      mass.ellipsoid(at(k * 0.034, 0.012, 0.068), [0.023, 0.02, 0.018], 0.03);
      mass.cone([k * 0.016, 0.066, 0.085], [k * 0.048, 0.064, 0.071], 0.005, 0.005, 0.024);
      this.sockets.ellipsoid(at(k * 0.031, 0.044, 0.101), [0.022, 0.0135, 0.0135], 0.001);
      this.eyes.ball([k * EYE[0], EYE[1], EYE[2]], EYE_RADIUS, 0.001);
      const ear = compose(
        at(k * 0.0755, 0.026, -0.006),
        compose(turn('y', k * 24), turn('x', -12)),
      );
      this.ears.ellipsoid(ear, [0.0075, 0.0285, 0.0175], 0.004);
      const hollow = compose(at(k * 0.085, 0.029, 0.0), compose(turn('y', k * 24), turn('x', -12)));
      this.hollows.ellipsoid(hollow, [0.0065, 0.015, 0.009], 0.002);
    }
    mass.cone([0, 0.056, 0.089], [0, 0.022, 0.1075], 0.0075, 0.009, 0.014);
    mass.ball([0, 0.0155, 0.1085], 0.0098, 0.008);
    mass.cone([0.0095, 0.0115, 0.0985], [-0.0095, 0.0115, 0.0985], 0.0078, 0.0078, 0.008);
    mass.ball([0, -0.052, 0.083], 0.0125, 0.02);
    // The upper end of the neck. It closes the gap when the head nods.
    mass.cone([0, 0.01, -0.014], [0, -0.06, -0.014], 0.05, 0.0485, 0.03);
    this.mouth.cone([0.015, -0.0245, 0.0865], [-0.015, -0.0245, 0.0865], 0.0045, 0.0045, 0.004);
    this.mouth.ball([0, -0.0228, 0.091], 0.005, 0.01);
    this.mouth.cone([0.009, -0.0318, 0.0875], [-0.009, -0.0318, 0.0875], 0.0055, 0.0055, 0.006);
  }

  prepare(x: number, y: number, z: number, radius: number): number {
    for (const parts of [this.mass, this.ears, this.sockets, this.eyes, this.mouth, this.hollows])
      parts.prepare(x, y, z, radius);
    return this.distance(x, y, z);
  }

  distance(x: number, y: number, z: number): number {
    let d = this.mass.distance(x, y, z);
    d = smoothMin(d, this.mouth.distance(x, y, z), 0.006);
    d = smoothMin(d, this.ears.distance(x, y, z), 0.01);
    d = smoothMax(d, -this.hollows.distance(x, y, z), 0.006);
    d = smoothMax(d, -this.sockets.distance(x, y, z), 0.016);
    return smoothMin(d, this.eyes.distance(x, y, z), 0.003);
  }

  surface(x: number, y: number, z: number, out: Surface): void {
    out.owner = Owner.Head;
    out.a = x;
    out.b = y;
    out.c = z;
    out.d = 0;
  }
}

function cranium(parts: Parts): void {
  parts.ellipsoid(shift([0, 0.072, -0.004]), [0.0735, 0.08, 0.094], 0.02);
  parts.ellipsoid(shift([0, 0.047, 0.028]), [0.0625, 0.077, 0.066], 0.03);
}

/** Short hair: the skull's surface, raised where hair grows and sunk below the skin elsewhere. */
export class HairField implements Field {
  readonly low: Vec3 = [-0.11, -0.08, -0.14];
  readonly high: Vec3 = [0.11, 0.19, 0.14];
  private readonly shell = new Parts();

  constructor() {
    cranium(this.shell);
    this.shell.cone([0, 0.01, -0.014], [0, -0.06, -0.014], 0.05, 0.0485, 0.03);
    this.shell.ellipsoid(shift([0, 0.112, 0.018]), [0.052, 0.046, 0.056], 0.03);
  }

  prepare(x: number, y: number, z: number, radius: number): number {
    this.shell.prepare(x, y, z, radius);
    return this.distance(x, y, z);
  }

  distance(x: number, y: number, z: number): number {
    const inward = hairline(Math.abs(x), y, z);
    const grown =
      0.016 * smoothstep(-0.012, 0.002, inward) - 0.012 + 0.0085 * smoothstep(0, 0.04, inward);
    // A few broad locks on top, combed to the side.
    const locks = 0.0014 * Math.sin(x * 150 + z * 60) * smoothstep(0.09, 0.13, y);
    return this.shell.distance(x, y, z) - grown + 0.0025 - locks * smoothstep(0.005, 0.03, inward);
  }

  surface(x: number, y: number, z: number, out: Surface): void {
    out.owner = Owner.Hair;
    out.a = x;
    out.b = y;
    out.c = z;
    out.d = 0;
  }
}

/**
 * Distance from the hairline in metres, positive where hair grows: above the forehead, behind the
 * temples, around the ears and down to the nape.
 */
function hairline(x: number, y: number, z: number): number {
  const forehead = y - 0.113 - 0.12 * (x - 0.02);
  const temple = 0.05 - z - 0.35 * Math.abs(y - 0.072);
  const front = smoothMax(forehead, smoothMin(temple, y - 0.047, 0.01), 0.025);
  const nape = smoothMin(y + 0.03, -0.014 - z, 0.02);
  const around = Math.hypot((y - 0.026) * 0.9, z + 0.008) - 0.029;
  return smoothMin(smoothMax(front, nape, 0.02), around, 0.01);
}
