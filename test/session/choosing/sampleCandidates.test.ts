/** Tests today's routine from a catalogue that is a hundred times as large. */
import { expect, it } from 'vitest';
import type { Exercise } from '../../../src/catalogue/types';
import { MOST_WEIGHED, sampleCandidates } from '../../../src/session/choosing/sampleCandidates';
import { seededRandom } from '../../../src/session/choosing/seededRandom';
import { askAnother, chooseToday } from '../../../src/session/choosing/today';
import { addDays } from '../../../src/session/memory/day';
import { record } from '../../../src/session/memory/history';
import { emptyMemory } from '../../../src/session/memory/memory';
import { planRoutine } from '../../../src/session/routine/plan';
import { presets } from '../../../src/session/routine/presets';
import { realExercises } from '../../support/catalogue';
import { TODAY } from '../../support/memory';

const few = [...realExercises().values()];
const many: Exercise[] = Array.from({ length: 100 }, (_, time) =>
  few.map((one) => ({ ...one, id: `${one.id}-${time}` })),
).flat();
const known = new Map(many.map((one) => [one.id, one]));

const candidatesOf = (exercises: Exercise[]) =>
  exercises.map((exercise) => ({ exercise, item: { exercise: exercise.id } }));
const wish = (exercises: Exercise[]) => ({
  candidates: candidatesOf(exercises),
  seconds: 600,
  random: seededRandom('draw'),
});

it('leaves a brochure as it is, and draws nothing by chance for it', () => {
  const one = wish(few);
  expect(sampleCandidates(one)).toBe(one);
  expect(one.random()).toBe(seededRandom('draw')());
});

it('draws as many of every category, and others by another chance', () => {
  const { candidates } = sampleCandidates(wish(many));
  expect(candidates).toHaveLength(MOST_WEIGHED);
  const counts = new Map<string, number>();
  for (const { exercise } of candidates) {
    counts.set(exercise.category, (counts.get(exercise.category) ?? 0) + 1);
  }
  expect(counts.size).toBe(new Set(few.map(({ category }) => category)).size);
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
  const others = sampleCandidates({ ...wish(many), random: seededRandom('other') }).candidates;
  expect(others.map(({ exercise }) => exercise.id)).not.toEqual(
    candidates.map(({ exercise }) => exercise.id),
  );
});

it('draws what must be in, and what was done lately only where nothing else is left', () => {
  const [first, second] = many as [Exercise, Exercise];
  const wanted = sampleCandidates({ ...wish(many), wanted: first.id }).candidates;
  expect(wanted.map(({ exercise }) => exercise.id)).toContain(first.id);
  const since = new Map(many.filter((one) => one !== second).map(({ id }) => [id, 1]));
  const fresh = sampleCandidates({ ...wish(many), since }).candidates;
  expect(fresh.map(({ exercise }) => exercise.id)).toContain(second.id);
});

it('chooses a right routine every day of a month, and never again what was done the day before', () => {
  let memory = emptyMemory(7);
  let yesterday: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    const day = addDays(TODAY, n);
    const choice = chooseToday({ exercises: many, memory, day });
    expect(choice).toEqual(chooseToday({ exercises: many, memory, day }));
    expect(choice.seconds).toBeGreaterThanOrEqual(480);
    expect(choice.seconds).toBeLessThanOrEqual(720);
    const planned = planRoutine(choice.routine, known);
    expect(new Set(planned.map(({ exercise }) => exercise.category)).size).toBe(
      new Set(few.map(({ category }) => category)).size,
    );
    const ids = planned.map(({ exercise }) => exercise.id);
    expect(ids.filter((id) => yesterday.includes(id))).toEqual([]);
    yesterday = ids;
    memory = record(memory, {
      day,
      routine: 'today',
      exercises: planned.map(({ exercise: { category, id } }) => ({
        exercise: id,
        category,
        ending: 'done',
        seconds: 60,
      })),
    });
  }
});

it('another choice is another one, each time', () => {
  let memory = emptyMemory(7);
  let before = '';
  for (let times = 0; times < 6; times += 1) {
    const { routine } = chooseToday({ exercises: many, memory, day: TODAY });
    const now = JSON.stringify(routine.items);
    expect(now).not.toBe(before);
    before = now;
    memory = askAnother(memory, TODAY);
  }
});

it('has the presets ready', () => {
  expect(presets(many).map(({ id }) => id)).toEqual(presets(few).map(({ id }) => id));
});
