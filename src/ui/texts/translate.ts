/** The app's own words, from `static/texts/<language>.json`. */
import type nl from '../../../static/texts/nl.json';

/** Key of a text in the language file. */
export type TextKey = keyof typeof nl;

/** Stems of texts that come in singular and plural. */
export type CountKey = {
  [Key in TextKey]: Key extends `${infer Stem}.one` ? Stem : never;
}[TextKey];

/** What the placeholders of a text are filled with. */
export type Values = Record<string, string | number>;

/** Says a text in the language of the app. */
export interface Translate {
  /** A text with its `{placeholders}` filled in; a text that is missing shows its key. */
  (key: TextKey, values?: Values): string;
  /** The singular for 1, else the plural; `{n}` is the number. */
  count(stem: CountKey, n: number, values?: Values): string;
}

/** @param texts what the language file held */
export function translator(texts: Readonly<Record<string, string>>): Translate {
  const say = (key: string, values: Values = {}): string =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? String(values[name]) : whole,
    );
  return Object.assign((key: TextKey, values?: Values) => say(key, values), {
    count: (stem: CountKey, n: number, values?: Values) =>
      say(`${stem}.${n === 1 ? 'one' : 'other'}`, { n, ...values }),
  });
}

/** A routine's title is a key of the texts, or a name as someone chose it. */
export const isTextKey = (title: string): title is TextKey => /^[a-z]+\.[a-zA-Z.]+$/.test(title);
