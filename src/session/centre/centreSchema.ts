/**
 * The shape of `centre.json`, a centre's settings for its screens. `npm run catalogue -- schema`
 * turns it into the JSON Schema. `docs/centre.md` explains it.
 */
import * as v from 'valibot';
import { idSchema, line, textUpTo, wholeNumber } from '../../catalogue/fields';
import { PACES } from '../routine/pace';
import { MAX_ITEMS } from '../routine/routines';
import { spanOf, WEEKDAYS } from './openingHours';

/** Uses of a screen. */
export const MODES = ['home', 'waiting-room', 'group'] as const;
export type Mode = (typeof MODES)[number];

/** Form of a hashed PIN. `tv/pin.ts` makes and checks it. */
export const PIN_PATTERN = /^pbkdf2-sha256:[1-9]\d{0,6}:[0-9a-f]{32}:[0-9a-f]{64}$/;

const between = (min: number, max: number, what: string) => {
  const message = `expected ${what} from ${min} to ${max}`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};

const languageCode = v.pipe(
  v.string('expected a language code in quotes'),
  v.regex(/^[a-z]{2}$/, 'expected a language code of two letters, as "nl"'),
);

const LOGO_FILE = 'expected a file beside the app, as "logo.png" or "centre/logo.svg"';
const CATALOGUE_FILE = 'expected a file below static/ (leave out "static/"), as "a.json"';
/** Address of a file on the app's own server: without scheme or host, and not leading upwards. */
const ownFile = (endings: RegExp, message: string) =>
  v.pipe(
    v.string(message),
    v.maxLength(200, message),
    v.regex(/^[\w-][\w./-]*$/, message),
    v.check((path) => endings.test(path) && !/\.\.|\/\//.test(path), message),
  );

const SPAN = 'expected hours as "08:00-12:30"';
const span = v.pipe(
  v.string(SPAN),
  v.check((text) => spanOf(text) !== undefined, SPAN),
);
const day = v.optional(v.pipe(v.array(span), v.maxLength(6, 'takes at most 6 spans')));

const WEB = 'expected an address that begins with http:// or https://';
const webAddress = v.pipe(
  v.string(WEB),
  v.trim(),
  v.maxLength(200, 'takes at most 200 characters'),
  v.regex(/^https?:\/\/[^\s/?#@]+([/?][^\s#]*)?$/, WEB),
);

// The message does not begin with "expected", because the sentence would then show the value, which
// may be the PIN itself.
const HASHED = 'should be what "npm run centre -- pin" prints, not the digits themselves';

export const centreItemSchema = v.strictObject({
  exercise: idSchema,
  variant: v.optional(idSchema),
  sets: v.optional(wholeNumber(1, 5)),
  reps: v.optional(wholeNumber(1, 60)),
  hold: v.optional(v.pipe(wholeNumber(1, 60), v.description('Counts or seconds of every hold.'))),
});

export const centreRoutineSchema = v.strictObject({
  id: idSchema,
  title: textUpTo(40),
  exercises: v.pipe(
    v.array(
      v.union(
        [idSchema, centreItemSchema],
        'expected the id of an exercise, or an object with "exercise"',
      ),
    ),
    v.minLength(1, 'needs at least one exercise'),
    v.maxLength(MAX_ITEMS, `takes at most ${MAX_ITEMS} exercises`),
  ),
});

/** The whole file. Every field may be absent. */
export const centreSchema = v.strictObject({
  $schema: v.optional(v.string()),
  /** Any text. The centre changes it when it publishes something new, and staff see it. */
  version: v.optional(line),
  name: v.optional(textUpTo(60)),
  logo: v.optional(ownFile(/\.(png|jpe?g|webp|svg)$/i, LOGO_FILE)),
  language: v.optional(languageCode),
  languages: v.optional(v.pipe(v.array(languageCode), v.minLength(1, 'needs at least one'))),
  catalogues: v.optional(
    v.pipe(
      v.array(ownFile(/^(?!static\/).*\.json$/, CATALOGUE_FILE)),
      v.minLength(1, 'needs at least one'),
      v.maxLength(20),
    ),
  ),
  modes: v.optional(v.pipe(v.array(v.picklist(MODES)), v.minLength(1, 'needs at least one'))),
  startIn: v.optional(v.picklist(MODES)),
  openingHours: v.optional(
    v.strictObject(
      Object.fromEntries(WEEKDAYS.map((name) => [name, day])) as Record<
        (typeof WEEKDAYS)[number],
        typeof day
      >,
    ),
  ),
  waitingRoom: v.optional(
    v.strictObject({
      exercises: v.optional(
        v.pipe(v.array(idSchema), v.minLength(1, 'needs at least one'), v.maxLength(100)),
      ),
      repetitions: v.optional(wholeNumber(1, 10)),
    }),
  ),
  group: v.optional(
    v.strictObject({
      pace: v.optional(v.picklist(PACES)),
      restSeconds: v.optional(wholeNumber(0, 120)),
      movesOn: v.optional(
        v.pipe(v.boolean(), v.description('Goes on to the next exercise by itself.')),
      ),
    }),
  ),
  routines: v.optional(v.pipe(v.array(centreRoutineSchema), v.maxLength(50))),
  phoneAddress: v.optional(webAddress),
  screen: v.optional(
    v.strictObject({
      diagonalInches: v.optional(between(10, 120, 'inches')),
      distanceMetres: v.optional(between(0.5, 10, 'metres')),
    }),
  ),
  pin: v.optional(v.pipe(v.string(HASHED), v.regex(PIN_PATTERN, HASHED))),
});

export type CentreFile = v.InferOutput<typeof centreSchema>;
export type CentreRoutine = v.InferOutput<typeof centreRoutineSchema>;
