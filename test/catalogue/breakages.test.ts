/** Breaks one exercise in many ways. Each time there is one sentence, and all other exercises still work. */
import { expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/load';
import { committedCatalogue, committedFile, type Loose, setAt } from './files';

const dose = 'parts.0.dose';
const step = 'parts.0.movement.0';
const LONG = 'x'.repeat(35);
const REPS = 'expected a whole number from 1 to 60';
const POSITIONS =
  '"supine", "prone", "sideLying", "handsAndKnees", "kneeling", "halfKneeling", "sitting", "standing", "onBall"';

/** The change to the bridge (undefined removes a field) and the expected sentence. */
const BREAKAGES: [path: string, value: unknown, sentence: string][] = [
  [`${dose}.reps.value`, 'vijftien', `parts[0].dose.reps: ${REPS}, got "vijftien"`],
  [`${dose}.reps.value`, 1.5, `parts[0].dose.reps: ${REPS}, got 1.5`],
  [`${dose}.reps.value`, 0, `parts[0].dose.reps: ${REPS}, got 0`],
  [`${dose}.reps.value`, null, `parts[0].dose.reps: ${REPS}, got null`],
  [`${dose}.sets.value`, 99, 'parts[0].dose.sets: expected a whole number from 1 to 5, got 99'],
  [
    `${dose}.sets`,
    2,
    'parts[0].dose.sets: expected a whole number from 1 to 5 with its origin, as {"value": 1, "from": "brochure"}, got 2',
  ],
  [`${dose}.sets`, undefined, 'parts[0].dose.sets: is missing'],
  [
    `${dose}.sets.from`,
    'me',
    'parts[0].dose.sets.from: expected one of "brochure", "ours", got "me"',
  ],
  [`${dose}.sets.from`, undefined, 'parts[0].dose.sets.from: is missing'],
  [`${dose}.sets.about`, 'yes', 'parts[0].dose.sets.about: expected true or false, got "yes"'],
  [`${dose}.repz`, 3, 'parts[0].dose.repz: is not a field of this format'],
  [`${dose}.reps`, undefined, 'parts[0].dose: needs either reps or durationSeconds, not both'],
  [
    `${dose}.durationSeconds`,
    { value: 30, from: 'ours' },
    'parts[0].dose: needs either reps or durationSeconds, not both',
  ],
  [
    `${dose}.holdSeconds`,
    { value: 3, from: 'ours' },
    'parts[0].dose: needs holdCounts or holdSeconds, not both',
  ],
  [
    `${dose}.holdCounts`,
    undefined,
    'parts[0]: needs holdCounts or holdSeconds in the dose where the movement has a hold, and only there',
  ],
  [
    `${dose}.switchSeconds`,
    { value: 5, from: 'ours' },
    'parts[0].dose: needs switchSeconds where sides is "each", and only there',
  ],
  [
    `${dose}.sides.value`,
    'each',
    'parts[0].dose: needs switchSeconds where sides is "each", and only there',
  ],
  [
    `${dose}.sides.value`,
    'both',
    'parts[0].dose.sides: expected one of "none", "each", "alternate", got "both"',
  ],
  [
    `${dose}.sides`,
    'none',
    'parts[0].dose.sides: expected the sides with their origin, as {"value": "none", "from": "brochure"}, got "none"',
  ],
  ['title', '  ', 'title: expected text of 1 to 120 characters, got ""'],
  ['title', undefined, 'title: is missing'],
  ['shortTitle', LONG, `shortTitle: expected text of 1 to 34 characters, got "${LONG}"`],
  ['level', 'hard', 'level: expected one of "basic", "harder", "advanced", got "hard"'],
  ['position', {}, `position: expected one of ${POSITIONS}, got an object`],
  [
    'equipment',
    ['sofa'],
    'equipment[0]: expected one of "mat", "chair", "ball", "wall", "support", got "sofa"',
  ],
  ['equipment', ['mat', 'mat'], 'equipment: names a thing twice'],
  ['instruction', 'Lig.', 'instruction: expected a list in square brackets, got "Lig."'],
  ['instruction', [], 'instruction: needs at least one paragraph'],
  ['instruction.1', '', 'instruction[1]: expected text of 1 to 2000 characters, got ""'],
  ['caution', 3, 'caution: expected text of 1 to 2000 characters, got 3'],
  ['variants.0.kind', 'odd', 'variants[0].kind: expected one of "easier", "harder", got "odd"'],
  [step, 7, 'parts[0].movement[0]: expected an object in braces, got 7'],
  [
    `${step}.phase`,
    'jump',
    'parts[0].movement[0].phase: expected one of "move", "return", "rest", "hold", got "jump"',
  ],
  [
    `${step}.seconds.value`,
    0.3,
    'parts[0].movement[0].seconds: expected whole or half seconds from 0.5 to 20, got 0.3',
  ],
  [
    'parts.0.movement.3.seconds.value',
    0.5,
    'parts[0].movement[3].seconds: expected whole seconds from 1 to 20, got 0.5',
  ],
  [
    'parts.0.movement.1.seconds',
    { value: 3, from: 'ours' },
    'parts[0].movement[1].seconds: is not a field of this format',
  ],
  [
    `${step}.clip`,
    '../lift',
    'parts[0].movement[0].clip: expected lower-case words joined by hyphens, as "brug-eenbenig", got "../lift"',
  ],
  ['parts.0.movement', [], 'parts[0].movement: needs at least one "move" step'],
  [
    'parts.0.enter',
    { clip: 'enter', seconds: { value: 9, from: 'ours' } },
    'parts[0].enter.seconds: expected a whole number from 1 to 5, got 9',
  ],
  ['parts.0.optional', true, 'parts: begins with the main part: not optional'],
  ['parts.1', committedFile().exercises[4]?.parts[0], 'parts: has two parts with the same id'],
  ['parts', [], 'parts: needs at least one part'],
  ['parts', undefined, 'parts: is missing'],
  ['category', 'yoga', 'category: expected one of "houding", "kracht", "mobiliteit", got "yoga"'],
  ['een veld', 1, '["een veld"]: is not a field of this format'],
];

test.each(BREAKAGES)('%s: %j', (path, value, expected) => {
  const file: Loose = committedFile();
  setAt(file.exercises[4], path, value);
  const { catalogue, problems } = readCatalogue(JSON.stringify(file), 'catalogue/x.json');
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    `catalogue/x.json: exercise "brug": ${expected}`,
  ]);
  const [problem] = problems;
  expect(problem).toMatchObject({ file: 'catalogue/x.json', entry: 'exercise "brug"' });
  expect(expected.startsWith(`${problem?.field}: `)).toBe(true);
  // All other exercises are unchanged.
  const others = committedCatalogue().exercises.filter(({ id }) => id !== 'brug');
  expect(catalogue?.exercises).toEqual(others);
});
