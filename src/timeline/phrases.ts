/**
 * What voice and captions say, as keys of the language file with what fills their placeholders.
 * From one phrase come the text to show or speak and the recorded clips to play, so the two can't
 * differ.
 */
import type { SpokenPhase } from '../catalogue/phases';
import type { Position } from '../catalogue/types';
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
  /** A number is said by its own clip; a text is the catalogue's, and has a clip of its own. */
  values?: Record<string, number | string>;
}

/** A text of the language, by its key, with its `{placeholders}` as they are. */
export type Template = (key: PhraseKey) => string;

export const phrase = (key: PhraseKey, values?: Phrase['values']): Phrase =>
  values ? { key, values } : { key };

/** Words of the catalogue, as they are. */
export const plain = (text: string): Phrase => phrase('voice.plain', { text });

/** "1 keer", "15 keer". */
export const counted = (stem: 'times' | 'seconds' | 'minutes', n: number): Phrase =>
  phrase(`count.${stem}.${n === 1 ? 'one' : 'other'}`, { n });

/** The phrase's words. */
export const phraseText = (template: Template, { key, values = {} }: Phrase): string =>
  template(key).replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );

/** A text as it is spoken: "15x" is "15 keer", and no sign is read out as a word. */
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
 * Several phrases as one text: each is a sentence. "Rust. Hierna reeks 2 van 2."
 * @param say a phrase's words
 */
export function sentenceText(say: (one: Phrase) => string, says: readonly Phrase[]): string {
  const texts = says.map(say);
  if (texts.length === 1) return texts[0] as string;
  return texts.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** Longest readable stem of a clip's name, characters. */
const STEM = 40;

/** FNV-1a, 32 bits, in base 36: tells long texts apart that begin alike. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

/** Name of the clip of a catalogue's words: `text-strek-uit`; long ones are cut and fingerprinted. */
export function textClip(text: string): string {
  const slug = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length > 0 && slug.length <= STEM) return `text-${slug}`;
  return `text-${slug.slice(0, STEM).replace(/-$/, '')}-${fingerprint(text)}`;
}

/** Name of a number's clip. */
export const numberClip = (n: number): string => `number-${n}`;

/** One clip, and the words it says; a number's are its digits. */
export interface ClipPart {
  clip: string;
  text: string;
}

const hasLetters = (text: string): boolean => /[a-zà-öø-ÿ]/i.test(text);

/**
 * A phrase cut into clips: its fixed words around the placeholders, each number by itself.
 * A phrase without placeholders is the clip of its key; one cut in two is `key-1` and `key-2`.
 */
export function phraseClips(template: Template, { key, values = {} }: Phrase): ClipPart[] {
  // The split leaves fixed words at even places and placeholders' names at odd ones.
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

/** Where a sentence ends: its mark, and a capital (accents too) or a number after it. */
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
