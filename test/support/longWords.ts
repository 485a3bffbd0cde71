/** A made-up catalogue and centre with words that no line holds, in every field that is shown. */
import { readFileSync } from 'node:fs';
import { characters } from '../../src/ui/theme/breaking';
import { staticFile } from './catalogue';

/** One text of every kind that has no place to end a line, or runs the other way. */
export const WORDS = {
  german: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  letters: 'abcdefghijklmnopqrstuvwxyzabcdefgh',
  chinese: '每天花幾分鐘在安靜的環境中有意識地練習，比每週一次長時間練習更好。',
  japanese: '腰部と背中を守るための毎日の体操を、静かな場所でゆっくりと続けましょう。',
  emoji: '👩‍👩‍👧‍👦🧘🏽‍♀️🏋️‍♂️🇧🇪🇳🇱🤸🏾💪🏻👩‍👩‍👧‍👦🧘🏽‍♀️🏋️‍♂️🇧🇪🇳🇱🤸🏾💪🏻👩‍👩‍👧‍👦🧘🏽‍♀️',
  hebrew: 'תרגילים יומיים לגב התחתון ולבטן, לביצוע בבית (על מזרן).',
  arabic: 'تمارين يومية لأسفل الظهر والبطن، في المنزل (على حصيرة).',
} as const;

const KINDS = Object.values(WORDS);

/** The fields of a catalogue that people read. */
const SHOWN = [
  'title',
  'shortTitle',
  'fullTitle',
  'text',
  'word',
  'caution',
  'instruction',
  'publisher',
];

/** How many characters a field takes at most. */
const MOST: Record<string, number> = { shortTitle: 34 };

/** The first characters of a text, none of them cut in two. */
function cut(text: string, most: number): string {
  let kept = '';
  for (const one of characters(text)) {
    if (kept.length + one.length > most) break;
    kept += one;
  }
  return kept.trim();
}

/** Each shown text gets another kind than the one before. @param key the field, where it is shown */
function replaced(value: unknown, key: string | undefined, next: () => string): unknown {
  if (typeof value === 'string') return key ? cut(next(), MOST[key] ?? 2000) : value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, key, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      replaced(one, SHOWN.includes(name) ? name : undefined, next),
    ]),
  );
}

/** The brochure's catalogue with such a text in every field that is shown, as a file. */
export function longCatalogue(): string {
  let at = 0;
  const next = () => {
    at += 1;
    // One more on each round, so that no field gets one kind alone.
    return KINDS[(at + Math.floor(at / KINDS.length)) % KINDS.length] as string;
  };
  const real = JSON.parse(readFileSync(staticFile('catalogue/thuisoefeningen-rug.json'), 'utf8'));
  return JSON.stringify(replaced(real, undefined, next));
}

/** A centre whose name and routines are such texts, as a file. */
export const longCentre = (): string =>
  JSON.stringify({
    name: cut(WORDS.german, 60),
    routines: KINDS.map((title, at) => ({
      id: `routine-${at}`,
      title: cut(title, 40),
      exercises: ['brug', 'zijplank'],
    })),
  });
