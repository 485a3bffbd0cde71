/** Hints at the word that was meant: the nearest one, or the format's word for one of the app's own languages. */

import type { CatalogueProblem } from '../../src/catalogue/problems';
import { WEEKDAYS } from '../../src/session/centre/openingHours';
import de from '../../static/texts/de.json';
import en from '../../static/texts/en.json';
import fr from '../../static/texts/fr.json';
import nl from '../../static/texts/nl.json';
import { centreSchemaText, jsonSchemaText, translationSchemaText } from './jsonSchema';

/** Words that people write, and the format's own. The texts of the app have no word for these. */
const MORE: Readonly<Record<string, string>> = {
  ruglig: 'supine',
  rug: 'supine',
  buiklig: 'prone',
  buik: 'prone',
  zijlig: 'sideLying',
  zit: 'sitting',
  zitten: 'sitting',
  staan: 'standing',
  stand: 'standing',
  zitbal: 'ball',
  bal: 'ball',
  basis: 'basic',
  gevorderd: 'advanced',
  moeilijker: 'harder',
  wachtzaal: 'waiting-room',
  wachtkamer: 'waiting-room',
  'salle d’attente': 'waiting-room',
  wartezimmer: 'waiting-room',
  waitingroom: 'waiting-room',
  thuis: 'home',
  groep: 'group',
  groupe: 'group',
  gruppe: 'group',
  links: 'left',
  rechts: 'right',
  beide: 'each',
  afwisselend: 'alternate',
  naam: 'name',
  taal: 'language',
  talen: 'languages',
  oefeningen: 'exercises',
  titel: 'title',
  herhalingen: 'reps',
  reeksen: 'sets',
  openingsuren: 'openingHours',
};

/** The format's word for each of the app's texts about it: `chair` for `equipment.chair`. */
function ownWords(): Map<string, string> {
  const words = new Map(Object.entries(MORE));
  for (const texts of [nl, en, fr, de]) {
    for (const [key, text] of Object.entries(texts)) {
      const [, word] = /^(?:position|equipment|level|side)\.(\w+)$/.exec(key) ?? [];
      if (word) words.set(text.toLowerCase(), word);
      const [, start] = /^weekday\.(mon|tue|wed|thu|fri|sat|sun)$/.exec(key) ?? [];
      const day = start && WEEKDAYS.find((one) => one.startsWith(start));
      if (day) words.set(text.toLowerCase(), day);
    }
  }
  return words;
}

/** Names of all fields of the formats. */
function fieldNames(): string[] {
  const names = new Set<string>();
  const gather = (schema: unknown) => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties } = schema as { properties?: object };
    for (const name of Object.keys(properties ?? {})) names.add(name);
    for (const inner of Object.values(schema)) gather(inner);
  };
  for (const text of [centreSchemaText(), jsonSchemaText(), translationSchemaText()])
    gather(JSON.parse(text));
  return [...names];
}

/** Number of letters to add, take out, replace or swap with their neighbour, to make one word the other. */
export function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    const above = rows[i - 1] as number[];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, (rows[i - 2]?.[j - 2] as number) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] as number;
}

let words: Map<string, string> | undefined;

/** The nearest of these words; undefined where none is near. */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  words ??= ownWords();
  const small = word.toLowerCase();
  const meant = words.get(small);
  if (meant !== undefined && choices.includes(meant)) return meant;
  // Two letters are near any two others.
  const most = word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
  let best: { choice: string; letters: number } | undefined;
  for (const choice of choices) {
    if (Math.abs(choice.length - word.length) > most) continue;
    const letters = distance(small, choice.toLowerCase());
    if (letters <= most && letters < (best?.letters ?? most + 1)) best = { choice, letters };
  }
  return best?.choice;
}

/** The words that could stand where a problem is, and the one that does; undefined where it is about no word. */
function wordsOf(
  { sentence }: CatalogueProblem,
  exercises: readonly string[],
): [string, readonly string[]] | undefined {
  const listed = /expected one of ((?:"[^"]*"(?:, )?)+), got "([^"]*)"$/.exec(sentence);
  if (listed) return [listed[2] as string, JSON.parse(`[${listed[1]}]`) as string[]];
  const [, name] = /([\w$-]+)"?\]?: is not a field of this format$/.exec(sentence) ?? [];
  if (name) return [name, fieldNames()];
  const [, id] = /no catalogue has an exercise "([^"]*)"$/.exec(sentence) ?? [];
  return id ? [id, exercises] : undefined;
}

/**
 * The sentence of a problem, with the word that was probably meant.
 * @param exercises ids of the exercises that there are
 */
export function sentenceWithHint(
  problem: CatalogueProblem,
  exercises: readonly string[] = [],
): string {
  const [word, choices] = wordsOf(problem, exercises) ?? [];
  const meant = word && choices && nearest(word, choices);
  return meant && meant !== word
    ? `${problem.sentence}; did you mean "${meant}"?`
    : problem.sentence;
}
