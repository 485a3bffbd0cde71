/** The states of the player: the place in the exercise, and what interrupts it. */
import type { SessionView } from '../../../../src/playback/controller/controller';
import type { view } from '../../fakes';
import { overlay } from '../../fakes';

type Shown = NonNullable<Parameters<typeof view>[0]> & Partial<SessionView>;

/** Each in its own segment, as on a timeline. */
const PLACES = {
  preparation: { overlay: overlay({ segment: 0, phase: 'prepare', number: 12 }) },
  exercise: { overlay: overlay({ segment: 1, phase: 'hold' }) },
  'a pause at ease': { overlay: overlay({ segment: 2, phase: 'rest', atEase: true }) },
  rest: { overlay: overlay({ segment: 3, phase: 'rest', number: 12 }) },
  'a change of sides': { overlay: overlay({ segment: 4, phase: 'switch', number: 5 }) },
  'before the next': { overlay: overlay({ segment: 5, phase: 'done' }) },
} satisfies Record<string, Shown>;

/** The same places while paused. */
const paused = Object.fromEntries(
  Object.entries(PLACES).map(([name, more]): [string, Shown] => [
    `paused, ${name}`,
    { ...more, pause: 'paused' },
  ]),
);

const BOTH: Record<string, Shown> = {
  ...PLACES,
  waiting: { ...PLACES.preparation, waiting: true },
  'not the first exercise': { ...PLACES.exercise, index: 1 },
  ...paused,
  'the menu is open': { ...PLACES.exercise, pause: 'menu' },
  'it hurts': { ...PLACES.exercise, pause: 'hurts' },
  leaving: { ...PLACES.exercise, pause: 'leaving' },
};

/** For each kind of player: the view of its session in each state. */
export const STATES: Record<'solo' | 'group', Record<string, Shown>> = {
  solo: {
    ...BOTH,
    'a film of one speed': { ...PLACES.exercise, canChangePace: false },
    'paused, a film of one speed': {
      ...PLACES.exercise,
      canChangePace: false,
      pause: 'paused',
    },
  },
  group: BOTH,
};
