import { expect, it } from 'vitest';
import { easierWay, mediaKey, withVariant } from '../../src/catalogue/variant';
import { planRoutine } from '../../src/session/routine/plan';
import { compileTimeline } from '../../src/timeline/compile';
import { realExercises } from '../support/catalogue';

const exercises = realExercises();
const get = (id: string) => {
  const exercise = exercises.get(id);
  if (!exercise) throw new Error(`the catalogue has no ${id}`);
  return exercise;
};

it('shows a harder variant with its own picture, level and sentence, at the same dose', () => {
  const base = get('brug');
  const crossed = withVariant(base, 'armen-gekruist');
  expect(crossed.level).toBe('harder');
  expect(crossed.instruction).toEqual([...base.instruction, base.variants[0]?.text]);
  expect(mediaKey(crossed)).toBe('brug--armen-gekruist');
  expect(compileTimeline(crossed)).toEqual(compileTimeline(base));
  expect(mediaKey(base)).toBe('brug');
});

it('asks for what the variant needs, and keeps the level of an easier one', () => {
  expect(withVariant(get('bekken-zit'), 'zitbal').equipment).toEqual(['ball', 'support']);
  const wall = withVariant(get('bekken-stand'), 'muur');
  expect([wall.equipment, wall.level]).toEqual([['wall'], 'basic']);
});

it('keeps an advanced exercise advanced', () => {
  expect(withVariant(get('rug-buiklig'), 'beide-benen').level).toBe('advanced');
});

it('refuses a variant that the brochure does not name, in one sentence', () => {
  expect(() => withVariant(get('brug'), 'op-je-hoofd')).toThrow(
    'brug: has no variant "op-je-hoofd" (it has: armen-gekruist)',
  );
});

it('plans a variant, and does the plain exercise where a routine names one that is gone', () => {
  const routine = (variant: string) => ({
    id: 'mine',
    title: 'Mijn routine',
    items: [{ exercise: 'brug', variant }],
  });
  const variantOf = (id: string) => planRoutine(routine(id), exercises)[0]?.exercise.variant;
  expect(variantOf('armen-gekruist')).toBe('armen-gekruist');
  expect(variantOf('weg')).toBeUndefined();
});

it('knows the easier way: the brochure’s variant, or the exercise itself in place of a harder one', () => {
  expect(easierWay(get('bekken-stand'))).toEqual({
    variant: 'muur',
    title: 'Met je rug tegen de muur',
  });
  expect(easierWay(withVariant(get('bekken-stand'), 'muur'))).toBeUndefined();
  for (const [id, variant] of [
    ['bekken-zit', 'zitbal'],
    ['brug', 'armen-gekruist'],
  ] as const) {
    expect(easierWay(get(id)), id).toBeUndefined();
    expect(easierWay(withVariant(get(id), variant)), id).toEqual({});
  }
  const all = [...exercises.values()].filter((one) => easierWay(one)).map(({ id }) => id);
  expect(all).toEqual(['bekken-stand']);
});

it('knows no easier way for advanced people: at any pain they skip the exercise', () => {
  expect(easierWay(withVariant(get('rug-buiklig'), 'beide-benen'))).toBeUndefined();
});
