/** The JSON Schema beside the data, so that an editor helps whoever writes a brochure. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { markSchema, recordedSchema } from '../../src/catalogue/recorded';
import {
  catalogueSchema,
  categorySchema,
  doseSchema,
  exerciseSchema,
  partSchema,
  stepSchema,
  variantSchema,
} from '../../src/catalogue/schema';
import { exerciseTextsSchema, translationSchema } from '../../src/catalogue/translationSchema';
import {
  centreItemSchema,
  centreRoutineSchema,
  centreSchema,
} from '../../src/session/centre/centreSchema';

/** Where it lies, relative to the project. */
export const JSON_SCHEMA_FILE = 'static/catalogue/catalogue.schema.json';
/** The same for translations. */
export const TRANSLATION_SCHEMA_FILE = 'static/catalogue/translation.schema.json';

/** The same for a centre's settings. */
export const CENTRE_SCHEMA_FILE = 'static/catalogue/centre.schema.json';

/** "Either, or, not both", which the schema library's own checks can't say in JSON Schema. */
const notBoth = (a: string, b: string) => ({ not: { required: [a, b] } });

const doseRules = {
  oneOf: [{ required: ['reps'] }, { required: ['durationSeconds'] }],
  allOf: [
    notBoth('holdCounts', 'holdSeconds'),
    notBoth('durationSeconds', 'holdCounts'),
    notBoth('durationSeconds', 'holdSeconds'),
  ],
};

/**
 * The committed file's text. What JSON Schema can't express (ids that must differ, a category that
 * must exist) is left to `catalogue -- check`.
 */
export const jsonSchemaText = (): string => {
  const schema = toJsonSchema(catalogueSchema, {
    // Defaults may be absent in the file, so the input's shape counts, not the output's.
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: {
      exercise: exerciseSchema,
      category: categorySchema,
      variant: variantSchema,
      part: partSchema,
      step: stepSchema,
      dose: doseSchema,
      recorded: recordedSchema,
      mark: markSchema,
    },
  });
  const dose = schema.$defs?.dose;
  if (typeof dose === 'object') Object.assign(dose, doseRules);
  return `${JSON.stringify({ ...schema, title: 'A catalogue of exercises' }, null, 2)}\n`;
};

/** The committed file's text, for translations. */
export const translationSchemaText = (): string => {
  const schema = toJsonSchema(translationSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { exercise: exerciseTextsSchema },
  });
  return `${JSON.stringify({ ...schema, title: 'A translation of a catalogue' }, null, 2)}\n`;
};

/** The committed file's text, for `centre.json`. */
export const centreSchemaText = (): string => {
  const schema = toJsonSchema(centreSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { routine: centreRoutineSchema, item: centreItemSchema },
  });
  return `${JSON.stringify({ ...schema, title: 'A centre and its screens' }, null, 2)}\n`;
};
