/** The app's own words, from `static/texts/<language>.json`. */
import type nl from '../../static/texts/nl.json';
import { type Language, SOURCE_LANGUAGE } from './languages';

/** Key of a text in the language file. */
export type TextKey = keyof typeof nl;

/** Stems of texts that come in singular and plural. */
export type CountKey = {
  [Key in TextKey]: Key extends `${infer Stem}.one` ? Stem : never;
}[TextKey];

/** Values for the placeholders of a text. */
export type Values = Record<string, string | number>;

/** Gives texts in the language of the app. */
export interface Translate {
  /** A text with its `{placeholders}` filled. A missing text shows its key. */
  (key: TextKey, values?: Values): string;
  /**
   * The language's plural form for this number, or the general plural if there is none; `{n}` is
   * the number.
   */
  count(stem: CountKey, n: number, values?: Values): string;
  /** A number as the language writes it: "0,75". */
  number(n: number): string;
  /**
   * A name for the middle of a sentence: its first letter becomes small, except in languages where
   * nouns keep their capitals.
   */
  inSentence(name: string): string;
}

/**
 * Tells "one" from "other", by the engine's rules, or on old engines by the rules of our languages.
 */
export function pluralForm(language: Language): (n: number) => string {
  if (typeof Intl !== 'undefined' && typeof Intl.PluralRules === 'function') {
    const rules = new Intl.PluralRules(language);
    return (n) => rules.select(n);
  }
  // French counts 0 and 1.5 as singular; the others only 1.
  return (n) => ((language === 'fr' ? n >= 0 && n < 2 : n === 1) ? 'one' : 'other');
}

/**
 * Makes the texts of a language.
 * @param texts contents of the language file
 * @param language language of the rules for plurals, numbers and capitals
 */
export function translator(
  texts: Readonly<Record<string, string>>,
  language: Language = SOURCE_LANGUAGE,
): Translate {
  const form = pluralForm(language);
  // It is made when first needed, because that takes 20 ms, which would delay the start or a key
  // press.
  let numbers: Intl.NumberFormat | undefined;
  const say = (key: string, values: Values = {}): string =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
  return Object.assign((key: TextKey, values?: Values) => say(key, values), {
    count: (stem: CountKey, n: number, values?: Values) => {
      const key = `${stem}.${form(n)}`;
      return say(key in texts ? key : `${stem}.other`, { n, ...values });
    },
    number(n: number) {
      // Below a thousand all our languages write whole numbers alike.
      if (Number.isInteger(n) && Math.abs(n) < 1000) return String(n);
      numbers ??= new Intl.NumberFormat(language);
      return numbers.format(n);
    },
    inSentence: (name: string) => (language === 'de' ? name : name.toLowerCase()),
  });
}

/** Whether a routine's title is a key of the texts. Otherwise it is a name that a user chose. */
export const isTextKey = (title: string): title is TextKey => /^[a-z]+\.[a-zA-Z.]+$/.test(title);
