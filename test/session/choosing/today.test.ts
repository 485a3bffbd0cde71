import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Equipment, Exercise } from '../../../src/catalogue/types';
import { arrange } from '../../../src/session/choosing/order';
import {
  askAnother,
  chooseToday,
  isReduced,
  type TodayChoice,
} from '../../../src/session/choosing/today';
import { addDays } from '../../../src/session/memory/day';
import { readDocument, writeDocument } from '../../../src/session/memory/document';
import { excludeExercise, isExcluded } from '../../../src/session/memory/excludedExercises';
import { record } from '../../../src/session/memory/history';
import {
  DAILY_MINUTES,
  type Day,
  emptyMemory,
  type Memory,
} from '../../../src/session/memory/memory';
import { answerPain, isSpared, notePain } from '../../../src/session/memory/pain';
import { planRoutine, routineSeconds } from '../../../src/session/routine/plan';
import { presets } from '../../../src/session/routine/presets';
import type { RoutineItem } from '../../../src/session/routine/routine';
import nl from '../../../static/texts/nl.json';
import { realExercises } from '../../support/catalogue';
import { anyExercise } from '../../support/exercises';
import { anyMemory, session, TODAY } from '../../support/memory';
import { upsAndDowns } from '../../support/upsAndDowns';

const known = realExercises();
const exercises = [...known.values()];
const empty = emptyMemory(7);

/** With these settings. */
const wished = (settings: Partial<Memory['settings']>, memory = empty): Memory => ({
  ...memory,
  settings: { ...memory.settings, ...settings },
});
const today = (memory: Memory, day: Day = TODAY, among = exercises) =>
  chooseToday({ exercises: among, memory, day });
const ids = ({ routine }: TodayChoice) => routine.items.map((item) => item.exercise);
const keys = ({ reasons }: TodayChoice) => reasons.map(({ key }) => key);
const isWithin = (seconds: number, minutes: number) =>
  seconds >= minutes * 48 && seconds <= minutes * 72;

/** The exercises as they will be done. */
const asDone = ({ routine }: TodayChoice, among: ReadonlyMap<string, Exercise> = known) =>
  planRoutine(routine, among).map(({ exercise }) => exercise);

/** What must hold of any choice. */
function hold(choice: TodayChoice, memory: Memory, day: Day, among = known) {
  const { equipment, harder, minutes } = memory.settings;
  expect(new Set(ids(choice)).size).toBe(ids(choice).length);
  expect(asDone(choice, among)).toHaveLength(ids(choice).length);
  for (const exercise of asDone(choice, among)) {
    expect(exercise.level).not.toBe('advanced');
    if (!harder) expect(exercise.level).toBe('basic');
    expect(exercise.equipment.filter((one) => !equipment.includes(one))).toEqual([]);
    expect(isExcluded(memory, exercise.id)).toBe(false);
    expect(isSpared(memory, exercise.id, day)).toBe(false);
  }
  expect(routineSeconds(choice.routine, among)).toBeCloseTo(choice.seconds, 6);
  const { seconds } = choice;
  expect(keys(choice).includes('few')).toBe(seconds < minutes * 48);
  expect(keys(choice).includes('long')).toBe(seconds > minutes * 72);
  // The brochure's dose, or one set of it.
  for (const { doses, exercise: id } of choice.routine.items) {
    const parts = among.get(id)?.parts ?? [];
    if (doses) expect(doses).toEqual(parts.map(({ dose }) => ({ ...dose, sets: 1 })));
  }
}

it('for any memory and any day what must hold holds, and nothing throws', () => {
  fc.assert(
    fc.property(anyMemory(exercises), fc.integer({ min: -40, max: 40 }), (memory, n) => {
      const day = addDays(TODAY, n);
      hold(today(memory, day), memory, day);
    }),
    { numRuns: 250 },
  );
});

it('is the same all day: again, after a restart, while and after it was done', () => {
  fc.assert(
    fc.property(anyMemory(exercises), fc.nat({ max: 7 }), (memory, many) => {
      const choice = today(memory);
      expect(today(memory)).toEqual(choice);
      const restarted = readDocument(writeDocument(memory), 1).memory;
      expect(today(restarted)).toEqual(choice);
      const half = record(memory, session(TODAY, ids(choice).slice(0, many)));
      expect(today(half).routine).toEqual(choice.routine);
      const whole = record(half, session(TODAY, ids(choice)));
      expect(today(whole)).toEqual(choice);
      const [first] = asDone(choice);
      if (first)
        expect(today(notePain(whole, first, TODAY, false)).routine).toEqual(choice.routine);
    }),
    { numRuns: 100 },
  );
});

