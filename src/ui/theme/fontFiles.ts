/** Font files. The build copies them to the static folder, and the start script loads them early. */

export const FONT_WEIGHTS = [400, 600] as const;

/** @returns path below the static folder */
export const fontFile = (weight: (typeof FONT_WEIGHTS)[number]): string =>
  `fonts/lexend-${weight}.woff2`;
