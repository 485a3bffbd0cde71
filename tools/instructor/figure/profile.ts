import { clamp } from '../math';

/**
 * The outline of the clothed trunk along its length, in metres. At stations `s` above the hip
 * joints it gives half the width, and the depth in front of and behind the middle line.
 */
const OUTLINE: readonly (readonly [s: number, width: number, front: number, back: number])[] = [
  [-0.13, 0.03, 0.015, 0.02],
  [-0.1, 0.085, 0.05, 0.055],
  [-0.06, 0.136, 0.078, 0.088],
  [-0.02, 0.158, 0.092, 0.104],
  [0.02, 0.166, 0.099, 0.108],
  [0.06, 0.158, 0.103, 0.104],
  [0.1, 0.151, 0.104, 0.097],
  [0.15, 0.145, 0.102, 0.09],
  [0.2, 0.142, 0.101, 0.088],
  [0.25, 0.146, 0.103, 0.091],
  [0.3, 0.153, 0.108, 0.098],
  [0.35, 0.159, 0.113, 0.105],
  [0.39, 0.161, 0.112, 0.108],
  [0.43, 0.156, 0.103, 0.107],
  [0.465, 0.142, 0.087, 0.101],
  [0.495, 0.115, 0.068, 0.09],
  [0.525, 0.074, 0.049, 0.072],
  [0.56, 0.03, 0.02, 0.03],
];

/** How far a full breath moves the front at each station, metres: most at the belly and ribs. */
const BREATH = [
  [0.06, 0],
  [0.2, 0.011],
  [0.34, 0.011],
  [0.45, 0.005],
  [0.5, 0],
] as const;

const FIRST = -0.13;
const STEP = 0.0025;
const SIZE = Math.round((0.56 - FIRST) / STEP) + 1;

/** Tables of the outline in steps of 2.5 mm, for one filling of the lungs (0 to 1). */
export interface Outline {
  readonly width: Float64Array;
  readonly front: Float64Array;
  readonly back: Float64Array;
}

export function outline(breath: number): Outline {
  const column = (c: 1 | 2 | 3): Float64Array => {
    const points = OUTLINE.map((row) => [row[0], row[c]] as const);
    return Float64Array.from({ length: SIZE }, (_, i) => spline(points, FIRST + i * STEP));
  };
  const front = column(2).map((v, i) => v + breath * ramp(FIRST + i * STEP));
  const width = column(1).map((v, i) => v + breath * 0.35 * ramp(FIRST + i * STEP));
  return { width, front, back: column(3) };
}

/** The value of a table at station `s`. */
export function readOutline(table: Float64Array, s: number): number {
  const at = clamp((s - FIRST) / STEP, 0, SIZE - 1.001);
  const i = Math.floor(at);
  return table[i] + (table[i + 1] - table[i]) * (at - i);
}

/** A smooth curve through points. It rises wherever they rise (monotone cubic). */
function spline(points: readonly (readonly [number, number])[], x: number): number {
  const last = points.length - 1;
  let i = 0;
  while (i < last - 1 && points[i + 1][0] < x) i++;
  const slope = (k: number): number =>
    (points[k + 1][1] - points[k][1]) / (points[k + 1][0] - points[k][0]);
  const tangent = (k: number): number => {
    if (k <= 0) return slope(0);
    if (k >= last) return slope(last - 1);
    return (slope(k - 1) + slope(k)) / 2;
  };
  const [x0, y0] = points[i];
  const [x1, y1] = points[i + 1];
  const h = x1 - x0;
  const t = clamp((x - x0) / h, 0, 1);
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    y0 * (2 * t3 - 3 * t2 + 1) +
    tangent(i) * h * (t3 - 2 * t2 + t) +
    y1 * (3 * t2 - 2 * t3) +
    tangent(i + 1) * h * (t3 - t2)
  );
}

function ramp(s: number): number {
  if (s <= BREATH[0][0] || s >= BREATH[BREATH.length - 1][0]) return 0;
  return Math.max(0, spline(BREATH, s));
}