it('what was skipped today because it hurt is chosen by none of today’s routines, but tomorrow it may', () => {
  fc.assert(
    fc.property(anyMemory(exercises), fc.nat(20), fc.nat(5), (memory, which, times) => {
      const done = asDone(today(memory));
      const hurt = done[which % Math.max(1, done.length)];
      if (!hurt) return;
      let skipped = notePain(memory, hurt, TODAY, true);
      expect(ids(today(skipped))).not.toContain(hurt.id);
      for (let n = 0; n <= times; n += 1) {
        skipped = askAnother(skipped, TODAY);
        expect(ids(today(skipped))).not.toContain(hurt.id);
      }
      hold(today(skipped), skipped, TODAY);
      const tomorrow = addDays(TODAY, 1);
      const wentOn = notePain(memory, hurt, TODAY, false);
      expect(today(skipped, tomorrow)).toEqual(today(wentOn, tomorrow));
    }),
    { numRuns: 40 },
  );
});

describe('any catalogue', () => {
  const equipment = fc.subarray<Equipment>(['mat', 'chair', 'ball', 'wall', 'support'], {
    maxLength: 2,
  });
  const catalogue = (most: number) =>
    fc
      .array(
        fc.record({
          exercise: anyExercise,
          level: fc.constantFrom('basic', 'basic', 'basic', 'harder', 'advanced'),
          position: fc.constantFrom('supine', 'prone', 'sitting', 'standing', 'onBall'),
          category: fc.constantFrom('houding', 'kracht', 'mobiliteit'),
          equipment,
        }),
        { maxLength: most },
      )
      .map((all) =>
        all.map(
          ({ exercise, ...more }, n) => ({ ...exercise, ...more, id: `oefening-${n}` }) as Exercise,
        ),
      );

  it('what must hold holds', () => {
    fc.assert(
      fc.property(catalogue(30), anyMemory(exercises), (among, memory) => {
        const map = new Map(among.map((one) => [one.id, one]));
        hold(today(memory, TODAY, among), memory, TODAY, map);
      }),
      { numRuns: 60 },
    );
  });

  it('has the right length wherever any choice of its exercises has it', () => {
    /** Seconds of every choice of some exercises, each whole or with one set. */
    const all = (among: readonly Exercise[]): number[] => {
      const map = new Map(among.map((one) => [one.id, one]));
      const visit = (at: number, picked: RoutineItem[]): number[] => {
        const exercise = among[at];
        if (!exercise) {
          const order = arrange(picked.map((item) => map.get(item.exercise) as Exercise));
          const items = order.flatMap(({ id }) => picked.filter((item) => item.exercise === id));
          return [routineSeconds({ id: 'r', title: 'r', items }, map)];
        }
        const doses = exercise.parts.map(({ dose }) => ({ ...dose, sets: 1 }));
        return [
          ...visit(at + 1, picked),
          ...visit(at + 1, [...picked, { exercise: exercise.id }]),
          ...visit(at + 1, [...picked, { exercise: exercise.id, doses }]),
        ];
      };
      return visit(0, []);
    };
    fc.assert(
      fc.property(catalogue(5), fc.constantFrom(...DAILY_MINUTES), (among, minutes) => {
        const basic = among.map((one) => ({ ...one, level: 'basic' as const, equipment: [] }));
        const choice = today(wished({ minutes }), TODAY, basic);
        const can = all(basic).some((seconds) => isWithin(seconds, minutes));
        expect(isWithin(choice.seconds, minutes)).toBe(can);
      }),
      { numRuns: 60 },
    );
  });
});

