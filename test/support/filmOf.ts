/** Generates films of any exercise that match its dose, for property tests. */
import fc from 'fast-check';
import type { Mark, Recorded } from '../../src/catalogue/recorded';
import type { Dose, Exercise, Part } from '../../src/catalogue/types';

/** A scene: its mark and its length in frames. */
interface Scene {
  mark: Omit<Mark, 'time'>;
  frames: number;
}

/** Returns the lengths of the scenes, in turns. */
type Next = () => number;

const roundsOf = (dose: Dose) =>
  dose.sides === 'each' ? (['left', 'right'] as const) : ([undefined] as const);

const sideOf = (dose: Dose, round: 'left' | 'right' | undefined, repetition: number) =>
  dose.sides === 'alternate' ? (repetition % 2 === 1 ? 'left' : 'right') : round;

/** From -14 to 14 frames around the length: less than half a count. */
const nearly = (seconds: number, next: Next) => Math.max(1, seconds * 30 + (next() % 29) - 14);

function repetition(part: Part, place: Omit<Mark, 'time' | 'phase'>, last: boolean, next: Next) {
  const { dose } = part;
  return part.movement.flatMap((step): Scene[] => {
    const { phase, word } = step;
    if (phase === 'rest') return last ? [] : [{ mark: { phase }, frames: next() }];
    const hold = dose.holdCounts ?? dose.holdSeconds ?? 0;
    const frames = phase === 'hold' ? nearly(hold, next) : next();
    return [{ mark: { phase, ...place, ...(word ? { word } : {}) }, frames }];
  });
}

function effort(part: Part, place: Omit<Mark, 'time' | 'phase'>, next: Next): Scene[] {
  const total = nearly(part.dose.durationSeconds ?? 0, next);
  const first = Math.max(1, Math.min(total - 1, next()));
  const at = (n: number) => ({ ...place, repetition: n });
  return [
    { mark: { phase: 'move', ...at(1) }, frames: first },
    { mark: { phase: 'return', ...at(1) }, frames: total - first },
  ];
}

function scenes(exercise: Exercise, next: Next): Scene[] {
  const all: Scene[] = [];
  exercise.parts.forEach((part, index) => {
    const { dose } = part;
    roundsOf(dose).forEach((round, roundIndex) => {
      for (let set = 1; set <= dose.sets; set += 1) {
        if (set > 1 || (index > 0 && roundIndex === 0)) {
          all.push({ mark: { phase: 'rest' }, frames: next() });
        } else if (roundIndex > 0) all.push({ mark: { phase: 'switch' }, frames: next() });
        const place = { part: part.id, set };
        if (dose.durationSeconds !== undefined) {
          const side = round ? { side: round } : {};
          all.push(...effort(part, { ...place, ...side }, next));
          continue;
        }
        for (let n = 1; n <= (dose.reps ?? 0); n += 1) {
          const side = sideOf(dose, round, n);
          const at = { ...place, repetition: n, ...(side ? { side } : {}) };
          all.push(...repetition(part, at, n === dose.reps, next));
        }
      }
    });
  });
  return all;
}

/** Generates films with or without a lead-in, and with or without marks for lead-in and end. */
export const filmOf = (exercise: Exercise): fc.Arbitrary<Recorded> =>
  fc
    .record({
      lengths: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 5, maxLength: 30 }),
      lead: fc.constantFrom('marked', 'unmarked', 'none'),
      end: fc.boolean(),
    })
    .map(({ lengths, lead, end }) => {
      let turn = 0;
      const next = () => {
        turn += 1;
        return lengths[turn % lengths.length] as number;
      };
      const all = scenes(exercise, next);
      if (lead === 'marked') all.unshift({ mark: { phase: 'prepare' }, frames: next() });
      if (end) all.push({ mark: { phase: 'done' }, frames: next() });
      let frame = lead === 'unmarked' ? next() : 0;
      const marks = all.map(({ mark, frames }) => {
        const time = Number((frame / 30).toFixed(3));
        frame += frames;
        return { time, ...mark };
      });
      return {
        playlist: 'media/film.m3u8',
        poster: 'media/poster.jpg',
        tile: 'media/tile.jpg',
        fps: 30 as const,
        frames: frame,
        sound: false,
        marks,
      };
    });
