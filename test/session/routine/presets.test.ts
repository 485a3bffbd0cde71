/** The preset for a first session, of every catalogue that is shipped and of made-up ones. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../src/catalogue/load';
import type { Equipment, Exercise, Variant } from '../../../src/catalogue/types';
import { routineSeconds } from '../../../src/session/routine/plan';
import { presets } from '../../../src/session/routine/presets';
import { LANGUAGES } from '../../../src/texts/languages';
import { staticFile } from '../../support/catalogue';
import { anyExercise, bridge } from '../../support/exercises';

/** The brochure's words about an exercise that nobody should begin with. */
const NOT_EASY = 'geen eenvoudige oefening';
const EASIER = { id: 'muur', kind: 'easier', title: 'Aan de muur', text: '…' } as Variant;

const CATALOGUES = readdirSync(staticFile('catalogue')).flatMap((file) => {
  const { catalogue } = readCatalogue(readFileSync(staticFile(`catalogue/${file}`), 'utf8'), file);
  return catalogue?.exercises.length ? [{ file, exercises: catalogue.exercises }] : [];
});

/** The preset, with its exercises and its length. */
function start(exercises: readonly Exercise[]) {
  const known = new Map(exercises.map((one) => [one.id, one]));
  const routine = presets(exercises).find(({ id }) => id === 'preset-start');
  return (
    routine && {
      title: routine.title,
      chosen: routine.items.map((item) => known.get(item.exercise) as Exercise),
      seconds: routineSeconds(routine, known),
    }
  );
}

const isFiveMinutes = (seconds: number) => seconds >= 240 && seconds <= 360;

const named = (exercise: Exercise, id: string, more: Partial<Exercise> = {}): Exercise => ({
  ...exercise,
  id,
  ...more,
});

describe('five minutes to begin with', () => {
  it.each(CATALOGUES)('of $file is five minutes of easy exercises', ({ exercises }) => {
    const preset = start(exercises);
    expect(preset?.title).toBe('routine.preset.start');
    expect(isFiveMinutes(preset?.seconds ?? 0)).toBe(true);
    const words = preset?.chosen.flatMap(({ instruction }) => instruction).join(' ') ?? '';
    expect(words).not.toBe('');
    expect(words).not.toContain(NOT_EASY);
  });

  it('the shipped brochure has an exercise that it calls not easy', () => {
    const all = CATALOGUES.flatMap(({ exercises }) => exercises);
    expect(all.some(({ instruction }) => instruction.join(' ').includes(NOT_EASY))).toBe(true);
  });

  it('has no exercise for which the brochure says an easier way', () => {
    const exercises = ['a', 'b', 'c', 'd'].map((id) =>
      named(bridge({ sets: 1 }), id, id === 'a' || id === 'c' ? { variants: [EASIER] } : {}),
    );
    expect(start(exercises)?.chosen.map(({ id }) => id)).toEqual(['b', 'd']);
  });

  it('may need a chair where what needs only a mat does not make five minutes', () => {
    const long = named(bridge({ reps: 60, sets: 1 }), 'lang', { equipment: ['mat'] });
    const short = ['x', 'y'].map((id) =>
      named(bridge({ sets: 1 }), id, { equipment: ['chair' as const] }),
    );
    const preset = start([long, ...short]);
    expect(preset?.title).toBe('routine.preset.start');
    expect(preset?.chosen.map(({ id }) => id)).toEqual(['x', 'y']);
  });

  it('of a brochure with long exercises only does not say that it is five', () => {
    const long = ['nek-1', 'nek-2'].map((id) => named(bridge({ reps: 52, sets: 1 }), id));
    const preset = start(long);
    expect(Math.round((preset?.seconds ?? 0) / 60)).toBe(7);
    expect(preset?.title).toBe('routine.preset.begin');
  });

  it('of any catalogue is five minutes, or its name does not say so', () => {
    const equipment = fc.subarray<Equipment>(['mat', 'chair', 'ball'], { maxLength: 2 });
    const catalogue = fc
      .array(fc.record({ exercise: anyExercise, equipment, isEasy: fc.boolean() }), {
        maxLength: 12,
      })
      .map((all) =>
        all.map(({ exercise, isEasy, ...more }, n) =>
          named(exercise, `oefening-${n}`, { ...more, variants: isEasy ? [] : [EASIER] }),
        ),
      );
    fc.assert(
      fc.property(catalogue, (exercises) => {
        const preset = start(exercises);
        if (!preset) return;
        expect(preset.chosen.flatMap(({ variants }) => variants)).toEqual([]);
        expect(preset.title === 'routine.preset.start').toBe(isFiveMinutes(preset.seconds));
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.keys(LANGUAGES))('has both names in %s, and one says no number', (language) => {
    const texts = JSON.parse(readFileSync(staticFile(`texts/${language}.json`), 'utf8')) as Record<
      string,
      string
    >;
    const five = texts['routine.preset.start'] ?? '';
    const any = texts['routine.preset.begin'] ?? '';
    expect(five).not.toBe('');
    expect(any).not.toBe('');
    const [number = ''] = five.split(' ');
    expect(any.toLowerCase()).not.toContain(number.toLowerCase());
  });
});