describe('two months of the real catalogue', () => {
  const DAYS = 60;
  /** Every day done as it was chosen. */
  function live(memory: Memory): TodayChoice[] {
    let now = memory;
    return Array.from({ length: DAYS }, (_, n) => {
      const day = addDays(TODAY, n);
      const choice = today(now, day);
      now = record(now, session(day, ids(choice)));
      return choice;
    });
  }
  const sets: Equipment[][] = [
    ['mat'],
    ['mat', 'chair'],
    ['mat', 'chair', 'wall', 'support'],
    ['mat', 'chair', 'ball', 'wall', 'support'],
  ];
  const all = sets.flatMap((equipment) =>
    DAILY_MINUTES.flatMap((minutes) =>
      [false, true].map((harder) => ({ equipment, minutes, harder })),
    ),
  );

  it.each(all)('$minutes minutes, $equipment, harder: $harder', (settings) => {
    const choices = live(wished(settings, emptyMemory(settings.minutes)));
    const minutes = choices.map(({ seconds }) => Math.round(seconds / 6) / 10).sort();
    const told = `minutes: ${minutes.join(' ')}`;
    expect(
      choices.every(({ seconds }) => isWithin(seconds, settings.minutes)),
      told,
    ).toBe(true);
    // Down once, and up once.
    const ups = choices.map((one) => upsAndDowns(asDone(one).map(({ position }) => position)));
    expect(Math.max(...ups)).toBe(2);
    for (const choice of choices) {
      const counts = ['houding', 'kracht', 'mobiliteit'].map(
        (category) => asDone(choice).filter((one) => one.category === category).length,
      );
      expect(Math.min(...counts), counts.join()).toBeGreaterThanOrEqual(1);
      expect(Math.max(...counts) - Math.min(...counts), counts.join()).toBeLessThanOrEqual(2);
    }
    const again = choices.flatMap((one, n) => {
      const before = n ? ids(choices[n - 1] as TodayChoice) : [];
      return ids(one).filter((id) => before.includes(id));
    });
    const share = again.length / choices.flatMap(ids).length;
    // A quarter of an hour with only a mat can't do without: two of four exercises of posture need more.
    expect(share, `${again.length} of yesterday`).toBeLessThan(
      settings.minutes === 15 ? 0.2 : 0.01,
    );
    // Everything that may be chosen is, sooner or later.
    const may = exercises.filter(
      (one) =>
        (one.level === 'basic' || (settings.harder && one.level === 'harder')) &&
        one.equipment.every((thing) => settings.equipment.includes(thing)),
    );
    expect(new Set(choices.flatMap(ids)).size).toBeGreaterThanOrEqual(may.length);
  });

  it('two sets by the brochure are one now and then, and marked', () => {
    const choices = live(wished({ minutes: 5 }));
    const reduced = choices.filter((one) =>
      one.routine.items.some((item) => isReduced(known.get(item.exercise) as Exercise, item)),
    );
    expect(reduced.length).toBeGreaterThan(0);
    for (const choice of choices)
      expect(keys(choice).includes('oneSet')).toBe(reduced.includes(choice));
  });

  it('variants come only once harder is switched on', () => {
    const variants = (harder: boolean) =>
      live(wished({ harder, minutes: 15, equipment: ['mat', 'chair', 'ball', 'support'] })).flatMap(
        ({ routine }) => routine.items.filter((item) => item.variant),
      );
    expect(variants(false)).toEqual([]);
    expect(variants(true).length).toBeGreaterThan(0);
  });
});

describe('another choice', () => {
  it('is another one every time, and as good; tomorrow is not touched', () => {
    fc.assert(
      fc.property(anyMemory(exercises), fc.constantFrom(...DAILY_MINUTES), (any, minutes) => {
        let memory = wished(
          { minutes, equipment: ['mat', 'chair'] },
          { ...any, shelf: [], pain: [] },
        );
        const tomorrow = today(memory, addDays(TODAY, 1));
        for (let n = 0; n < 4; n += 1) {
          const before = ids(today(memory));
          memory = askAnother(memory, TODAY);
          const choice = today(memory);
          expect([...ids(choice)].sort()).not.toEqual([...before].sort());
          hold(choice, memory, TODAY);
          expect(keys(choice)).not.toContain('few');
        }
        expect(today(memory, addDays(TODAY, 1))).toEqual(tomorrow);
      }),
      { numRuns: 40 },
    );
  });

  it('is much of another one', () => {
    const shares = Array.from({ length: 20 }, (_, seed) => {
      const first = ids(today(emptyMemory(seed)));
      const other = ids(today(askAnother(emptyMemory(seed), TODAY)));
      return other.filter((id) => first.includes(id)).length / other.length;
    });
    expect(shares.reduce((sum, one) => sum + one, 0) / 20).toBeLessThan(0.4);
  });

  it('counts per day', () => {
    const twice = askAnother(askAnother(empty, TODAY), TODAY);
    expect(twice.another).toEqual({ day: TODAY, times: 2 });
    expect(askAnother(twice, '2026-11-26').another).toEqual({ day: '2026-11-26', times: 1 });
  });

  it('where there is no other, it is the same', () => {
    const stand = askAnother(wished({ equipment: [] }), TODAY);
    expect(ids(today(stand))).toEqual(['bekken-stand']);
  });
});

