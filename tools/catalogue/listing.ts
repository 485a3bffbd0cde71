/** The output of `catalogue -- list`. Other programs depend on the exact keys of its JSON. */
import type {
  Dose,
  Equipment,
  Exercise,
  Level,
  Part,
  Position,
  Sides,
} from '../../src/catalogue/types';
import { table } from './table';

/** One part's dose: seconds, counts and numbers. Numbers that do not apply are absent. */
export interface ListedDose {
  part: string;
  sets: number;
  reps?: number;
  holdCounts?: number;
  holdSeconds?: number;
  durationSeconds?: number;
  sides: Sides;
  restSeconds: number;
}

export interface ListedExercise {
  id: string;
  category: string;
  title: string;
  shortTitle: string;
  level: Level;
  position: Position;
  equipment: Equipment[];
  /** The main part first. */
  doses: ListedDose[];
  /** Names of the numbers that are ours and not the brochure's. */
  assumed: string[];
}

const listedDose = ({ id, dose }: Part): ListedDose => ({
  part: id,
  sets: dose.sets,
  ...(dose.reps === undefined ? {} : { reps: dose.reps }),
  ...(dose.holdCounts === undefined ? {} : { holdCounts: dose.holdCounts }),
  ...(dose.holdSeconds === undefined ? {} : { holdSeconds: dose.holdSeconds }),
  ...(dose.durationSeconds === undefined ? {} : { durationSeconds: dose.durationSeconds }),
  sides: dose.sides,
  restSeconds: dose.restSeconds,
});

/** One exercise as an entry of `list --json`. */
export const listed = (exercise: Exercise): ListedExercise => ({
  id: exercise.id,
  category: exercise.category,
  title: exercise.title,
  shortTitle: exercise.shortTitle,
  level: exercise.level,
  position: exercise.position,
  equipment: exercise.equipment,
  doses: exercise.parts.map(listedDose),
  assumed: exercise.assumed,
});

/**
 * A dose in a few words. A star marks numbers that are ours, "~" numbers that the brochure gives
 * with "ongeveer".
 */
const doseText = ({ dose, assumed, about }: Part): string => {
  const number = (name: keyof Dose) => {
    const value = dose[name];
    if (value === undefined) return '';
    return `${about.includes(name) ? '~' : ''}${value}${assumed.includes(name) ? '*' : ''}`;
  };
  const words =
    dose.durationSeconds === undefined
      ? [`${number('sets')} × ${number('reps')}`]
      : [`${number('sets')} × ${number('durationSeconds')} s`];
  if (dose.holdCounts !== undefined) words.push(`hold ${number('holdCounts')} counts`);
  if (dose.holdSeconds !== undefined) words.push(`hold ${number('holdSeconds')} s`);
  if (dose.sides !== 'none') words.push(`sides ${number('sides')}`);
  return words.join(', ');
};

/** The list as a table to read. */
export const listTable = (exercises: readonly Exercise[]): string =>
  `${table(
    ['id', 'category', 'short title', 'level', 'position', 'equipment', 'dose'],
    exercises.map((exercise) => [
      exercise.id,
      exercise.category,
      exercise.shortTitle,
      exercise.level,
      exercise.position,
      exercise.equipment.join(' ') || '-',
      exercise.parts.map(doseText).join(' + '),
    ]),
  )}\n\n* ours, not the brochure's   ~ the brochure says "about"`;
