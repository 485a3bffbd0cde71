/** The languages of the app. Each has its texts in `static/texts/<code>.json`. */

/**
 * Each language by its own name, which its speakers look for. The first one is the source of the
 * texts.
 */
export const LANGUAGES = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
} as const;

/** Language code of two letters. */
export type Language = keyof typeof LANGUAGES;

export const CODES = Object.keys(LANGUAGES) as Language[];

/** The language whose texts are bundled, so that it works when nothing else loads. */
export const SOURCE_LANGUAGE: Language = 'nl';
