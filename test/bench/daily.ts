/**
 * Prints what today's routine offers over many days, when the patient does each routine: the numbers of
 * `docs/decisions/007-daily-choice.md`. Run `npx tsx test/bench/daily.ts [days]`.
 */
import type { Equipment, Exercise } from '../../src/catalogue/types';
import { chooseToday, isReduced } from '../../src/session/choosing/today';
import { addDays } from '../../src/session/memory/day';
import { record } from '../../src/session/memory/history';
import { DAILY_MINUTES, emptyMemory, type Settings } from '../../src/session/memory/memory';
import { planRoutine } from '../../src/session/routine/plan';
import { realExercises } from '../support/catalogue';
import { upsAndDowns } from '../support/upsAndDowns';

const DAYS = Number(process.argv[2] ?? 1000);
const SEED = 2026;

const known = realExercises();
const exercises = [...known.values()];

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function measure(settings: Partial<Settings>): (string | number)[] {
  let memory = emptyMemory(SEED);
  memory = { ...memory, settings: { ...memory.settings, ...settings } };
  const minutes: number[] = [];
  const times: number[] = [];
  const perCategory = new Map<string, number>();
  let yesterday: string[] = [];
  let again = 0;
  let items = 0;
  let ups = 0;
  let reduced = 0;
  for (let n = 0; n < DAYS; n += 1) {
    const day = addDays('2026-01-01', n);
    const began = performance.now();
    const { routine, seconds } = chooseToday({ exercises, memory, day });
    times.push(performance.now() - began);
    minutes.push(seconds / 60);
    const planned = planRoutine(routine, known);
    for (const { exercise, item } of planned) {
      perCategory.set(exercise.category, (perCategory.get(exercise.category) ?? 0) + 1);
      if (yesterday.includes(exercise.id)) again += 1;
      if (isReduced(known.get(exercise.id) as Exercise, item)) reduced += 1;
    }
    items += planned.length;
    ups += upsAndDowns(planned.map(({ exercise }) => exercise.position));
    yesterday = planned.map(({ exercise }) => exercise.id);
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
  minutes.sort((a, b) => a - b);
  times.sort((a, b) => a - b);
  const shares = ['houding', 'kracht', 'mobiliteit'].map((id) =>
    Math.round((100 * (perCategory.get(id) ?? 0)) / items),
  );
  return [
    [minutes[0], minutes[DAYS >> 1], minutes[DAYS - 1]].map((one) => one?.toFixed(1)).join(' / '),
    (items / DAYS).toFixed(1),
    shares.join(' / '),
    percent(again / items),
    (ups / DAYS).toFixed(2),
    percent(reduced / items),
    `${(sum(times) / DAYS).toFixed(1)} ms`,
  ];
}

const SETS: [string, Equipment[]][] = [
  ['mat', ['mat']],
  ['mat, chair, wall, support', ['mat', 'chair', 'wall', 'support']],
  ['all, ball too', ['mat', 'chair', 'ball', 'wall', 'support']],
];

console.log(
  '| wished | at hand | harder | minutes: least / median / most | exercises | posture / strength / mobility, % | of yesterday | down or up | one set | to choose |',
);
console.log(`|${' --- |'.repeat(10)}`);
for (const minutes of DAILY_MINUTES) {
  for (const [name, equipment] of SETS) {
    for (const harder of [false, true]) {
      const row = measure({ minutes, equipment, harder });
      console.log(`| ${[minutes, name, harder ? 'yes' : 'no', ...row].join(' | ')} |`);
    }
  }
}
