/** Tests an exercise with the dose and variant of a routine. */
import { expect, it } from 'vitest';
import { applyItem } from '../../../src/session/routine/applyItem';
import { bridge, cycling, LIFT_HOLD_LOWER, part } from '../../support/exercises';

const plain = { sets: 2, reps: 15, holdCounts: 3, sides: 'none', restSeconds: 20 } as const;
const marked = {
  ...bridge(),
  parts: [part(plain, LIFT_HOLD_LOWER, { assumed: ['holdCounts'], about: ['reps'] })],
} as ReturnType<typeof bridge>;

it('is the brochure’s where nothing was changed', () => {
  expect(applyItem(marked, { exercise: 'brug' })).toEqual(marked);
});

it('a number the patient changed is neither ours nor the brochure’s; one the app changed is ours', () => {
  const item = { exercise: 'brug', doses: [{ ...plain, sets: 1, reps: 10, holdCounts: 5 }] };
  expect(applyItem(marked, item).parts[0]).toMatchObject({
    dose: { sets: 1, reps: 10, holdCounts: 5 },
    assumed: [],
    about: [],
  });
  const sets = { exercise: 'brug', doses: [{ ...plain, sets: 1 }] };
  expect(applyItem(marked, sets, 'app').parts[0]).toMatchObject({
    assumed: ['holdCounts', 'sets'],
    about: ['reps'],
  });
});

it('an optional part that is left out is not there', () => {
  const [first, second] = cycling().parts;
  const backward = { ...second, optional: true } as typeof first;
  const known = { ...cycling(), parts: [first, backward] } as ReturnType<typeof cycling>;
  const forward = applyItem(known, { exercise: 'fietsen', doses: [first.dose, null] });
  expect(forward.parts.map(({ id }) => id)).toEqual([first.id]);
  expect(applyItem(known, { exercise: 'fietsen' }).parts).toHaveLength(2);
});

it('takes the variant where the brochure names one', () => {
  const variants = [{ id: 'gekruist', kind: 'harder' as const, title: 'Gekruist', text: 'Zo.' }];
  const known = { ...bridge(), variants };
  expect(applyItem(known, { exercise: 'brug', variant: 'gekruist' })).toMatchObject({
    variant: 'gekruist',
    level: 'harder',
  });
  expect(applyItem(known, { exercise: 'brug', variant: 'weg' }).variant).toBeUndefined();
});
