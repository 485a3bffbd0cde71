/**
 * The shape of a catalogue file, as valibot schemas. `tools/catalogue` turns them into the JSON
 * Schema beside the data, with which an editor helps the author of a catalogue.
 *
 * Every number carries its origin. Numbers from the `brochure` are fixed. Numbers that are `ours`
 * are defaults, and the screen marks them as ours.
 */
import * as v from 'valibot';
import { MAX_GIVEN } from './codeNumbers';
import {
  idSchema,
  line,
  moveSeconds,
  origin,
  originSchema,
  ownIds,
  restSeconds,
  schemaPath,
  sourced,
  text,
  textUpTo,
} from './fields';
import { PACED_PHASES } from './phases';
import { recordedSchema } from './recorded';

export const levelSchema = v.picklist(['basic', 'harder', 'advanced']);

export const positionSchema = v.picklist([
  'supine',
  'prone',
  'sideLying',
  'handsAndKnees',
  'kneeling',
  'halfKneeling',
  'sitting',
  'standing',
  'onBall',
]);

export const equipmentSchema = v.picklist(['mat', 'chair', 'ball', 'wall', 'support']);

export const sidesSchema = v.picklist(['none', 'each', 'alternate']);

const clip = v.pipe(idSchema, v.description('Name of the clip that shows this.'));
const word = v.optional(
  v.pipe(
    line,
    v.description("Shown large while this step lasts, instead of the phase's own word."),
  ),
);

/**
 * One step of a movement. The dose gives the length of a hold. Every other step has its own length.
 */
export const stepSchema = v.variant('phase', [
  v.strictObject({
    phase: v.picklist(PACED_PHASES),
    clip,
    word,
    seconds: moveSeconds,
  }),
  v.strictObject({ phase: v.literal('rest'), clip, word, seconds: restSeconds }),
  v.strictObject({ phase: v.literal('hold'), clip, word }),
]);

/** The way from the waiting pose into the working pose, or back: whole seconds, in clips of 1 s. */
const transitionSchema = v.strictObject({ clip, seconds: sourced(1, 5) });

/** What works on a side. `legAndArm`: the leg of that side and the arm of the other one. */
export const sideOfSchema = v.picklist(['leg', 'legAndArm']);

export const doseSchema = v.pipe(
  v.strictObject({
    sets: sourced(1, 5),
    /**
     * Repetitions: per set; with `each` per set and side; with `alternate` per set, both sides
     * together.
     */
    reps: v.optional(sourced(1, 60)),
    holdCounts: v.optional(sourced(1, 60)),
    holdSeconds: v.optional(sourced(1, 60)),
    /**
     * Seconds of a timed effort: the movement repeats for this long, instead of a number of
     * repetitions.
     */
    durationSeconds: v.optional(sourced(5, 600)),
    sides: v.strictObject(
      { value: sidesSchema, from: origin },
      'expected the sides with their origin, as {"value": "none", "from": "brochure"}',
    ),
    /** Seconds of rest between two sets, and between this part and the next. */
    restSeconds: sourced(0, 120),
    /** Seconds for changing sides. Only `each` needs it. */
    switchSeconds: v.optional(sourced(1, 60)),
  }),
  v.check(
    (d) => (d.reps === undefined) !== (d.durationSeconds === undefined),
    'needs either reps or durationSeconds, not both',
  ),
  v.check(
    (d) => d.holdCounts === undefined || d.holdSeconds === undefined,
    'needs holdCounts or holdSeconds, not both',
  ),
  v.check(
    (d) => d.durationSeconds === undefined || (!d.holdCounts && !d.holdSeconds),
    'is a timed effort (durationSeconds) and so takes no hold',
  ),
  v.check(
    (d) => (d.sides.value === 'each') === (d.switchSeconds !== undefined),
    'needs switchSeconds where sides is "each", and only there',
  ),
);

