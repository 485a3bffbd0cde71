/** The patient's preferences for text size, contrast and motion. Pure data. */

/** From small to large. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Preferences that the patient has chosen. An absent one follows the set. */
export interface DisplaySettings {
  textSize?: TextSize;
  highContrast?: boolean;
  reducedMotion?: boolean;
}

/** The preferences in effect: none is absent. */
export type DisplayPreferences = Required<DisplaySettings>;

/** The set's own settings, where it has them. */
export type DisplayWishes = Pick<DisplayPreferences, 'highContrast' | 'reducedMotion'>;

/** The patient's choice, else the set's setting, else normal text, normal contrast and motion. */
export const displayPreferencesOf = (
  chosen: DisplaySettings,
  set: DisplayWishes,
): DisplayPreferences => ({
  textSize: chosen.textSize ?? 'normal',
  highContrast: chosen.highContrast ?? set.highContrast,
  reducedMotion: chosen.reducedMotion ?? set.reducedMotion,
});
