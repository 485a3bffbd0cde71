/**
 * The shape of a translation: the texts of one catalogue in another language, by id, in a file of
 * its own. It holds no number, no clip and no position, because the source gives them.
 */
import * as v from 'valibot';
import { idSchema, line, schemaPath, text, textUpTo } from './fields';

export const exerciseTextsSchema = v.strictObject({
  title: line,
  shortTitle: textUpTo(34),
  /** As many paragraphs as the source has. */
  instruction: v.pipe(v.array(text), v.minLength(1, 'needs at least one paragraph')),
  caution: v.optional(text),
  variants: v.optional(v.record(idSchema, v.strictObject({ title: line, text })), {}),
  parts: v.optional(
    v.record(
      idSchema,
      v.strictObject({
        title: v.optional(line),
        words: v.optional(
          v.pipe(
            v.record(idSchema, line),
            v.description('Words shown large while a step lasts, by the name of its clip.'),
          ),
          {},
        ),
      }),
    ),
    {},
  ),
});

export const categoryTextsSchema = v.strictObject({ title: line, fullTitle: line });
export const adviceTextSchema = text;

/** The head of the file. If the head is wrong, the whole file is refused. */
export const translationHeadSchema = v.object({
  $schema: v.optional(schemaPath),
  format: v.literal(1),
  translationOf: v.pipe(idSchema, v.description('Id of the catalogue.')),
  sourceVersion: v.pipe(line, v.description('Version of the source that was translated.')),
  language: v.pipe(
    v.string('expected a language code in quotes'),
    v.regex(/^[a-z]{2}$/, 'expected a language code of two letters, as "en"'),
  ),
  translator: v.string(),
  reviewer: v.pipe(
    v.string(),
    v.description('Empty until someone has reviewed the translation: the screen says so.'),
  ),
  title: line,
});

/** The whole file. */
export const translationSchema = v.strictObject({
  ...translationHeadSchema.entries,
  categories: v.record(idSchema, categoryTextsSchema),
  advice: v.optional(v.record(idSchema, adviceTextSchema), {}),
  exercises: v.record(idSchema, exerciseTextsSchema),
});

export type ExerciseTexts = v.InferOutput<typeof exerciseTextsSchema>;
/** A translation with sound entries only. Broken ones are left out. */
export type Translation = v.InferOutput<typeof translationSchema>;
