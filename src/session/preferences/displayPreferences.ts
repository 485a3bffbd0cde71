/** How large one reads, and how strongly and calmly the screen is drawn: the patient's choice. Pure data. */

/** From small to large. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** What was chosen; what is absent follows the set. */
export interface DisplaySettings {
  textSize?: TextSize;
  highContrast?: boolean;
  reducedMotion?: boolean;
}

/** What holds: every choice made. */
export type DisplayPreferences = Required<DisplaySettings>;

/** What the set itself wishes, where it says so. */
export type DisplayWishes = Pick<DisplayPreferences, 'highContrast' | 'reducedMotion'>;

/** The patient's choice before the set's wish; without either, normal text that moves. */
export const displayPreferencesOf = (
  chosen: DisplaySettings,
  set: DisplayWishes,
): DisplayPreferences => ({
  textSize: chosen.textSize ?? 'normal',
  highContrast: chosen.highContrast ?? set.highContrast,
  reducedMotion: chosen.reducedMotion ?? set.reducedMotion,
});
