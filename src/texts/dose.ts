/** A dose in words. Wording only: every number comes from the catalogue as it is. */
import type { Dose, Exercise, Part } from '../catalogue/types';
import type { Translate } from './translate';

/** One line of the dose on the exercise's page. */
export interface DoseLine {
  text: string;
  /** The number in it is ours, not the brochure's. */
  ours: boolean;
}

const MINUTE = 60;

const duration = (t: Translate, seconds: number): string =>
  seconds >= MINUTE && seconds % MINUTE === 0
    ? t.count('count.minutes', seconds / MINUTE)
    : t.count('count.seconds', seconds);

/** "3 tellen" or "15 seconden"; nothing for a dose without a hold. */
function hold(t: Translate, dose: Dose): string | undefined {
  if (dose.holdCounts !== undefined) return t.count('count.counts', dose.holdCounts);
  if (dose.holdSeconds !== undefined) return t.count('count.seconds', dose.holdSeconds);
  return undefined;
}

const isOurs = (part: Part, ...names: (keyof Dose)[]): boolean =>
  names.some((name) => part.assumed.includes(name));

const HOLDS = ['holdCounts', 'holdSeconds'] as const;

/** For a tile: "2 × 15", "20×", "10 tellen", "30 s"; ours when the number shown is. */
export function doseBadge(t: Translate, { parts: [part] }: Exercise): DoseLine {
  const { durationSeconds: seconds, holdCounts, holdSeconds, reps = 1, sets } = part.dose;
  if (seconds !== undefined) {
    const isWhole = seconds >= MINUTE && seconds % MINUTE === 0;
    return {
      text: isWhole
        ? t('dose.short.minutes', { n: seconds / MINUTE })
        : t('dose.short.seconds', { n: seconds }),
      ours: isOurs(part, 'durationSeconds'),
    };
  }
  if (sets === 1 && reps === 1) {
    const ours = isOurs(part, ...HOLDS);
    if (holdCounts !== undefined) return { text: t('dose.short.counts', { n: holdCounts }), ours };
    if (holdSeconds !== undefined) {
      return { text: t('dose.short.seconds', { n: holdSeconds }), ours };
    }
  }
  return sets > 1
    ? { text: t('dose.sets', { sets, reps }), ours: isOurs(part, 'sets', 'reps') }
    : { text: t('dose.short.times', { n: reps }), ours: isOurs(part, 'reps') };
}

/**
 * In one line, for what comes next: "2 × 15, 3 tellen aanhouden"; ours when a number shown is.
 * @param isShort leaves "aanhouden" out
 */
export function doseSentence(t: Translate, part: Part, isShort = false): DoseLine {
  const { dose } = part;
  const { reps = 1, sets } = dose;
  const held = hold(t, dose);
  const said: DoseLine[] = [];
  const about = (text: string, ...names: (keyof Dose)[]) =>
    names.some((name) => part.about.includes(name)) ? t('dose.about', { dose: text }) : text;
  const say = (text: string, ...names: (keyof Dose)[]) =>
    said.push({ text, ours: isOurs(part, ...names) });
  const add = (text: string, ...names: (keyof Dose)[]) => say(about(text, ...names), ...names);
  if (dose.durationSeconds !== undefined) add(duration(t, dose.durationSeconds), 'durationSeconds');
  else if (sets > 1) add(t('dose.sets', { sets, reps }), 'sets', 'reps');
  else if (reps > 1 || !held) add(t.count('count.times', reps), 'reps');
  if (held) {
    const counted = about(held, ...HOLDS);
    say(isShort ? counted : t('dose.hold', { hold: counted }), ...HOLDS);
  }
  if (dose.sides === 'each') add(t('dose.each'), 'sides');
  return { text: said.map(({ text }) => text).join(', '), ours: said.some(({ ours }) => ours) };
}

/**
 * All parts in one line: "Vooruit 30 seconden, achteruit 30 seconden".
 * @param ofSets how many sets the brochure has, where the app took fewer to fit the time
 */
export function exerciseDose(t: Translate, { parts }: Exercise, ofSets?: number): DoseLine {
  const said = parts.map((part) => ({ part, ...doseSentence(t, part, parts.length > 1) }));
  const named = said.map(({ part, text }) =>
    [parts.length > 1 ? t.inSentence(part.title ?? '') : '', text].filter(Boolean).join(' '),
  );
  const fewer =
    ofSets === undefined ? [] : [t('dose.reduced', { sets: parts[0].dose.sets, all: ofSets })];
  return {
    text: capital([...fewer, ...named].join(', ')),
    ours: fewer.length > 0 || said.some(({ ours }) => ours),
  };
}

/** The lines of one part on the exercise's page, each marked when its number is ours. */
export function doseLines(t: Translate, part: Part, isLast: boolean): DoseLine[] {
  const { dose } = part;
  const { reps = 1, sets } = dose;
  const about = (name: keyof Dose, text: string) =>
    part.about.includes(name) ? t('dose.about', { dose: text }) : text;
  const lines: DoseLine[] = [];
  const add = (text: string, ours: boolean) => lines.push({ text, ours });
  const held = hold(t, dose);

  if (dose.durationSeconds !== undefined) {
    add(
      about('durationSeconds', duration(t, dose.durationSeconds)),
      isOurs(part, 'durationSeconds', 'sets'),
    );
  } else if (sets > 1) {
    const times = t.count('count.times', reps);
    add(about('reps', t('dose.setsLong', { sets, reps: times })), isOurs(part, 'sets', 'reps'));
  } else if (reps > 1 || !held) {
    add(about('reps', t.count('count.times', reps)), isOurs(part, 'reps', 'sets'));
  }
  if (held) {
    const name = dose.holdCounts === undefined ? 'holdSeconds' : 'holdCounts';
    add(t('dose.hold', { hold: about(name, held) }), isOurs(part, name));
  }
  if (dose.sides !== 'none') {
    add(t(dose.sides === 'each' ? 'dose.each' : 'dose.alternate'), isOurs(part, 'sides'));
  }
  if (sets > 1 || !isLast) {
    const seconds = duration(t, dose.restSeconds);
    add(t(sets > 1 ? 'dose.rest' : 'dose.restPart', { seconds }), isOurs(part, 'restSeconds'));
  }
  return lines.map((line) => ({ ...line, text: capital(line.text) }));
}

/** With a capital first. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
