/** Everything outside the UI, made up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Advice, Category, Exercise } from '../../src/catalogue/types';
import type {
  Checkpoint,
  ConductorEvents,
  ConductorView,
} from '../../src/playback/conductor.types';
import type { Guide } from '../../src/playback/guide.types';
import type { MediaIndex } from '../../src/playback/media';
import type { Player, PlayerEvents } from '../../src/playback/player';
import type { Routine } from '../../src/session/routine';
import { DEFAULT_SOUND, type SoundSettings, showsCaptions } from '../../src/session/sound';
import type { CaptionState } from '../../src/timeline/captions';
import type { OverlayState } from '../../src/timeline/overlay';
import type { AppServices, Problem, Routines } from '../../src/ui/services';
import type { translator } from '../../src/ui/texts/translate';
import { bridge, cycling, sidePlank } from '../support/exercises';
import type { FakeConductor, VideoNote } from './harness';

/** What a test can set, and look at afterwards. */
export interface Fakes {
  exercises: Exercise[];
  categories: Category[];
  advice: Advice[];
  problems: Problem[];
  media: MediaIndex;
  today: Routine;
  /** Exercises whose preview has video. */
  previews: string[];
  /** Filled while the app runs. */
  conductors: FakeConductor[];
  openPreviews: Set<string>;
  video: VideoNote[];
  reloads: number;
  sound: SoundSettings;
  /** What is captioned, where captions show. */
  caption: CaptionState | undefined;
  samples: number;
}

const CATEGORIES: Category[] = [
  { id: 'houding', title: 'Houding', fullTitle: 'Houding' },
  { id: 'kracht', title: 'Kracht', fullTitle: 'Kracht' },
];

/** An exercise like the bridge, under another name. */
export const exercise = (id: string, more: Partial<Exercise> = {}): Exercise => ({
  ...bridge(),
  id,
  title: `Oefening ${id}`,
  shortTitle: `Kort ${id}`,
  instruction: ['Hef je heupen op.'],
  ...more,
});

export const CAUTION = 'Enkel voor mensen met een sterk spierkorset.';

export const EXERCISES: Exercise[] = [
  exercise('kantel', { category: 'houding', equipment: ['mat'] }),
  exercise('kat', { category: 'houding', position: 'handsAndKnees' }),
  exercise('brug', { level: 'basic', equipment: ['mat'] }),
  exercise('eenbeen', { level: 'harder' }),
  exercise('rugbal', { level: 'advanced', caution: CAUTION, position: 'onBall' }),
  exercise('zijplank', { parts: sidePlank().parts, position: 'sideLying' }),
  exercise('fietsen', { parts: cycling().parts }),
];

const TEXTS = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../static/texts/nl.json'), 'utf8'),
) as Record<string, string>;

function fakeConductor(
  routine: Routine,
  events: ConductorEvents,
  from: Checkpoint | undefined,
): FakeConductor {
  const asked: string[] = [];
  const checkpoint: Checkpoint = {
    routine: routine.id,
    index: 0,
    exercise: routine.items[0]?.exercise ?? '',
    part: 'main',
    set: 1,
    repetition: 1,
  };
  const note = (what: string) => () => {
    asked.push(what);
  };
  return {
    routine,
    events,
    asked,
    from,
    checkpoint,
    ok: note('ok'),
    arrow: (step) => asked.push(`arrow ${step}`),
    stand: (reason) => asked.push(`stand ${reason}`),
    resume: note('resume'),
    hurts: (skip) => asked.push(`hurts ${skip}`),
    previous: note('previous'),
    next: note('next'),
    repeat: note('repeat'),
    leave: () => {
      asked.push('leave');
      return checkpoint;
    },
  };
}

function fakePlayer(opened: () => void, closed: () => void): Player {
  opened();
  return {
    state: 'playing',
    mediaTime: 0,
    open: () => {},
    play: () => {},
    pause: () => {},
    seek: () => {},
    close: closed,
  };
}

