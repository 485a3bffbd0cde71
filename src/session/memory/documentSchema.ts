/** The valibot schemas of the stored document's entries. Every list and text has a limit. */
import * as v from 'valibot';
import { idSchema, textUpTo, wholeNumber } from '../../catalogue/fields';
import { equipmentSchema, sidesSchema } from '../../catalogue/schema';
import type { Dose } from '../../catalogue/types';
import { VOICE_MODES } from '../../timeline/voicePlan';
import { TEXT_SIZES } from '../preferences/displayPreferences';
import type { SoundSettings } from '../preferences/sound';
import { DIAGONALS, DISTANCES, type Viewing } from '../preferences/viewingDistance';
import { PACES } from '../routine/pace';
import type { Routine, RoutineItem } from '../routine/routine';
import { MAX_ITEMS, MAX_NAME } from '../routine/routines';
import type { Checkpoint } from '../walk/checkpoint';
import { isDay } from './day';
import {
  DAILY_MINUTES,
  type DoneExercise,
  type ExcludedExercise,
  GROUP_SETTINGS,
  type Memory,
  type PainNote,
  type SavedCheckpoint,
  type SessionRecord,
  type Settings,
} from './memory';

/** Ties a schema to its type: a field that only one of them has is a type error. */
type Entries<T> = { [Key in keyof Required<T>]: v.GenericSchema<unknown, T[Key]> };

/** Most parts of an exercise, as in the catalogue's schema. */
const MAX_PARTS = 6;

const flag = v.boolean();
const day = v.custom<string>(isDay, 'expected a day as "2026-11-25"');
const list = <T>(item: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(v.array(item), v.maxLength(most, `expected at most ${most}`));

/** Ids of routines: `today`, `own-1`, `one-brug`, `preset-start`. */
const routineId = textUpTo(60);

export const seedSchema = wholeNumber(0, 2 ** 32 - 1);

const soundSchema = v.object({
  volume: v.pipe(v.number('expected a number'), v.minValue(0), v.maxValue(1)),
  muted: flag,
  voice: v.picklist(VOICE_MODES),
  captions: flag,
} satisfies Entries<SoundSettings>);

const viewingSchema = v.object({
  distance: v.picklist(DISTANCES),
  inches: v.picklist(DIAGONALS),
} satisfies Entries<Viewing>);

export const settingsEntries = {
  minutes: v.picklist(DAILY_MINUTES, 'expected 5, 10 or 15'),
  equipment: list(equipmentSchema, equipmentSchema.options.length),
  harder: flag,
  waitForMe: flag,
  group: v.optional(v.picklist(GROUP_SETTINGS)),
  language: v.optional(textUpTo(20)),
  sound: v.optional(soundSchema),
  viewing: v.optional(viewingSchema),
  textSize: v.optional(v.picklist(TEXT_SIZES, `expected ${TEXT_SIZES.join(', ')}`)),
  highContrast: v.optional(flag),
  reducedMotion: v.optional(flag),
} satisfies Entries<Settings>;

export const anotherSchema = v.object({
  day,
  times: wholeNumber(0, 9999),
} satisfies Entries<NonNullable<Memory['another']>>);

const doseSchema = v.object({
  sets: wholeNumber(1, 5),
  reps: v.optional(wholeNumber(1, 60)),
  holdCounts: v.optional(wholeNumber(1, 60)),
  holdSeconds: v.optional(wholeNumber(1, 60)),
  durationSeconds: v.optional(wholeNumber(5, 600)),
  sides: sidesSchema,
  restSeconds: wholeNumber(0, 120),
  switchSeconds: v.optional(wholeNumber(1, 60)),
} satisfies Entries<Dose>);

export const itemSchema = v.object({
  exercise: idSchema,
  variant: v.optional(idSchema),
  doses: v.optional(list(v.nullable(doseSchema), MAX_PARTS)),
} satisfies Entries<RoutineItem>);

export const routineSchema = v.object({
  id: routineId,
  title: textUpTo(2 * MAX_NAME),
  items: list(itemSchema, MAX_ITEMS),
} satisfies Entries<Routine>);

export const shelfSchema = v.object({
  exercise: idSchema,
  since: day,
  reason: v.picklist(['pain', 'advanced', 'own']),
} satisfies Entries<ExcludedExercise>);

export const painSchema = v.object({
  exercise: idSchema,
  day,
  skipped: v.optional(v.literal(true)),
  postponedOn: v.optional(day),
  answer: v.optional(v.picklist(['gone', 'lasted', 'worse', 'unanswered'])),
  answeredOn: v.optional(day),
  sparedOn: v.optional(day),
} satisfies Entries<PainNote>);

/** At most the seconds of one day. */
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));

const doneSchema = v.object({
  exercise: idSchema,
  variant: v.optional(idSchema),
  category: idSchema,
  ending: v.picklist(['done', 'skipped', 'hurt', 'doneHurt']),
  seconds,
} satisfies Entries<DoneExercise>);

export const recordSchema = v.object({
  day,
  routine: routineId,
  walk: v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  exercises: list(doneSchema, MAX_ITEMS),
} satisfies Entries<SessionRecord>);

/** JSON has no undefined in a list: null is an exercise that is still to do. */
const outcomeSchema = v.pipe(
  v.nullable(v.picklist(['done', 'skipped', 'hurt'])),
  v.transform((outcome) => outcome ?? undefined),
);

const notedSchema = v.object({
  outcomes: list(outcomeSchema, MAX_ITEMS),
  finished: list(flag, MAX_ITEMS),
  seconds,
  played: v.optional(list(seconds, MAX_ITEMS)),
} satisfies Entries<NonNullable<Checkpoint['noted']>>);

export const placeSchema = v.object({
  routine: routineId,
  index: wholeNumber(0, MAX_ITEMS - 1),
  exercise: idSchema,
  part: idSchema,
  set: wholeNumber(1, 5),
  repetition: wholeNumber(1, 9999),
  side: v.optional(v.picklist(['left', 'right'])),
  pace: v.optional(v.picklist(PACES)),
  isStart: v.optional(v.literal(true)),
  noted: v.optional(notedSchema),
} satisfies Entries<Checkpoint>);

export const checkpointSchema = v.object({
  routine: routineSchema,
  at: placeSchema,
  day,
} satisfies Entries<SavedCheckpoint>);
