/**
 * Turns the entries of a catalogue file, where each number has its origin, into the plain numbers
 * that the app plays.
 */
import type { ExerciseEntry } from './schema';
import type { Dose, Exercise, Part } from './types';

type PartEntry = ExerciseEntry['parts'][number];

/** Fields of a dose, in the order in which a list names them. */
export const DOSE_FIELDS = [
  'sets',
  'reps',
  'holdCounts',
  'holdSeconds',
  'durationSeconds',
  'sides',
  'restSeconds',
  'switchSeconds',
] as const;

/** Names of numbers that are ours, in the order in which an exercise lists them. */
const ASSUMED_ORDER: readonly string[] = [
  ...DOSE_FIELDS,
  'tempo',
  'preparation',
  'sideOrder',
  'support',
];

const plainDose = (dose: PartEntry['dose']): Dose => {
  const plain: Dose = {
    sets: dose.sets.value,
    sides: dose.sides.value,
    restSeconds: dose.restSeconds.value,
  };
  if (dose.reps) plain.reps = dose.reps.value;
  if (dose.holdCounts) plain.holdCounts = dose.holdCounts.value;
  if (dose.holdSeconds) plain.holdSeconds = dose.holdSeconds.value;
  if (dose.durationSeconds) plain.durationSeconds = dose.durationSeconds.value;
  if (dose.switchSeconds) plain.switchSeconds = dose.switchSeconds.value;
  return plain;
};

const transition = (entry: PartEntry['enter']) =>
  entry && { clip: entry.clip, seconds: entry.seconds.value };

/**
 * Whether the tempo is ours: it is as soon as one step's seconds are, since only all of them
 * together make a tempo.
 */
const tempoIsOurs = (part: PartEntry): boolean =>
  part.movement.some((step) => 'seconds' in step && step.seconds.from === 'ours') ||
  part.enter?.seconds.from === 'ours' ||
  part.leave?.seconds.from === 'ours';

const toPart = (entry: PartEntry): Part => {
  const { dose } = entry;
  const assumed: string[] = DOSE_FIELDS.filter((field) => dose[field]?.from === 'ours');
  if (tempoIsOurs(entry)) assumed.push('tempo');
  const part: Part = {
    id: entry.id,
    optional: entry.optional,
    ready: entry.ready,
    movement: entry.movement.map((step) =>
      'seconds' in step ? { ...step, seconds: step.seconds.value } : { ...step },
    ),
    dose: plainDose(dose),
    assumed,
    about: DOSE_FIELDS.filter((field) => {
      const number = dose[field];
      return number !== undefined && 'about' in number && number.about === true;
    }),
  };
  // Absent fields remain absent, so that a copy of the exercise equals the exercise of the file.
  if (entry.title !== undefined) part.title = entry.title;
  if (entry.sideOf !== undefined) part.sideOf = entry.sideOf;
  const enter = transition(entry.enter);
  const leave = transition(entry.leave);
  if (enter) part.enter = enter;
  if (leave) part.leave = leave;
  return part;
};

/**
 * Turns one checked entry into an exercise. Lengths are in seconds and counts. `assumed` names
 * every number that is ours: those of the parts, then those that no brochure gives (preparation,
 * which side begins, something to hold on to).
 */
export const toExercise = (entry: ExerciseEntry): Exercise => {
  const parts = entry.parts.map(toPart) as [Part, ...Part[]];
  const assumed = new Set(parts.flatMap((part) => part.assumed));
  assumed.add('preparation');
  if (parts.some((part) => part.dose.sides !== 'none')) assumed.add('sideOrder');
  if (entry.equipment.includes('support')) assumed.add('support');
  const exercise: Exercise = {
    id: entry.id,
    category: entry.category,
    title: entry.title,
    titleFromBrochure: entry.titleFrom === 'brochure',
    shortTitle: entry.shortTitle,
    level: entry.level,
    position: entry.position,
    equipment: entry.equipment,
    instruction: entry.instruction,
    variants: entry.variants,
    parts,
    assumed: ASSUMED_ORDER.filter((name) => assumed.has(name)),
  };
  if (entry.caution !== undefined) exercise.caution = entry.caution;
  return exercise;
};