describe('where it can’t be had', () => {
  it('everything on the shelf: nothing, and few', () => {
    const all = exercises.reduce((sum, { id }) => excludeExercise(sum, id, 'own', TODAY), empty);
    expect(today(all)).toEqual({
      routine: { id: 'today', title: 'routine.today', items: [] },
      seconds: 0,
      reasons: [{ key: 'few' }],
    });
    expect(today(askAnother(all, TODAY)).routine.items).toEqual([]);
    expect(today(empty, TODAY, []).routine.items).toEqual([]);
  });

  it('nothing at hand: what needs nothing, and few', () => {
    const choice = today(wished({ equipment: [] }));
    expect(ids(choice)).toEqual(['bekken-stand']);
    expect(keys(choice)[0]).toBe('few');
  });

  it('only a chair: all there is, nearest to ten minutes', () => {
    const choice = today(wished({ equipment: ['chair', 'support'] }));
    expect(ids(choice)).toHaveLength(4);
    expect(keys(choice)[0]).toBe('few');
    expect(keys(choice)).not.toContain('balance');
  });
});

describe('the reasons', () => {
  const yesterday = record(empty, session(addDays(TODAY, -1), ['brug', 'bekken-zit']));

  it('others than yesterday, of all three', () => {
    expect(keys(today(yesterday))).toEqual(expect.arrayContaining(['other', 'balance']));
    expect(keys(today(empty))).not.toContain('other');
  });

  it('left out because of pain', () => {
    const hurt = notePain(empty, known.get('superman') as Exercise, addDays(TODAY, -1), false);
    const lasted = answerPain(hurt, hurt.pain[0] as Memory['pain'][0], 'lasted', TODAY);
    expect(today(lasted).reasons[0]).toEqual({ key: 'shelf', params: { n: 1 } });
    expect(keys(today(hurt))).not.toContain('shelf');
  });

  it('only what is at hand', () => {
    // Without a ball one exercise stays out, and one that is for advanced people anyway.
    expect(today(empty).reasons).toContainEqual({ key: 'equipment', params: { n: 1 } });
    const all: Equipment[] = ['mat', 'chair', 'ball', 'wall', 'support'];
    expect(keys(today(wished({ equipment: all })))).not.toContain('equipment');
  });
});

describe('the presets', () => {
  const made = presets(exercises);
  const of = (id: string) => {
    const routine = made.find((one) => one.id === id);
    if (!routine) throw new Error(`no ${id}`);
    return routine;
  };
  const positions = (id: string) => planRoutine(of(id), known).map((one) => one.exercise.position);

  it('are four, named in the language file, of basic exercises only', () => {
    expect(made.map(({ id }) => id)).toEqual([
      'preset-start',
      'preset-bare',
      'preset-upright',
      'preset-stretch',
    ]);
    expect(made.filter(({ title }) => !(title in nl))).toEqual([]);
    const levels = made.flatMap((one) =>
      planRoutine(one, known).map(({ exercise }) => exercise.level),
    );
    expect(new Set(levels)).toEqual(new Set(['basic']));
    expect(presets(exercises)).toEqual(made);
  });

  it('five minutes, and ten with only a mat, down once and up once', () => {
    expect(isWithin(routineSeconds(of('preset-start'), known), 5)).toBe(true);
    expect(isWithin(routineSeconds(of('preset-bare'), known), 10)).toBe(true);
    for (const id of ['preset-start', 'preset-bare']) expect(upsAndDowns(positions(id))).toBe(2);
    const needs = planRoutine(of('preset-bare'), known).flatMap(
      ({ exercise }) => exercise.equipment,
    );
    expect(new Set(needs)).toEqual(new Set(['mat']));
  });

  it('standing and sitting never gets down; stretching holds every stretch of the brochure', () => {
    expect(upsAndDowns(positions('preset-upright'))).toBe(0);
    expect(of('preset-upright').items).toHaveLength(4);
    const stretches = of('preset-stretch').items.map((item) => item.exercise);
    expect(stretches.sort()).toEqual([
      'bolletje',
      'hamstrings-actief',
      'hamstrings-passief',
      'heupbuigers',
      'quadriceps',
      'rek-bil',
      'rek-onderrug-bil',
      'rek-rug-schouders',
    ]);
    expect(upsAndDowns(positions('preset-stretch'))).toBe(2);
  });

  it('of an empty catalogue are none', () => {
    expect(presets([])).toEqual([]);
  });
});
