/**
 * Converts the memory to text and back: one versioned JSON document, for the set's storage and for a file.
 * Reading any text gives a usable memory, and names each entry that was left out.
 * Version 0 is the format of the earliest builds: `{"mine": [ids], "left": {routine id: checkpoint}}`. In it,
 * "today" is the same three exercises for everyone.
 */
import * as v from 'valibot';
import { idSchema } from '../../catalogue/fields';
import { type Fields, isObject, readJson } from '../../catalogue/json';
import { problemOf, problemsOf } from '../../catalogue/problems';
import { firstOfEach } from '../firstOfEach';
import { aloneIn, type Routine, TODAY_ID } from '../routine/routine';
import { MAX_ITEMS, MAX_KEPT_ROUTINES } from '../routine/routines';
import type { Checkpoint } from '../walk/checkpoint';
import { MAX_ADJUSTED } from './adjusted';
import {
  anotherSchema,
  checkpointSchema,
  itemSchema,
  painSchema,
  placeSchema,
  recordSchema,
  routineSchema,
  seedSchema,
  settingsEntries,
  shelfSchema,
} from './documentSchema';
import {
  type Day,
  emptyMemory,
  MAX_CHECKPOINTS,
  type Memory,
  type SavedCheckpoint,
  type Settings,
} from './memory';

/** The name that marks a file as a document of this app. */
const APP = 'beweeg-mee';
const VERSION = 1;

/**
 * Longest document, characters (ours): storage on a set holds a few million for all its apps. More than a year
 * of daily use fits; beyond that, the oldest sessions are left out.
 */
export const MAX_DOCUMENT_CHARACTERS = 200_000;

/** Most excluded exercises, and most notes of pain (ours). Beyond that, the oldest answered notes are left out. */
export const MAX_SHELF = 100;
export const MAX_PAIN = 100;
/** More sessions than the longest document can hold. */
const MAX_RECORDS = 5000;

/** Why a document could not be read as it is. `corrupt` may concern one entry only. */
export interface DocumentProblem {
  kind: 'corrupt' | 'foreign' | 'newer';
  /** One sentence that names the place, for the log and the notice. */
  sentence: string;
}

export interface DocumentReading {
  /** The valid entries of the document. */
  memory: Memory;
  problem?: DocumentProblem;
}

/** The name of the document in the sentences. */
const NAME = 'memory';

/** Reads entry by entry, and collects a sentence for each entry that was left out. */
class Reader {
  readonly sentences: string[] = [];

  /** One entry, or `fallback` where it is not valid. */
  one<T>(place: string, raw: unknown, schema: v.GenericSchema<unknown, T>, fallback: T): T {
    const result = v.safeParse(schema, raw, { abortPipeEarly: true });
    if (result.success) return result.output;
    this.note(place, result.issues);
    return fallback;
  }

  /**
   * The valid entries of a list.
   * @param most most entries to keep, from the first on
   */
  list<T>(place: string, raw: unknown, schema: v.GenericSchema<unknown, T>, most: number): T[] {
    if (!Array.isArray(raw)) {
      this.say(place, 'expected a list in square brackets');
      return [];
    }
    const sound: T[] = [];
    raw.slice(0, most).forEach((entry: unknown, at) => {
      const result = v.safeParse(schema, entry, { abortPipeEarly: true });
      if (result.success) sound.push(result.output);
      else this.note(`${place}[${at}]`, result.issues);
    });
    if (raw.length > most) this.say(place, `holds ${raw.length}, and at most ${most} are kept`);
    return sound;
  }

  say(place: string, complaint: string) {
    this.sentences.push(problemOf(NAME, undefined, place, complaint).sentence);
  }

  private note(place: string, issues: readonly v.BaseIssue<unknown>[]) {
    const [first] = problemsOf(`${NAME}: ${place}`, undefined, issues);
    if (first) this.sentences.push(first.sentence);
  }

