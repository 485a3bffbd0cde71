/** A dose in words. Wording only: every number comes from the catalogue as it is. */
import type { Dose, Exercise, Part } from '../../catalogue/types';
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

/** For a tile: "2 × 15", "20×", "10 tellen", "30 s". */
export function doseBadge(t: Translate, exercise: Exercise): string {
  const { dose } = exercise.parts[0];
  const { durationSeconds: seconds, holdCounts, holdSeconds, reps = 1, sets } = dose;
  if (seconds !== undefined) {
    return seconds >= MINUTE && seconds % MINUTE === 0
      ? t('dose.short.minutes', { n: seconds / MINUTE })
      : t('dose.short.seconds', { n: seconds });
  }
  if (sets === 1 && reps === 1) {
    if (holdCounts !== undefined) return t('dose.short.counts', { n: holdCounts });
    if (holdSeconds !== undefined) return t('dose.short.seconds', { n: holdSeconds });
  }
  return sets > 1 ? t('dose.sets', { sets, reps }) : t('dose.short.times', { n: reps });
}

/** In one line, for what comes next: "2 × 15, 3 tellen aanhouden". */
export function doseSentence(t: Translate, part: Part): string {
  const { dose } = part;
  const { reps = 1, sets } = dose;
  const held = hold(t, dose);
  const said: string[] = [];
  if (dose.durationSeconds !== undefined) said.push(duration(t, dose.durationSeconds));
  else if (sets > 1) said.push(t('dose.sets', { sets, reps }));
  else if (reps > 1 || !held) said.push(t.count('count.times', reps));
  if (held) said.push(t('dose.hold', { hold: held }));
  if (dose.sides === 'each') said.push(t('dose.each'));
  return said.join(', ');
}

/** All parts in one line: "Vooruit 30 seconden, achteruit 30 seconden". */
export function exerciseDose(t: Translate, { parts }: Exercise): string {
  const said = parts.map((part) =>
    [parts.length > 1 ? (part.title ?? '').toLowerCase() : '', doseSentence(t, part)]
      .filter(Boolean)
      .join(' '),
  );
  return capital(said.join(', '));
}

/** The lines of one part on the exercise's page, each marked when its number is ours. */
export function doseLines(t: Translate, part: Part, isLast: boolean): DoseLine[] {
  const { dose } = part;
  const { reps = 1, sets } = dose;
  const isOurs = (...names: string[]) => names.some((name) => part.assumed.includes(name));
  const about = (name: string, text: string) =>
    part.about.includes(name) ? t('dose.about', { dose: text }) : text;
  const lines: DoseLine[] = [];
  const add = (text: string, ours: boolean) => lines.push({ text, ours });
  const held = hold(t, dose);

  if (dose.durationSeconds !== undefined) {
    add(
      about('durationSeconds', duration(t, dose.durationSeconds)),
      isOurs('durationSeconds', 'sets'),
    );
  } else if (sets > 1) {
    const times = t.count('count.times', reps);
    add(about('reps', t('dose.setsLong', { sets, reps: times })), isOurs('sets', 'reps'));
  } else if (reps > 1 || !held) {
    add(about('reps', t.count('count.times', reps)), isOurs('reps', 'sets'));
  }
  if (held) {
    const name = dose.holdCounts === undefined ? 'holdSeconds' : 'holdCounts';
    add(t('dose.hold', { hold: about(name, held) }), isOurs(name));
  }
  if (dose.sides !== 'none') {
    add(t(dose.sides === 'each' ? 'dose.each' : 'dose.alternate'), isOurs('sides'));
  }
  if (sets > 1 || !isLast) {
    const seconds = duration(t, dose.restSeconds);
    add(t(sets > 1 ? 'dose.rest' : 'dose.restPart', { seconds }), isOurs('restSeconds'));
  }
  return lines.map((line) => ({ ...line, text: capital(line.text) }));
}

/** With a capital first. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
