/**
 * The smallest pieces of a catalogue file: ids, texts, and numbers with their origin.
 *
 * `problems.ts` appends the wrong value to a message that begins with "expected".
 */
import * as v from 'valibot';

/**
 * Lower-case words joined by hyphens, safe as an address, a file name and a key. Names that every
 * object inherits, such as "constructor", are refused.
 */
export const idSchema = v.pipe(
  v.string('expected an id in quotes'),
  v.regex(
    /^(?!(constructor|prototype)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'expected lower-case words joined by hyphens, as "brug-eenbenig"',
  ),
  v.maxLength(40, 'expected at most 40 characters'),
);

const PATH = 'expected a path below media/, as "media/recorded/brug/poster.jpg"';
/**
 * The only kind of address that a file may give. It has no scheme, names no server and does not
 * lead upwards.
 */
export const mediaPath = v.pipe(v.string(PATH), v.regex(/^media(\/[\w-][\w.-]*)+$/, PATH));

const SCHEMA = 'expected a path to the JSON Schema, as "./catalogue.schema.json"';
/** Editors read this address. The app never follows it. */
export const schemaPath = v.pipe(v.string(SCHEMA), v.regex(/^(\.{0,2}\/)*[\w-][\w./-]*$/, SCHEMA));

/** Text of 1 to `max` characters, without blanks around it. */
export const textUpTo = (max: number) => {
  const message = `expected text of 1 to ${max} characters`;
  return v.pipe(v.string(message), v.trim(), v.minLength(1, message), v.maxLength(max, message));
};
export const text = textUpTo(2000);
export const line = textUpTo(120);

export const originSchema = v.picklist(['brochure', 'ours']);

export const origin = v.pipe(
  originSchema,
  v.description('brochure: the brochure says so, fixed. ours: our default, marked on screen.'),
);

export const wholeNumber = (min: number, max: number) => {
  const message = `expected a whole number from ${min} to ${max}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
};

/** A whole number with its origin; `about` where the brochure says "ongeveer". */
export const sourced = (min: number, max: number) => {
  const message = `expected a whole number from ${min} to ${max}`;
  return v.strictObject(
    {
      value: wholeNumber(min, max),
      from: origin,
      about: v.optional(v.pipe(v.boolean(), v.description('The brochure says "about".'))),
    },
    `${message} with its origin, as {"value": ${min}, "from": "brochure"}`,
  );
};

/** Seconds of one step at normal pace: from `unit` to 20, in multiples of `unit` seconds. */
const secondsBy = (unit: number, kind: string) => {
  const message = `expected ${kind} seconds from ${unit} to 20`;
  return v.strictObject(
    {
      value: v.pipe(
        v.number(message),
        v.multipleOf(unit, message),
        v.minValue(unit, message),
        v.maxValue(20, message),
      ),
      from: origin,
    },
    `${message} with their origin, as {"value": 2, "from": "ours"}`,
  );
};

/**
 * Seconds of a movement. Half seconds are allowed, because clips of half seconds still have whole
 * frames.
 */
export const moveSeconds = secondsBy(0.5, 'whole or half');
/** Seconds of a pause between repetitions. Clips of one second show it. */
export const restSeconds = secondsBy(1, 'whole');

/** A list in which every item's id differs. */
export const ownIds = <T extends { id: string }>(message: string) =>
  v.check<T[], string>((list) => new Set(list.map(({ id }) => id)).size === list.length, message);