  get problem(): { problem?: DocumentProblem } {
    const [first, ...more] = this.sentences;
    if (!first) return {};
    const others = more.length ? ` (and ${more.length} more like it)` : '';
    return { problem: { kind: 'corrupt', sentence: `${first}${others}` } };
  }
}

function settingsOf(raw: unknown, reader: Reader, fallback: Settings): Settings {
  if (!isObject(raw)) {
    reader.say('settings', 'expected an object in braces');
    return fallback;
  }
  const settings: Fields = {};
  for (const [name, schema] of Object.entries(settingsEntries)) {
    const usual = fallback[name as keyof Settings];
    const value = reader.one<unknown>(`settings.${name}`, raw[name], schema, usual);
    if (value !== undefined) settings[name] = value;
  }
  return { ...fallback, ...settings };
}

/**
 * Reads the checkpoints. Documents of earlier builds have only the latest one, as `checkpoint`; new documents
 * write it too, so that those builds can read them.
 */
function checkpointsOf({ checkpoint, checkpoints }: Fields, reader: Reader): SavedCheckpoint[] {
  if (checkpoints !== undefined) {
    return reader.list('checkpoints', checkpoints, checkpointSchema, MAX_CHECKPOINTS);
  }
  const one = reader.one('checkpoint', checkpoint, v.optional(checkpointSchema), undefined);
  return one ? [one] : [];
}

function readVersion1(raw: Fields, seed: number): DocumentReading {
  const reader = new Reader();
  const empty = emptyMemory(seed);
  const routines = reader.list('routines', raw.routines, routineSchema, MAX_KEPT_ROUTINES);
  const memory: Memory = {
    version: VERSION,
    seed: reader.one('seed', raw.seed, seedSchema, seed),
    settings: settingsOf(raw.settings, reader, empty.settings),
    another: reader.one('another', raw.another, v.optional(anotherSchema), undefined),
    routines: firstOfEach(routines, ({ id }) => id),
    // Documents of earlier builds have none.
    adjusted:
      raw.adjusted === undefined
        ? []
        : firstOfEach(
            reader.list('adjusted', raw.adjusted, itemSchema, MAX_ADJUSTED),
            (one) => one.exercise,
          ),
    shelf: firstOfEach(
      reader.list('shelf', raw.shelf, shelfSchema, MAX_SHELF),
      (one) => one.exercise,
    ),
    pain: reader.list('pain', raw.pain, painSchema, MAX_PAIN),
    history: reader.list('history', raw.history, recordSchema, MAX_RECORDS),
    checkpoints: firstOfEach(checkpointsOf(raw, reader), ({ routine }) => routine.id),
  };
  if (memory.routines.length < routines.length) reader.say('routines', 'has two with the same id');
  return { memory, ...reader.problem };
}

/** Version 0 has no days: its checkpoints get the day on which version 1 was made. */
const VERSION_0_DAY: Day = '2026-11-25';

/** The exercises of "today" in version 0. */
const VERSION_0_TODAY = ['brug', 'zijplank', 'fietsen'];

/** The routine of version 0 with this id. */
function routineOf(id: string, mine: Routine): Routine | undefined {
  const items = (ids: readonly string[]) => ids.map((exercise) => ({ exercise }));
  if (id === 'mine') return mine;
  if (id === TODAY_ID) return { id, title: 'routine.today', items: items(VERSION_0_TODAY) };
  const alone = aloneIn(id);
  return alone ? { id, title: alone, items: items([alone]) } : undefined;
}

