/**
 * Phrases for voice and captions: a key of the language file, and values for its placeholders. The
 * text to show or speak and the recorded clips both come from one phrase, so they cannot differ.
 */
import type { SpokenPhase } from '../catalogue/phases';
import type { Position } from '../catalogue/types';
import { fingerprint } from './fingerprint';
import type { Side } from './types';

/** Keys of `static/texts/<language>.json` that voice and captions use. */
export type PhraseKey =
  | 'voice.plain'
  | 'voice.count'
  | 'voice.repetition'
  | 'voice.halfway'
  | 'voice.twoMore'
  | `voice.first.${Side}`
  | `voice.now.${Side}`
  | 'voice.sets'
  | 'voice.nextSet'
  | 'voice.next'
  | `voice.next.${Position}`
  | `count.${'times' | 'seconds' | 'minutes'}.${'one' | 'other'}`
  | `phase.${SpokenPhase}`
  | `side.${Side}`
  | `position.${Position}`;

export interface Phrase {
  key: PhraseKey;
  /**
   * A number has a clip of its own. A text comes from the catalogue and has a clip of its own too.
   */
  values?: Record<string, number | string>;
}

/** The text of the language under a key, with its `{placeholders}` unfilled. */
export type Template = (key: PhraseKey) => string;

export const phrase = (key: PhraseKey, values?: Phrase['values']): Phrase =>
  values ? { key, values } : { key };

/** A phrase that consists of words of the catalogue, unchanged. */
export const plain = (text: string): Phrase => phrase('voice.plain', { text });

/** A number with its unit: "1 keer", "15 keer". */
export const counted = (stem: 'times' | 'seconds' | 'minutes', n: number): Phrase =>
  phrase(`count.${stem}.${n === 1 ? 'one' : 'other'}`, { n });

/** The phrase's words, with its placeholders filled. */
export const phraseText = (template: Template, { key, values = {} }: Phrase): string =>
  template(key).replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );

/** A text as the voice speaks it: "15x" becomes "15 keer", and signs are not read as words. */
export const speakable = (template: Template, text: string): string =>
  text
    .replace(/\b(\d+)x/g, (_, n: string) => phraseText(template, counted('times', Number(n))))
    .replace(/[‘“”„‚«»"]|’(?!\w)/g, '')
    .replace(/\s*[()=]\s*/g, ', ')
    .replace(/(?:,\s*)+([.,!?]|$)/g, '$1')
    .replace(/^[\s,]+/, '')
    .replace(/\s*[/+]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Several phrases as one text, each a sentence: "Rust. Hierna reeks 2 van 2."
 * @param say gives a phrase's words
 */
export function sentenceText(say: (one: Phrase) => string, says: readonly Phrase[]): string {
  const texts = says.map(say);
  if (texts.length === 1) return texts[0] as string;
  return texts.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** Longest readable part of a clip's name, characters. */
const STEM = 40;

/** Name of the clip of a catalogue's words: `text-strek-uit`; long ones are cut and fingerprinted. */
export function textClip(text: string): string {
  const slug = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length > 0 && slug.length <= STEM) return `text-${slug}`;
  return `text-${slug.slice(0, STEM).replace(/-$/, '')}-${fingerprint(text).toString(36)}`;
}

/** Name of the clip of a number. */
export const numberClip = (n: number): string => `number-${n}`;

/** One clip and its words. The words of a number are its digits. */
export interface ClipPart {
  clip: string;
  text: string;
}

const hasLetters = (text: string): boolean => /[a-zà-öø-ÿ]/i.test(text);

/**
 * The clips of a phrase: each number is one, and so are the fixed words before, between and after
 * the placeholders. A phrase without placeholders is one clip with the name of its key. Pieces of
 * fixed words are `key-1` and `key-2`.
 */
export function phraseClips(template: Template, { key, values = {} }: Phrase): ClipPart[] {
  // The split puts fixed words at even places and names of placeholders at odd ones.
  const pieces = template(key).split(/\{(\w+)\}/);
  const fixed = pieces.filter((piece, at) => at % 2 === 0 && hasLetters(piece)).length;
  const parts: ClipPart[] = [];
  let place = 0;
  pieces.forEach((piece, at) => {
    if (at % 2 === 0) {
      if (!hasLetters(piece)) return;
      place += 1;
      parts.push({
        clip: fixed === 1 ? key : `${key}-${place}`,
        text: piece.replace(/^[\s,:;]+|[\s,:;]+$/g, ''),
      });
      return;
    }
    const value = values[piece];
    if (typeof value === 'number') parts.push({ clip: numberClip(value), text: String(value) });
    else if (value !== undefined) parts.push({ clip: textClip(value), text: value });
  });
  return parts;
}

/** The end of a sentence: its mark, then a capital (with or without accent) or a digit. */
const SENTENCE_END = /[.!?](?:['’”)“‘]|\u00a0?»)*\s+(?=[A-ZÀ-ÖØ-Þ0-9‘“‚„«(])/;

/** A paragraph's sentences, in order. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  const ends = new RegExp(SENTENCE_END, 'g');
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    const to = end.index + end[0].length;
    sentences.push(text.slice(from, to).trim());
    from = to;
  }
  sentences.push(text.slice(from).trim());
  return sentences;
}
