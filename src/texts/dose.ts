/** Describes a dose in words. Every number comes from the catalogue unchanged. */
import type { Dose, Exercise, Part } from '../catalogue/types';
import type { Translate } from './translate';

/** One line of the dose on the exercise's page. */
export interface DoseLine {
  text: string;
  /** True if a number in it is ours and not the brochure's. */
  ours: boolean;
}

const MINUTE = 60;

const duration = (t: Translate, seconds: number): string =>
  seconds >= MINUTE && seconds % MINUTE === 0
    ? t.count('count.minutes', seconds / MINUTE)
    : t.count('count.seconds', seconds);

/** "3 tellen" or "15 seconden"; undefined for a dose without a hold. */
function hold(t: Translate, dose: Dose): string | undefined {
  if (dose.holdCounts !== undefined) return t.count('count.counts', dose.holdCounts);
  if (dose.holdSeconds !== undefined) return t.count('count.seconds', dose.holdSeconds);
  return undefined;
}

const isOurs = (part: Part, ...names: (keyof Dose)[]): boolean =>
  names.some((name) => part.assumed.includes(name));

const HOLDS = ['holdCounts', 'holdSeconds'] as const;

/** The kind of a set: an effort for a time, one hold, or a number of repetitions. */
type SetKind = 'timed' | 'hold' | 'repetitions';

function kindOf({ durationSeconds, holdCounts, holdSeconds, reps = 1 }: Dose): SetKind {
  if (durationSeconds !== undefined) return 'timed';
  const isHeld = holdCounts !== undefined || holdSeconds !== undefined;
  return isHeld && reps === 1 ? 'hold' : 'repetitions';
}

/** "2 min" or "30 s". */
const shortDuration = (t: Translate, seconds: number): string =>
  seconds >= MINUTE && seconds % MINUTE === 0
    ? t('dose.short.minutes', { n: seconds / MINUTE })
    : t('dose.short.seconds', { n: seconds });

/**
 * The dose for a tile: "2 × 15", "20×", "10 tellen", "2 × 30 s". It is marked as ours when a number in it is
 * ours.
 */
export function doseBadge(t: Translate, { parts: [part] }: Exercise): DoseLine {
  const { dose } = part;
  const { durationSeconds, holdCounts, holdSeconds, reps = 1, sets } = dose;
  const line = (one: string, ...names: (keyof Dose)[]): DoseLine =>
    sets > 1
      ? { text: t('dose.sets', { sets, reps: one }), ours: isOurs(part, 'sets', ...names) }
      : { text: one, ours: isOurs(part, ...names) };
  switch (kindOf(dose)) {
    case 'timed':
      return line(shortDuration(t, durationSeconds ?? 0), 'durationSeconds');
    case 'hold':
      return holdCounts === undefined
        ? line(shortDuration(t, holdSeconds ?? 0), ...HOLDS)
        : line(t.count('count.counts', holdCounts), ...HOLDS);
    case 'repetitions':
      if (sets > 1 && reps > 1) return line(String(reps), 'reps');
      return {
        text: t('dose.short.times', { n: sets * reps }),
        ours: isOurs(part, 'reps') || (sets > 1 && isOurs(part, 'sets')),
      };
  }
}

/**
 * The dose of one part in one line, for the announcement of the next exercise: "2 × 15, 3 tellen aanhouden", "2
 * × 20 seconden aanhouden". It is marked as ours when a number in it is ours.
 * @param isShort leaves out "aanhouden"
 */
export function doseSentence(t: Translate, part: Part, isShort = false): DoseLine {
  const { dose } = part;
  const { durationSeconds, reps = 1, sets } = dose;
  const held = hold(t, dose);
  const said: DoseLine[] = [];
  const about = (text: string, ...names: (keyof Dose)[]) =>
    names.some((name) => part.about.includes(name)) ? t('dose.about', { dose: text }) : text;
  const say = (text: string, ...names: (keyof Dose)[]) =>
    said.push({ text, ours: isOurs(part, ...names) });
  /** The words for one set, or for several sets. */
  const inSets = (one: string) => (sets > 1 ? t('dose.sets', { sets, reps: one }) : one);
  const ofSets: (keyof Dose)[] = sets > 1 ? ['sets'] : [];
  const sayHeld = (text: string, ...names: (keyof Dose)[]) =>
    say(isShort ? text : t('dose.hold', { hold: text }), ...HOLDS, ...names);
  switch (kindOf(dose)) {
    case 'timed':
      say(
        inSets(about(duration(t, durationSeconds ?? 0), 'durationSeconds')),
        'durationSeconds',
        ...ofSets,
      );
      break;
    case 'hold':
      sayHeld(inSets(about(held ?? '', ...HOLDS)), ...ofSets);
      break;
    case 'repetitions': {
      const times =
        sets > 1 && reps > 1 ? t('dose.sets', { sets, reps }) : t.count('count.times', sets * reps);
      say(about(times, 'sets', 'reps'), 'reps', ...ofSets);
      if (held) sayHeld(about(held, ...HOLDS));
    }
  }
  if (dose.sides === 'each') {
    say(about(t('dose.each'), 'sides'), 'sides');
  }
  return { text: said.map(({ text }) => text).join(', '), ours: said.some(({ ours }) => ours) };
}

/**
 * The dose of all parts in one line: "Vooruit 30 seconden, achteruit 30 seconden".
 * @param ofSets the brochure's number of sets, where the app took fewer to fit the time
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

/** The lines of one part for the exercise's page. A line is marked when its number is ours. */
export function doseLines(t: Translate, part: Part, isLast: boolean): DoseLine[] {
  const { dose } = part;
  const { reps = 1, sets } = dose;
  const about = (name: keyof Dose, text: string) =>
    part.about.includes(name) ? t('dose.about', { dose: text }) : text;
  const lines: DoseLine[] = [];
  const add = (text: string, ours: boolean) => lines.push({ text, ours });
  const held = hold(t, dose);
  const kind = kindOf(dose);
  const isSeveral = sets > 1 && (kind === 'timed' || reps > 1);
  const inSets = (one: string) => (isSeveral ? t('dose.setsLong', { sets, reps: one }) : one);
  if (kind === 'timed') {
    const time = about('durationSeconds', duration(t, dose.durationSeconds ?? 0));
    add(inSets(time), isOurs(part, 'durationSeconds', 'sets'));
  } else if (kind === 'repetitions' || sets > 1) {
    // Sets of one repetition read as a number of times.
    const times = t.count('count.times', isSeveral ? reps : sets * reps);
    add(about('reps', inSets(times)), isOurs(part, 'reps', 'sets'));
  }
  if (held && kind !== 'timed') {
    const name = dose.holdCounts === undefined ? 'holdSeconds' : 'holdCounts';
    add(t('dose.hold', { hold: about(name, held) }), isOurs(part, name));
  }
  if (dose.sides !== 'none') {
    add(t(dose.sides === 'each' ? 'dose.each' : 'dose.alternate'), isOurs(part, 'sides'));
  }
  if (sets > 1 || !isLast) {
    const seconds = duration(t, dose.restSeconds);
    add(t(isSeveral ? 'dose.rest' : 'dose.restPart', { seconds }), isOurs(part, 'restSeconds'));
  }
  return lines.map((line) => ({ ...line, text: capital(line.text) }));
}

/** The text with a capital as its first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
