/** The JSON Schemas beside the data. With them an editor helps the author of a catalogue. */
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

/** Its path, relative to the project. */
export const JSON_SCHEMA_FILE = 'static/catalogue/catalogue.schema.json';
/** The path of the JSON Schema of translations. */
export const TRANSLATION_SCHEMA_FILE = 'static/catalogue/translation.schema.json';

/** The path of the JSON Schema of a centre's settings. */
export const CENTRE_SCHEMA_FILE = 'static/catalogue/centre.schema.json';

/**
 * Forbids two fields together. The schema library cannot put its own checks of this into JSON
 * Schema.
 */
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
 * The text of the catalogue's JSON Schema. Only `catalogue -- check` tests what JSON Schema cannot
 * express: that ids differ and that a category exists.
 */
export const jsonSchemaText = (): string => {
  const schema = toJsonSchema(catalogueSchema, {
    // Fields with a default may be absent in the file, so the schema describes the input.
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

/** The text of the JSON Schema of translations. */
export const translationSchemaText = (): string => {
  const schema = toJsonSchema(translationSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { exercise: exerciseTextsSchema },
  });
  return `${JSON.stringify({ ...schema, title: 'A translation of a catalogue' }, null, 2)}\n`;
};

/** The text of the JSON Schema of `centre.json`. */
export const centreSchemaText = (): string => {
  const schema = toJsonSchema(centreSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    definitions: { routine: centreRoutineSchema, item: centreItemSchema },
  });
  return `${JSON.stringify({ ...schema, title: 'A centre and its screens' }, null, 2)}\n`;
};
