import type { Station } from '../skeleton/solve';
import { type Outline, outline, readOutline } from './profile';

/**
 * The trunk: one tube along the spine, which bends without rings or pinches. `locate` finds a
 * point's place along the spine and across it. The distance follows from the cross-section there,
 * which is a little squarer than an ellipse.
 */
export class Trunk {
  /** Result of the last `locate`, metres: station, to the left, and forward of the middle line. */
  s = 0;
  across = 0;
  forward = 0;
  private over = 0;
  private readonly count: number;
  private readonly first: number;
  private readonly step: number;
  private readonly frames: Float64Array;
  private readonly shape: Outline;

  constructor(spine: readonly Station[], breath: number) {
    this.count = spine.length;
    this.first = spine[0].s;
    this.step = spine[1].s - spine[0].s;
    this.frames = new Float64Array(this.count * 12);
    spine.forEach(({ frame: f }, i) => {
      this.frames.set([...f.o, ...f.x, ...f.y, ...f.z], i * 12);
    });
    this.shape = outline(breath);
  }

  locate(px: number, py: number, pz: number): void {
    let low = 0;
    let high = this.count - 1;
    let below = this.height(0, px, py, pz);
    let above = this.height(high, px, py, pz);
    this.over = 0;
    if (below <= 0) {
      this.over = -below;
      high = 1;
      above = this.height(1, px, py, pz);
      below = 0;
    } else if (above >= 0) {
      this.over = above;
      low = high - 1;
      below = this.height(low, px, py, pz);
      above = 0;
    } else {
      while (high - low > 1) {
        const mid = (low + high) >> 1;
        const h = this.height(mid, px, py, pz);
        if (h >= 0) {
          low = mid;
          below = h;
        } else {
          high = mid;
          above = h;
        }
      }
    }
    const t = below - above > 1e-9 ? below / (below - above) : 0;
    this.s = this.first + (low + t) * this.step;
    this.across = this.along(low, 3, px, py, pz) * (1 - t) + this.along(high, 3, px, py, pz) * t;
    this.forward = this.along(low, 9, px, py, pz) * (1 - t) + this.along(high, 9, px, py, pz) * t;
  }

  /** Signed distance in metres at the point last located. */
  distanceThere(): number {
    const w = readOutline(this.shape.width, this.s);
    const f = readOutline(this.shape.front, this.s);
    const b = readOutline(this.shape.back, this.s);
    const depth = (f + b) / 2;
    const u = this.across / w;
    const v = (this.forward - (f - b) / 2) / depth;
    const u2 = u * u;
    const v2 = v * v;
    const q = Math.sqrt(Math.sqrt(u2 * u2 + v2 * v2 + 1.4 * u2 * v2));
    let d: number;
    if (q < 0.3) {
      d = -0.7 * Math.min(w, depth);
    } else {
      const q3 = 2 * q * q * q;
      const gu = (u * (2 * u2 + 1.4 * v2)) / (q3 * w);
      const gv = (v * (2 * v2 + 1.4 * u2)) / (q3 * depth);
      d = (q - 1) / Math.sqrt(gu * gu + gv * gv);
    }
    if (this.over > 0) d = d > 0 ? Math.hypot(d, this.over) : Math.max(d, this.over);
    return d;
  }

  /** Middle of the cross-section (front to back) at the station last located. */
  middleThere(): number {
    return (readOutline(this.shape.front, this.s) - readOutline(this.shape.back, this.s)) / 2;
  }

  private height(i: number, px: number, py: number, pz: number): number {
    return this.along(i, 6, px, py, pz);
  }

  private along(i: number, axis: number, px: number, py: number, pz: number): number {
    const f = this.frames;
    const at = i * 12;
    const k = at + axis;
    return (px - f[at]) * f[k] + (py - f[at + 1]) * f[k + 1] + (pz - f[at + 2]) * f[k + 2];
  }
}
