/**
 * The size of a QR code for a room. Its side is one tenth of the distance from which a phone reads
 * it. Pure: distances in metres and sizes in inches come in, pixels at 1920 × 1080 go out.
 */

/**
 * Distances between viewer and screen, metres. From more than three metres no phone reads a code.
 */
export const DISTANCES = [2, 3, 'farther'] as const;
export type Distance = (typeof DISTANCES)[number];

/** Usual diagonals of screens, inches (ours). */
export const DIAGONALS = [24, 32, 40, 43, 50, 55, 65, 75, 85, 98] as const;

export interface Viewing {
  /** Metres. */
  distance: Distance;
  /** Diagonal of the screen, inches. */
  inches: number;
}

/** Default (ours): a sofa, and the most usual size of a set. */
const DEFAULT_VIEWING: Readonly<Viewing> = { distance: 3, inches: 55 };

/** A centre's data about its screens, metres and inches. */
interface CentreScreen {
  diagonalInches: number;
  distanceMetres: number;
}

/**
 * The next larger distance. Half a metre too much only enlarges a code. Half a metre too little
 * makes it unreadable.
 */
const distanceOf = (metres: number): Distance => (metres <= 2 ? 2 : metres <= 3 ? 3 : 'farther');

/** The room of a set: its own setting, else the centre's, else the default. */
export function viewingOf(own: Viewing | undefined, screen: CentreScreen | undefined): Viewing {
  if (own) return own;
  if (!screen) return DEFAULT_VIEWING;
  return { distance: distanceOf(screen.distanceMetres), inches: screen.diagonalInches };
}

export const CM_PER_INCH = 2.54;

/** Light modules around a code, on each side (ISO/IEC 18004). */
export const QUIET_MODULES = 4;

/** Side of a code as a share of the distance. */
const SIDE_SHARE = 1 / 10;

/** Height of a 16 : 9 screen as a share of its diagonal, and its number of lines. */
const HEIGHT_SHARE = 9 / Math.hypot(16, 9);
const LINES = 1080;

/** Size of a code in whole pixels, so that every edge is sharp. */
export interface QrSize {
  /** Side of one module, px. */
  module: number;
  /** Side of the code with its quiet zone, px. */
  side: number;
}

/** `farther`: a phone cannot read it from there. `small`: the screen has too little room. */
export type QrFitting = QrSize | { cannot: 'farther' | 'small' };

/** A length in cm as pixels of a 16 : 9 screen with 1080 lines. */
export const pixelsOf = (cm: number, inches: number): number =>
  (cm / (inches * CM_PER_INCH * HEIGHT_SHARE)) * LINES;

/**
 * The size of a code.
 * @param modules number along the code's side, without its quiet zone
 * @param room side of the available square, px
 */
export function fitQr({ distance, inches }: Viewing, modules: number, room: number): QrFitting {
  if (distance === 'farther') return { cannot: 'farther' };
  const least = pixelsOf(distance * 100 * SIDE_SHARE, inches);
  // Half a thousandth of a module is tolerance for the rounding of the inch.
  const module = Math.max(1, Math.ceil(least / modules - 0.0005));
  const side = module * (modules + 2 * QUIET_MODULES);
  return side > room ? { cannot: 'small' } : { module, side };
}
