/** The languages there are: each has its texts, `static/texts/<code>.json`. */

/** Each by its own name, as whoever speaks it looks for it. The first is the texts' source. */
export const LANGUAGES = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
} as const;

/** A code of two letters. */
export type Language = keyof typeof LANGUAGES;

export const CODES = Object.keys(LANGUAGES) as Language[];

/** The language whose texts are bundled: it is there when nothing else can be loaded. */
export const SOURCE_LANGUAGE: Language = 'nl';