export const partSchema = v.pipe(
  v.strictObject({
    id: idSchema,
    title: v.optional(line),
    /**
     * The brochure's "Kan je ook". Such a part is on by default, and the patient may leave it out.
     */
    optional: v.optional(v.boolean(), false),
    /**
     * Clips of the waiting pose: a group of breathing clips, shown while the patient prepares or
     * rests.
     */
    ready: idSchema,
    enter: v.optional(transitionSchema),
    leave: v.optional(transitionSchema),
    movement: v.pipe(
      v.array(stepSchema),
      v.check((steps) => steps.some((s) => s.phase === 'move'), 'needs at least one "move" step'),
      v.maxLength(12, 'takes at most 12 steps'),
    ),
    dose: doseSchema,
    sideOf: v.optional(
      v.pipe(
        sideOfSchema,
        v.description('What a side names: the leg, or the leg and the other arm.'),
      ),
    ),
  }),
  v.check(
    (p) =>
      p.movement.some((s) => s.phase === 'hold') ===
      (p.dose.holdCounts !== undefined || p.dose.holdSeconds !== undefined),
    'needs holdCounts or holdSeconds in the dose where the movement has a hold, and only there',
  ),
);

const codeNumber = v.optional(
  v.pipe(
    v.number('expected a whole number from 1 to 99'),
    v.integer('expected a whole number from 1 to 99'),
    v.minValue(1, 'expected a whole number from 1 to 99'),
    v.maxValue(MAX_GIVEN, 'expected a whole number from 1 to 99'),
    v.description('Names it in the code of a routine: its own, and never given to another.'),
  ),
);

export const variantSchema = v.strictObject({
  id: idSchema,
  number: codeNumber,
  kind: v.picklist(['easier', 'harder']),
  title: line,
  text,
  equipment: v.optional(v.array(equipmentSchema)),
});

export const exerciseSchema = v.strictObject({
  id: idSchema,
  number: codeNumber,
  category: idSchema,
  /** The brochure's own title; `titleFrom` is `ours` where the page has none. */
  title: line,
  titleFrom: v.optional(originSchema, 'brochure'),
  /** Title for tiles (ours). */
  shortTitle: v.pipe(textUpTo(34), v.description('For tiles, so that it can be read from afar.')),
  level: levelSchema,
  position: positionSchema,
  /** Things that must be at hand. `support` is something to hold on to (ours). */
  equipment: v.pipe(
    v.array(equipmentSchema),
    v.check((list) => new Set(list).size === list.length, 'names a thing twice'),
  ),
  /** How to do the exercise, in the brochure's words. Each item is one paragraph. */
  instruction: v.pipe(v.array(text), v.minLength(1, 'needs at least one paragraph')),
  /** The brochure's own warning. */
  caution: v.optional(text),
  variants: v.optional(
    v.pipe(v.array(variantSchema), ownIds('has two variants with the same id')),
    [],
  ),
  parts: v.pipe(
    v.array(partSchema),
    v.minLength(1, 'needs at least one part'),
    v.maxLength(6, 'takes at most 6 parts'),
    ownIds('has two parts with the same id'),
    v.check((parts) => parts[0]?.optional !== true, 'begins with the main part: not optional'),
  ),
  /** A centre's own film. It plays instead of the clips. */
  recorded: v.optional(recordedSchema),
});

export const categorySchema = v.strictObject({
  id: idSchema,
  /** Short title, for a row of tiles. */
  title: line,
  /** Title of the chapter in the brochure. */
  fullTitle: line,
});

export const adviceSchema = v.strictObject({ id: idSchema, text });

/** The head of the file. If the head is wrong, the whole file is refused. */
export const catalogueHeadSchema = v.object({
  $schema: v.optional(schemaPath),
  format: v.literal(1),
  id: idSchema,
  title: line,
  language: v.pipe(
    v.string('expected a language code in quotes'),
    v.regex(/^[a-z]{2}$/, 'expected a language code of two letters, as "nl"'),
  ),
  source: v.strictObject({
    title: line,
    publisher: v.optional(v.string(), ''),
    version: line,
    date: v.pipe(
      v.string('expected a date in quotes'),
      v.isoDate('expected a date as "2026-11-22"'),
    ),
    /** Empty until someone has compared this file with the brochure. */
    reviewer: v.pipe(v.string(), v.description('Empty until someone has reviewed this file.')),
  }),
});

/** The whole file. */
export const catalogueSchema = v.strictObject({
  ...catalogueHeadSchema.entries,
  categories: v.pipe(v.array(categorySchema), v.minLength(1)),
  advice: v.optional(v.array(adviceSchema), []),
  exercises: v.array(exerciseSchema),
});

export type CatalogueFile = v.InferOutput<typeof catalogueSchema>;
export type ExerciseEntry = v.InferOutput<typeof exerciseSchema>;
