/** What must be recorded for a language: every clip that the app may ask for, and its words. */
import { type Fields, isObject } from '../../src/catalogue/json';
import { SPOKEN_PHASES } from '../../src/catalogue/phases';
import {
  type ClipPart,
  numberClip,
  type PhraseKey,
  phraseClips,
  plain,
  sentencesOf,
  speakable,
} from '../../src/timeline/phrases';

/** Highest number that has a clip: for counts, repetitions, seconds. */
export const NUMBERS = 60;

const SIDES = ['left', 'right'];
const POSITIONS = [
  'supine',
  'prone',
  'sideLying',
  'handsAndKnees',
  'kneeling',
  'halfKneeling',
  'sitting',
  'standing',
  'onBall',
];

/**
 * Every key of the language file that voice and captions use. A test compares the list with the
 * type.
 */
export const PHRASE_KEYS: PhraseKey[] = [
  'voice.repetition',
  'voice.halfway',
  'voice.twoMore',
  'voice.sets',
  'voice.nextSet',
  'voice.next',
  ...SIDES.flatMap((side) => [`voice.first.${side}`, `voice.now.${side}`, `side.${side}`]),
  ...POSITIONS.flatMap((where) => [`position.${where}`, `voice.next.${where}`]),
  ...['times', 'seconds', 'minutes'].flatMap((unit) => [
    `count.${unit}.one`,
    `count.${unit}.other`,
  ]),
  ...SPOKEN_PHASES.map((one) => `phase.${one}`),
] as PhraseKey[];

/** Entries of a list, or of a record by id: a catalogue has the one, its translation the other. */
const entries = (value: unknown): Fields[] =>
  (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []).filter(isObject);

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** Words of a catalogue or translation that the voice may say. */
export function catalogueWords(catalogue: unknown): string[] {
  const exercises = isObject(catalogue) ? entries(catalogue.exercises) : [];
  const words = exercises.flatMap((exercise) => [
    ...strings(exercise.shortTitle),
    ...strings(exercise.instruction).flatMap(sentencesOf),
    ...entries(exercise.variants).flatMap(({ text }) => strings(text).flatMap(sentencesOf)),
    ...entries(exercise.parts).flatMap((part) => [
      ...strings(part.title),
      ...strings(part.words),
      ...entries(part.movement).flatMap(({ word }) => strings(word)),
    ]),
  ]);
  return [...new Set(words)];
}

/**
 * The clips of a language by name, each with the words to record.
 * @param texts contents of the language file
 * @param words words of the catalogues in this language (`catalogueWords`)
 */
export function voiceList(
  texts: Readonly<Record<string, string>>,
  words: readonly string[],
): Map<string, string> {
  const template = (key: PhraseKey) => texts[key] ?? key;
  const parts: ClipPart[] = [
    ...PHRASE_KEYS.filter((key) => key in texts).flatMap((key) => phraseClips(template, { key })),
    ...Array.from({ length: NUMBERS }, (_, n) => ({ clip: numberClip(n + 1), text: `${n + 1}` })),
    ...words.flatMap((text) => phraseClips(template, plain(text))),
  ];
  return new Map(parts.map(({ clip, text }) => [clip, speakable(template, text)]));
}
