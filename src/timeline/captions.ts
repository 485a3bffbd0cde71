/** Captions of a timeline: all utterances, as text beside the picture. Pure. */
import type { Phrase } from './phrases';
import type { Utterance } from './script';

/**
 * A text with the media time at which it appears, seconds. It remains until the next one of its
 * track.
 */
interface Timed {
  time: number;
}

export interface Caption extends Timed {
  says: Phrase[];
}

/** The captions of a timeline, each track in order of time. */
export interface CaptionTracks {
  cues: Caption[];
  /** Counts belong to the cue that shows when they come. */
  counts: (Timed & { count: number })[];
  /** The instruction, sentence by sentence, at the pace of reading. It shows beside the cues. */
  reading: Caption[];
  /** Media time at which the instruction has been read, seconds. */
  readUntil: number;
}

/** The captions at one moment. */
export interface CaptionState {
  cue?: Caption;
  count?: number;
  reading?: Caption;
}

/**
 * Reading speed of subtitles for everyone, characters a second, and the least time of a line,
 * seconds (ours).
 */
const READING_SPEED = 15;
const LEAST_SECONDS = 2;

const isCount = ({ kind }: Utterance): boolean => kind === 'count' || kind === 'countdown';

/** Joins the utterances of one moment into one caption. */
function cueCaptions(utterances: readonly Utterance[]): Caption[] {
  const captions: Caption[] = [];
  for (const { kind, says, time } of utterances) {
    if (kind !== 'cue' && kind !== 'number') continue;
    const last = captions[captions.length - 1];
    if (last && last.time === time) last.says.push(...says);
    else captions.push({ time, says: [...says] });
  }
  return captions;
}

/** Seconds that one needs to read a sentence. */
const readingSeconds = ({ says }: Utterance): number => {
  const letters = says.reduce((sum, { values }) => sum + String(values?.text ?? '').length, 0);
  return Math.max(LEAST_SECONDS, letters / READING_SPEED);
};

/**
 * The captions of the instruction. They begin with the preparation and fill it. Where the
 * preparation is too short to read them all, the others follow beside the first cues.
 */
function readingCaptions(utterances: readonly Utterance[]) {
  const sentences = utterances.filter(({ kind }) => kind === 'instruction');
  const first = sentences[0];
  if (!first) return { reading: [], readUntil: 0 };
  const needed = sentences.reduce((sum, one) => sum + readingSeconds(one), 0);
  const stretch = Math.max(1, ((first.endBy ?? first.time) - first.time) / needed);
  let time = first.time;
  const reading = sentences.map((sentence) => {
    const caption = { time, says: sentence.says };
    time += readingSeconds(sentence) * stretch;
    return caption;
  });
  return { reading, readUntil: time };
}

/**
 * The caption tracks of a timeline.
 * @param utterances in order of time (`utterancesOf`)
 */
export function captionsOf(utterances: readonly Utterance[]): CaptionTracks {
  return {
    cues: cueCaptions(utterances),
    counts: utterances
      .filter(isCount)
      .map(({ says, time }) => ({ time, count: Number(says[0]?.values?.n) })),
    ...readingCaptions(utterances),
  };
}

/**
 * The last entry whose time has come. Half a millisecond of tolerance covers a decoder's rounding.
 */
function lastAt<T extends Timed>(entries: readonly T[], time: number): T | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as T).time <= time + 0.0005) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}

/** The captions at a media time, seconds. */
export function captionAt(tracks: CaptionTracks, mediaTime: number): CaptionState {
  const state: CaptionState = {};
  const cue = lastAt(tracks.cues, mediaTime);
  const count = lastAt(tracks.counts, mediaTime);
  if (cue) state.cue = cue;
  if (count && count.time >= (cue?.time ?? 0)) state.count = count.count;
  if (mediaTime < tracks.readUntil) {
    const reading = lastAt(tracks.reading, mediaTime);
    if (reading) state.reading = reading;
  }
  return state;
}

/** Every different caption that a timeline shows, so that a screen can keep room for the largest. */
export function allCaptions(tracks: CaptionTracks): CaptionState[] {
  const { counts, cues, readUntil, reading } = tracks;
  const times = [...cues, ...counts, ...reading].map(({ time }) => time);
  const found = new Map<string, CaptionState>();
  for (const time of [...times, readUntil]) {
    const state = captionAt(tracks, time);
    const { count, cue, reading: read } = state;
    found.set(JSON.stringify([cue?.says, read?.says, count === undefined]), state);
  }
  return [...found.values()];
}
