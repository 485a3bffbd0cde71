import { smoothstep } from '../math';
import { SLEEVE } from './bodyField';
import { EYE } from './head';
import { Owner } from './owners';

/** A colour as linear light, 0 to 1. */
export type Colour = readonly [number, number, number];

/** The linear light of a screen colour `#rrggbb`. */
export function colour(hex: string): Colour {
  const part = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const SKIN = colour('#c28b6d');
const LIP = colour('#b0685a');
const SHIRT = colour('#e9e1d2');
const SHIRT_BAND = colour('#cfc5b4');
const ACCENT = colour('#c7402c');
const TROUSERS = colour('#2f3d5c');
const TROUSERS_BAND = colour('#26324d');
const SOCK = colour('#d8d4cb');
const SOCK_DARK = colour('#8d939c');
const HAIR = colour('#3a2a22');
const BROW = colour('#3d2c23');
const WHITE = colour('#e6e0d8');
const IRIS = colour('#4a3526');
const LASH = colour('#2a1c16');
const BALL = colour('#4f7fa6');
const BALL_RING = colour('#3f6c92');
const WOOD = colour('#a9825a');
const WALL = colour('#75888b');
const SKIRTING = colour('#93a09e');

/** Height of the shirt's hem above the hip joints, in metres. */
const HEM = 0.062;

/** The colour of a piece of surface. Borders are hard, and the renderer's samples smooth them. */
export function paint(owner: number, a: number, b: number, c: number, d: number): Colour {
  switch (owner) {
    case Owner.Trunk:
    case Owner.Neck:
      return trunk(a, b, c, d);
    case Owner.ArmLeft:
    case Owner.ArmRight:
      return a < SLEEVE - 0.012 ? SHIRT : a < SLEEVE ? SHIRT_BAND : SKIN;
    case Owner.LegLeft:
    case Owner.LegRight:
      return TROUSERS;
    case Owner.Cuff:
      return c > -0.014 ? TROUSERS_BAND : TROUSERS;
    case Owner.Sock:
      return a > 0.128 || (a < -0.022 && b < -0.018) ? SOCK_DARK : SOCK;
    case Owner.Head:
      return face(a, b, c);
    case Owner.Hair:
      return HAIR;
    case Owner.Ball:
      return Math.abs(((Math.abs(a) * 4.5) % 1) - 0.5) < 0.07 ? BALL_RING : BALL;
    case Owner.Wood:
      return WOOD;
    case Owner.Wall:
      return b < 0.09 ? SKIRTING : WALL;
    default:
      return SKIN;
  }
}

function trunk(s: number, across: number, collar: number, forward: number): Colour {
  if (collar > 0) return SKIN;
  if (s < HEM) return s > HEM - 0.006 ? TROUSERS_BAND : TROUSERS;
  if (forward < 0 && Math.abs(across) < 0.009 && collar < -0.014) return ACCENT;
  if (Math.abs(forward + 0.004) < 0.0075 && s < 0.4) return ACCENT;
  return collar > -0.014 || s < HEM + 0.01 ? SHIRT_BAND : SHIRT;
}

function face(x: number, y: number, z: number): Colour {
  if (z < 0.045) return SKIN;
  const side = Math.abs(x);
  const ex = side - EYE[0] - 0.001;
  const ey = y - EYE[1];
  const open = 1 - (ex / 0.0145) ** 2;
  if (open > 0) {
    const lid = ey > 0 ? 0.0072 * open : -0.0052 * open;
    if (Math.abs(ey) < Math.abs(lid)) {
      const r = Math.hypot(ex + 0.001, ey - 0.0006);
      if (r < 0.0026) return LASH;
      return r < 0.006 ? IRIS : WHITE;
    }
    if (ey > 0 && ey < lid + 0.0022) return LASH;
  }
  const arch = 0.069 - (side < 0.03 ? 1.6 : 4.5) * (side - 0.03) ** 2 * 3.2;
  const thick = 0.0027 * (1 - smoothstep(0.036, 0.056, side) * 0.6);
  if (side > 0.013 && side < 0.053 && Math.abs(y - arch) < thick) return BROW;
  if (z > 0.07 && side < 0.0205) {
    const corner = 1 - (side / 0.0205) ** 2;
    const line = -0.0278 + 0.0034 * (1 - corner);
    if (Math.abs(y - line) < 0.0009) return LASH;
    if (y > line ? y < line + 0.0068 * corner : y > line - 0.0082 * corner) return LIP;
  }
  return SKIN;
}
