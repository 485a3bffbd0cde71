/**
 * Replaces the texts of a catalogue by those of a translation. Pure. Only texts change: every
 * number, clip and position remains the source's. Where the translation lacks a text, the source's
 * text remains.
 */

import type { CatalogueProblem } from './problems';
import { problemOf } from './problems';
import type { ExerciseTexts, Translation } from './translationSchema';
import type { Catalogue, Exercise, Part, Translated, Variant } from './types';

const MISSING = 'is not translated';
const FOREIGN = 'is not in the source';

/**
 * Reports what is missing or unknown in one entry, by the path of its field; undefined means the
 * whole entry.
 */
type Tell = (field: string | undefined, complaint: string) => void;

/** The texts under this id. An id such as "constructor" does not find what objects inherit. */
const ownOf = <T>(texts: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.keys(texts).includes(id) ? texts[id] : undefined;

/** Keys of the translation that the source does not have. */
const foreign = (given: object, known: readonly string[]): string[] =>
  Object.keys(given).filter((id) => !known.includes(id));

type PartTexts = ExerciseTexts['parts'][string];

const translatePart = (part: Part, texts: PartTexts | undefined, tell: Tell): Part => {
  const field = `parts.${part.id}`;
  const worded = part.movement.filter(({ word }) => word !== undefined);
  const words = texts?.words ?? {};
  if (part.title !== undefined && texts?.title === undefined) tell(`${field}.title`, MISSING);
  if (part.title === undefined && texts?.title !== undefined) tell(`${field}.title`, FOREIGN);
  for (const { clip } of worded) {
    if (ownOf(words, clip) === undefined) tell(`${field}.words.${clip}`, MISSING);
  }
  for (const clip of foreign(
    words,
    worded.map((step) => step.clip),
  )) {
    tell(`${field}.words.${clip}`, FOREIGN);
  }
  const translated: Part = {
    ...part,
    movement: part.movement.map((step) =>
      step.word === undefined ? step : { ...step, word: ownOf(words, step.clip) ?? step.word },
    ),
  };
  if (part.title !== undefined) translated.title = texts?.title ?? part.title;
  return translated;
};

const translateVariant = (variant: Variant, texts: ExerciseTexts, tell: Tell): Variant => {
  const own = ownOf(texts.variants, variant.id);
  if (!own) tell(`variants.${variant.id}`, MISSING);
  return { ...variant, ...own };
};

const translateExercise = (
  exercise: Exercise,
  texts: ExerciseTexts,
  translated: Translated,
  tell: Tell,
): Exercise => {
  const { caution, instruction, parts, variants } = exercise;
  const isWhole = texts.instruction.length === instruction.length;
  if (!isWhole) {
    const got = texts.instruction.length;
    tell('instruction', `expected ${instruction.length} paragraphs as in the source, got ${got}`);
  }
  if (caution !== undefined && texts.caution === undefined) tell('caution', MISSING);
  if (caution === undefined && texts.caution !== undefined) tell('caution', FOREIGN);
  for (const id of foreign(
    texts.variants,
    variants.map((one) => one.id),
  )) {
    tell(`variants.${id}`, FOREIGN);
  }
  for (const id of foreign(
    texts.parts,
    parts.map((one) => one.id),
  )) {
    tell(`parts.${id}`, FOREIGN);
  }
  const result: Exercise = {
    ...exercise,
    title: texts.title,
    shortTitle: texts.shortTitle,
    instruction: isWhole ? texts.instruction : instruction,
    variants: variants.map((variant) => translateVariant(variant, texts, tell)),
    parts: parts.map((part) => translatePart(part, ownOf(texts.parts, part.id), tell)) as [
      Part,
      ...Part[],
    ],
    translated,
  };
  if (caution !== undefined) result.caution = texts.caution ?? caution;
  return result;
};

/**
 * The catalogue in the translation's language.
 * @param file name of the translation's file; the sentences show it
 * @returns a catalogue with the same ids and numbers, unchanged if the translation belongs to
 *   another catalogue; and one problem for each text that is missing or that the source does not
 *   have
 */
export const translateCatalogue = (
  catalogue: Catalogue,
  translation: Translation,
  file: string,
): { catalogue: Catalogue; problems: CatalogueProblem[] } => {
  const problems: CatalogueProblem[] = [];
  const { language, reviewer } = translation;
  const translated: Translated = { language, reviewer };
  const tell =
    (entry?: string): Tell =>
    (field, complaint) =>
      problems.push(problemOf(file, entry, field, complaint));
  if (translation.translationOf !== catalogue.id) {
    const got = JSON.stringify(translation.translationOf);
    tell()('translationOf', `expected ${JSON.stringify(catalogue.id)}, got ${got}`);
    return { catalogue, problems };
  }
  const { version } = catalogue.source;
  if (translation.sourceVersion !== version) {
    const what = `the source is now ${JSON.stringify(version)}`;
    const was = `this translates ${JSON.stringify(translation.sourceVersion)}`;
    tell()('sourceVersion', `${what}, and ${was}`);
  }

  /**
   * The items of a list, each with its translated texts if there are any. Unknown texts are
   * reported.
   */
  const lay = <Item extends { id: string }, Texts>(
    kind: string,
    items: readonly Item[],
    texts: Readonly<Record<string, Texts>>,
    over: (item: Item, own: Texts, tell: Tell) => Item,
  ): Item[] => {
    for (const id of foreign(
      texts,
      items.map((one) => one.id),
    )) {
      tell(`${kind} ${JSON.stringify(id)}`)(undefined, FOREIGN);
    }
    return items.map((item) => {
      const own = ownOf(texts, item.id);
      const say = tell(`${kind} ${JSON.stringify(item.id)}`);
      if (own !== undefined) return over(item, own, say);
      say(undefined, MISSING);
      return item;
    });
  };

  const { advice, categories, exercises, title } = translation;
  return {
    catalogue: {
      ...catalogue,
      title,
      language,
      categories: lay('category', catalogue.categories, categories, (one, own) => ({
        ...one,
        ...own,
      })),
      advice: lay('advice', catalogue.advice, advice, (one, text) => ({ ...one, text })),
      exercises: lay('exercise', catalogue.exercises, exercises, (one, own, say) =>
        translateExercise(one, own, translated, say),
      ),
      translated,
    },
    problems,
  };
};
