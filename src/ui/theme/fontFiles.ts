/** Files of the faces: the build lays them into the static folder, and the start script asks for them early. */

export const FONT_WEIGHTS = [400, 600] as const;

/** @returns where it lies below the static folder */
export const fontFile = (weight: (typeof FONT_WEIGHTS)[number]): string =>
  `fonts/lexend-${weight}.woff2`;