/** Keeps the settings, and captions what the test says. */
const fakeGuide = (fakes: Fakes): Guide => ({
  get caption() {
    return showsCaptions(fakes.sound) ? fakes.caption : undefined;
  },
  get settings() {
    return fakes.sound;
  },
  change(settings) {
    fakes.sound = settings;
  },
  sample() {
    fakes.samples += 1;
  },
  log: [],
  moment: () => {},
  left: () => {},
});

export function fakeServices(
  change: Partial<Fakes>,
  RoutinesType: typeof Routines,
  makeTranslate: typeof translator,
): { fakes: Fakes; services: AppServices } {
  const fakes: Fakes = {
    exercises: EXERCISES,
    categories: CATEGORIES,
    advice: [{ id: 'bewegen', text: 'Blijf in beweging. Zit zo weinig mogelijk.' }],
    problems: [],
    media: { exercises: {} },
    today: {
      id: 'today',
      title: 'routine.today',
      items: [{ exercise: 'brug' }, { exercise: 'zijplank' }, { exercise: 'fietsen' }],
    },
    previews: [],
    conductors: [],
    openPreviews: new Set(),
    video: [],
    reloads: 0,
    sound: { ...DEFAULT_SOUND },
    caption: undefined,
    samples: 0,
    ...change,
  };
  const known = new Map(fakes.exercises.map((one) => [one.id, one]));
  const services: AppServices = {
    shelf: {
      title: 'Thuisoefeningen',
      categories: fakes.categories,
      exercises: fakes.exercises,
      advice: fakes.advice,
    },
    problems: fakes.problems,
    media: fakes.media,
    t: makeTranslate(TEXTS),
    routines: new RoutinesType(fakes.today, known),
    video: {
      element: document.createElement('video'),
      show: (box) => fakes.video.push({ box }),
      hide: () => fakes.video.push('hidden'),
      keepFrame: () => fakes.video.push('kept'),
      releaseFrame: () => fakes.video.push('released'),
      isKept: false,
    },
    guide: fakeGuide(fakes),
    createConductor(routine, events, from) {
      const conductor = fakeConductor(routine, events, from);
      fakes.conductors.push(conductor);
      return conductor;
    },
    openPreview: ({ id }: Exercise, _events: PlayerEvents) =>
      fakes.previews.includes(id)
        ? fakePlayer(
            () => fakes.openPreviews.add(id),
            () => fakes.openPreviews.delete(id),
          )
        : undefined,
    routineSeconds: (routine) => routine.items.length * 120,
    reload: () => {
      fakes.reloads += 1;
    },
  };
  return { fakes, services };
}

const PHASES = ['prepare', 'move', 'hold', 'return', 'rest', 'switch', 'done'];

/** An overlay in the midst of the bridge's first repetition. */
export const overlay = (more: Partial<OverlayState> = {}): OverlayState => ({
  segment: PHASES.indexOf(more.phase ?? 'move'),
  phase: 'move',
  atEase: false,
  number: 1,
  numberKind: 'repetition',
  progress: 0.5,
  part: 'main',
  set: 1,
  sets: 2,
  repetition: 1,
  repetitions: 15,
  timed: false,
  remainingSeconds: 200,
  share: 0.1,
  ...more,
});

/** What the conductor shows. */
export const view = (more: Partial<ConductorView> = {}): ConductorView => ({
  exercise: EXERCISES.find((one) => one.id === 'brug') as Exercise,
  index: 0,
  count: 3,
  overlay: overlay(),
  pace: 1,
  state: 'playing',
  picture: 'video',
  pause: 'running',
  next: EXERCISES.find((one) => one.id === 'zijplank') as Exercise,
  stretches: [
    { exercise: 'brug', seconds: 280, share: 0.1 },
    { exercise: 'zijplank', seconds: 60, share: 0 },
    { exercise: 'fietsen', seconds: 90, share: 0 },
  ],
  ...more,
});