/** Converts a document of version 0 to version 1. It has several checkpoints, the latest one last. */
function readVersion0(raw: Fields, seed: number): DocumentReading {
  const reader = new Reader();
  const ids = reader.list('mine', raw.mine ?? [], idSchema, MAX_ITEMS);
  const mine: Routine = {
    id: 'own-1',
    title: 'routine.mine',
    items: ids.map((exercise) => ({ exercise })),
  };
  const memory = { ...emptyMemory(seed), routines: ids.length ? [mine] : [] };
  const left = isObject(raw.left) ? Object.entries(raw.left) : [];
  if (raw.left !== undefined && !isObject(raw.left)) {
    reader.say('left', 'expected an object in braces');
  }
  for (const [id, entry] of left) {
    const at = reader.one<Checkpoint | undefined>(`left.${id}`, entry, placeSchema, undefined);
    const routine = routineOf(id, mine);
    if (!at || !routine?.items.some((item) => item.exercise === at.exercise)) continue;
    memory.checkpoints.unshift({
      routine,
      at: { ...at, routine: routine.id },
      day: VERSION_0_DAY,
    });
  }
  const checkpoints = memory.checkpoints.slice(0, MAX_CHECKPOINTS);
  return { memory: { ...memory, checkpoints }, ...reader.problem };
}

const isVersion0 = (raw: Fields): boolean =>
  (raw.version === undefined || raw.version === 0) &&
  raw.app === undefined &&
  (raw.mine !== undefined || raw.left !== undefined);

/**
 * Reads a stored document or a file. Never throws.
 * @param text null where nothing is stored
 * @param seed seed for a memory without one: whole, 0 to 2^32 - 1
 */
export function readDocument(text: string | null, seed: number): DocumentReading {
  const nothing = (kind: DocumentProblem['kind'], complaint: string, place?: string) => ({
    memory: emptyMemory(seed),
    problem: { kind, sentence: problemOf(NAME, undefined, place, complaint).sentence },
  });
  if (text === null) return { memory: emptyMemory(seed) };
  if (text.trim() === '') return nothing('corrupt', 'is empty');
  const read = readJson(text);
  if ('complaint' in read) return nothing('corrupt', read.complaint, read.place);
  const { raw } = read;
  if (!isObject(raw)) return nothing('foreign', 'should hold one object in braces');
  if (isVersion0(raw)) return readVersion0(raw, seed);
  if (raw.app !== APP) return nothing('foreign', `app: expected "${APP}", so it isn't ours`);
  const { version } = raw;
  if (typeof version === 'number' && version > VERSION) {
    const complaint = `version: is ${version}, of a newer app; this one reads up to ${VERSION}`;
    return nothing('newer', complaint);
  }
  if (version !== VERSION) return nothing('corrupt', `version: expected ${VERSION}`);
  return readVersion1(raw, seed);
}

const textOf = (memory: Memory): string =>
  JSON.stringify({ app: APP, ...memory, checkpoint: memory.checkpoints[0] });

/** The last `most` items of a list; the items that `mayGo` allows are removed first. */
function latest<T>(list: readonly T[], most: number, mayGo: (item: T) => boolean): readonly T[] {
  let over = list.length - most;
  if (over <= 0) return list;
  const kept = list.filter((item) => {
    const goes = over > 0 && mayGo(item);
    if (goes) over -= 1;
    return !goes;
  });
  return kept.slice(-most);
}

/** The memory without the oldest sessions, where a document of it would be too long. */
export function bounded(memory: Memory): Memory {
  const shelf = latest(memory.shelf, MAX_SHELF, () => false);
  const pain = latest(memory.pain, MAX_PAIN, (note) => note.answer !== undefined);
  const isShort = shelf === memory.shelf && pain === memory.pain;
  const short = isShort ? memory : { ...memory, shelf: [...shelf], pain: [...pain] };
  let over = textOf(short).length - MAX_DOCUMENT_CHARACTERS;
  if (over <= 0) return short;
  let from = 0;
  for (; from < short.history.length && over > 0; from += 1) {
    over -= JSON.stringify(short.history[from]).length + 1;
  }
  return { ...short, history: short.history.slice(from) };
}

/** The memory as a document of at most `MAX_DOCUMENT_CHARACTERS`, without the oldest sessions if necessary. */
export const writeDocument = (memory: Memory): string => textOf(bounded(memory));
