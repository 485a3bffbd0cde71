/**
 * How large a QR code must be drawn for the room: one tenth of the distance from which a phone
 * reads it. Pure: centimetres come in, pixels at 1920 × 1080 go out.
 */

/** From how far one looks; a phone reads no code from farther than three metres. */
export const DISTANCES = [2, 3, 'farther'] as const;
export type Distance = (typeof DISTANCES)[number];

/** Usual screens, inches (ours). */
export const DIAGONALS = [24, 32, 40, 43, 50, 55, 65, 75, 85, 98] as const;

export interface Viewing {
  /** Metres. */
  distance: Distance;
  /** Of the screen, inches. */
  inches: number;
}

/** Ours: a sofa, and the size most sets are sold in. */
export const DEFAULT_VIEWING: Readonly<Viewing> = { distance: 3, inches: 55 };

/** What a centre says of its screens, metres and inches. */
interface CentreScreen {
  diagonalInches: number;
  distanceMetres: number;
}

/** Half a metre that isn't asked for makes a code larger; one that is missing makes it unreadable. */
const distanceOf = (metres: number): Distance => (metres <= 2 ? 2 : metres <= 3 ? 3 : 'farther');

/** The room of a set: as it was told there, else as its centre says, else as is usual. */
export function viewingOf(own: Viewing | undefined, screen: CentreScreen | undefined): Viewing {
  if (own) return own;
  if (!screen) return DEFAULT_VIEWING;
  return { distance: distanceOf(screen.distanceMetres), inches: screen.diagonalInches };
}

export const CM_PER_INCH = 2.54;

/** Light modules around a code, on each side (ISO/IEC 18004). */
export const QUIET_MODULES = 4;

/** Share of the distance that a code's side must have. */
const SIDE_SHARE = 1 / 10;

/** A 16 : 9 screen's height as a share of its diagonal, and its lines. */
const HEIGHT_SHARE = 9 / Math.hypot(16, 9);
const LINES = 1080;

/** Whole pixels, so that every edge is sharp. */
export interface QrSize {
  /** Side of one module. */
  module: number;
  /** Side of it all, quiet zone included. */
  side: number;
}

/** `farther`: no phone reads it from there. `small`: the screen has no room for one that large. */
export type QrFitting = QrSize | { cannot: 'farther' | 'small' };

/** Pixels of a length on a screen of 16 : 9 with 1080 lines. */
export const pixelsOf = (cm: number, inches: number): number =>
  (cm / (inches * CM_PER_INCH * HEIGHT_SHARE)) * LINES;

/**
 * @param modules along the code's side, without its quiet zone
 * @param room side of the square there is for it, px
 */
export function fitQr({ distance, inches }: Viewing, modules: number, room: number): QrFitting {
  if (distance === 'farther') return { cannot: 'farther' };
  const least = pixelsOf(distance * 100 * SIDE_SHARE, inches);
  // A hair less is no less: half a thousandth is the rounding of the inch.
  const module = Math.max(1, Math.ceil(least / modules - 0.0005));
  const side = module * (modules + 2 * QUIET_MODULES);
  return side > room ? { cannot: 'small' } : { module, side };
}
