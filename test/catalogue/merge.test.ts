/** Tests several brochures in one library. */
import { expect, test } from 'vitest';
import { mergeCatalogues } from '../../src/catalogue/merge';
import { committedCatalogue } from './files';

const first = { file: 'catalogue/rug.json', catalogue: committedCatalogue() };

/** A second brochure: some exercises of the first one under other ids. */
const second = () => {
  const catalogue = structuredClone(first.catalogue);
  catalogue.id = 'nek';
  catalogue.advice = [];
  catalogue.categories = [
    { id: 'kracht', title: 'Kracht voor de nek', fullTitle: 'Kracht voor de nek' },
    { id: 'nek', title: 'Nek', fullTitle: 'Nek' },
  ];
  catalogue.exercises = catalogue.exercises
    .filter(({ category }) => category === 'kracht')
    .map((exercise) => ({ ...exercise, id: `nek-${exercise.id}` }));
  return { file: 'catalogue/nek.json', catalogue };
};

test('one catalogue is a library as it is', () => {
  const library = mergeCatalogues([first]);
  expect(library.problems).toEqual([]);
  expect(library.catalogues).toEqual([first.catalogue]);
  expect(library.exercises).toEqual(first.catalogue.exercises);
  expect(library.categories).toEqual(first.catalogue.categories);
  expect(library.advice).toEqual(first.catalogue.advice);
});

test('none is an empty one', () => {
  expect(mergeCatalogues([])).toEqual({
    catalogues: [],
    categories: [],
    exercises: [],
    advice: [],
    problems: [],
  });
});

test('a second brochure adds to it, and shares the row of a category it has in common', () => {
  const library = mergeCatalogues([first, second()]);
  expect(library.problems).toEqual([]);
  expect(library.exercises).toHaveLength(23 + 9);
  expect(library.categories.map(({ title }) => title)).toEqual([
    'Houding',
    'Kracht',
    'Mobiliteit',
    'Nek',
  ]);
});

test('an id that is taken: the first wins, and the sentence names both files', () => {
  const other = second();
  const [exercise] = other.catalogue.exercises;
  if (!exercise) throw new Error('no exercise');
  exercise.id = 'brug';
  exercise.shortTitle = 'Nekbrug';
  const library = mergeCatalogues([first, other]);
  expect(library.problems).toEqual([
    {
      file: 'catalogue/nek.json',
      entry: 'exercise "brug"',
      sentence:
        'catalogue/nek.json: exercise "brug" is in catalogue/rug.json already, which is kept; give one of them another id',
    },
  ]);
  expect(library.exercises.filter(({ id }) => id === 'brug').map((e) => e.shortTitle)).toEqual([
    'Brug',
  ]);
  expect(library.catalogues[1]?.exercises).toHaveLength(8);
  // The given catalogue is unchanged.
  expect(other.catalogue.exercises).toHaveLength(9);
});

test('the same file twice is one problem, not twenty-three', () => {
  const { problems, exercises } = mergeCatalogues([
    first,
    { ...first, file: 'catalogue/copy.json' },
  ]);
  expect(problems.map(({ sentence }) => sentence)).toEqual([
    'catalogue/copy.json: catalogue "thuisoefeningen-rug" is in catalogue/rug.json already, which is kept; give one of them another id',
  ]);
  expect(exercises).toHaveLength(23);
});
