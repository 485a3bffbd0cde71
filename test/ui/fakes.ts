/** Replaces everything outside the UI. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Routines } from '../../src/app/routines';
import type { ScreenMode } from '../../src/app/screenMode';
import type { AppServices, BrochureSource, Problem } from '../../src/app/services';
import type { Sessions } from '../../src/app/sessions';
import type { Found } from '../../src/app/updateChecker';
import type { Advice, Category, Exercise } from '../../src/catalogue/types';
import { mediaKey } from '../../src/catalogue/variant';
import type { SessionEvents, SessionView } from '../../src/playback/controller/controller';
import type { DemonstrationEvents } from '../../src/playback/demonstration';
import type { MediaIndex } from '../../src/playback/media';
import type { Narrator } from '../../src/playback/narrator/narrator';
import type { Player, PlayerEvents } from '../../src/playback/players/player';
import { type Centre, NO_CENTRE } from '../../src/session/centre/centre';
import { writeDocument } from '../../src/session/memory/document';
import { emptyMemory, type Memory } from '../../src/session/memory/memory';
import {
  DEFAULT_SOUND,
  type SoundSettings,
  showsCaptions,
} from '../../src/session/preferences/sound';
import type { Routine } from '../../src/session/routine/routine';
import type { Checkpoint } from '../../src/session/walk/checkpoint';
import type { Language } from '../../src/texts/languages';
import type { translator } from '../../src/texts/translate';
import type { CaptionState } from '../../src/timeline/captions';
import type { OverlayState } from '../../src/timeline/overlay';
import { memoryCare } from '../../src/tv/memoryCare';
import type { MemoryStore } from '../../src/tv/memoryStore';
import type { Platform } from '../../src/tv/platform';
import type { TextStore } from '../../src/tv/storage';
import { bridge, cycling, sidePlank } from '../support/exercises';
import type { FakeController, VideoNote } from './harness';

/** The settings of a test, and the results that it can read. */
export interface Fakes {
  exercises: Exercise[];
  /** Exercises of a large catalogue that load later than the others, and come before them in their rows. */
  later: { exercises: Exercise[]; come: Promise<void>; problems?: Problem[] } | undefined;
  categories: Category[];
  advice: Advice[];
  problems: Problem[];
  logo: AppServices['logo'];
  /** The centre's settings. */
  centre: Centre;
  /** The store of the mode. */
  modeStore: Partial<TextStore>;
  /** The result of a look at the server. */
  found: Found;
  /** Fills while the app runs. */
  demonstrations: { exercise: Exercise; events: DemonstrationEvents; isClosed: boolean }[];
  /** The languages that the centre offers. */
  languages: readonly Language[];
  media: MediaIndex;
  /** Today's routine; undefined lets the app choose. */
  today: Routine | undefined;
  /** The stored document at the start, or nothing. */
  store: FakeStore;
  /** The day on the set's clock. */
  day: string;
  /** Exercises whose preview has video. */
  previews: string[];
  /** Fills while the app runs. */
  controllers: FakeController[];
  openPreviews: Set<string>;
  /** Address of the phone page; undefined in a packaged app. */
  phoneAddress: string | undefined;
  /** Media key of every opened preview, in order. */
  previewed: string[];
  video: VideoNote[];
  reloads: number;
  sound: SoundSettings;
  /** The caption, while captions show. */
  caption: CaptionState | undefined;
  /** All that the exercise captions; undefined: the caption alone. */
  captions: readonly CaptionState[] | undefined;
  samples: number;
  /** Languages whose texts fail to load. */
  unreachable: string[];
  platform: Platform;
  sources: BrochureSource[];
}

/** Storage that a test can fill, read, or break. */
interface FakeStore {
  texts: Map<string, string>;
  /** While it is set, every call throws it. */
  broken?: Error;
}

/** Storage that holds this memory. */
export const remembering = (memory: Partial<Memory>): FakeStore => ({
  texts: new Map([['beweeg-mee.memory', writeDocument({ ...emptyMemory(7), ...memory })]]),
});

const CATEGORIES: Category[] = [
  { id: 'houding', title: 'Houding', fullTitle: 'Houding' },
  { id: 'kracht', title: 'Kracht', fullTitle: 'Kracht' },
];

/** An exercise like the bridge with another id. */
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

/** An exercise of the fakes, by id. */
export const known = (id: string): Exercise => {
  const found = EXERCISES.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

/** The app's texts of a language. */
export const textsIn = (language: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../static/texts/${language}.json`), 'utf8'),
  ) as Record<string, string>;

function fakeController(
  routine: Routine,
  events: SessionEvents,
  from: Checkpoint | undefined,
): FakeController {
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
    interrupt: (reason) => asked.push(`stand ${reason}`),
    resume: note('resume'),
    hurts: (skip) => asked.push(`hurts ${skip}`),
    previous: note('previous'),
    next: note('next'),
    repeat: note('repeat'),
    sleep: note('sleep'),
    wake: note('wake'),
    adjust: (what, by) => asked.push(`adjust ${what} ${by}`),
    workStep: { kind: 'reps', by: 5 },
    coming: undefined,
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

/** The app's classes, from the modules of the app under test. */
interface AppClasses {
  MemoryStore: typeof MemoryStore;
  Routines: typeof Routines;
  ScreenMode: typeof ScreenMode;
  Sessions: typeof Sessions;
  translator: typeof translator;
}

/** A memory store over the fake storage. It writes at once, on the test's day. */
function fakeMemoryStore(fakes: Fakes, MemoryStoreType: typeof MemoryStore): MemoryStore {
  const used = () => {
    if (fakes.store.broken) throw fakes.store.broken;
    return fakes.store.texts;
  };
  const memoryStore = new MemoryStoreType({
    store: {
      read: (key) => used().get(key) ?? null,
      write: (key, text) => void used().set(key, text),
      remove: (key) => void used().delete(key),
    },
    today: () => fakes.day,
    seed: () => 7,
    later: (write) => write(),
  });
  memoryStore.take(memoryCare);
  return memoryStore;
}
/** Keeps the settings, and shows the test's caption. */
const fakeNarrator = (fakes: Fakes): Narrator => ({
  get caption() {
    return showsCaptions(fakes.sound) ? fakes.caption : undefined;
  },
  get saying() {
    return fakes.caption;
  },
  get allCaptions() {
    return fakes.captions ?? (fakes.caption ? [fakes.caption] : []);
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
  stopped: () => {},
});

/** A brochure without a review. */
export const SOURCE: BrochureSource = {
  title: 'Thuisoefeningen',
  source: {
    title: 'Thuisoefeningen',
    publisher: '',
    version: 'scan 2026-11',
    date: '2026-11-22',
    reviewer: '',
  },
};

export function fakeServices(
  change: Partial<Fakes>,
  classes: AppClasses,
): { fakes: Fakes; services: AppServices } {
  const fakes: Fakes = {
    exercises: EXERCISES,
    later: undefined,
    categories: CATEGORIES,
    advice: [{ id: 'bewegen', text: 'Blijf in beweging. Zit zo weinig mogelijk.' }],
    problems: [],
    logo: undefined,
    centre: NO_CENTRE,
    modeStore: {},
    found: 'same',
    demonstrations: [],
    languages: ['nl', 'en', 'fr', 'de'],
    media: { exercises: {} },
    today: {
      id: 'today',
      title: 'routine.today',
      items: [{ exercise: 'brug' }, { exercise: 'zijplank' }, { exercise: 'fietsen' }],
    },
    store: { texts: new Map() },
    day: '2026-11-25',
    previews: [],
    controllers: [],
    openPreviews: new Set(),
    previewed: [],
    video: [],
    reloads: 0,
    sound: { ...DEFAULT_SOUND },
    caption: undefined,
    captions: undefined,
    samples: 0,
    unreachable: [],
    platform: 'pc',
    phoneAddress: 'https://oefenen.example/phone/',
    sources: [SOURCE],
    ...change,
  };
  const library = {
    title: 'Thuisoefeningen',
    sources: fakes.sources,
    categories: fakes.categories,
    exercises: fakes.exercises,
    advice: fakes.advice,
  };
  const known = new Map(fakes.exercises.map((one) => [one.id, one]));
  const memoryStore = fakeMemoryStore(fakes, classes.MemoryStore);
  let isWhole = !fakes.later;
  const routines = new classes.Routines(memoryStore, known, [], {
    isWhole: () => isWhole,
    among: () => fakes.exercises,
  });
  const routineSeconds = (routine: Routine) => routine.items.length * 120;
  if (fakes.today) {
    const items = fakes.today.items.filter((item) => known.has(item.exercise));
    const routine = { ...fakes.today, items };
    const choice = { routine, seconds: routineSeconds(routine), reasons: [] };
    Object.defineProperty(routines, 'choice', { get: () => choice });
  }
  const services: AppServices = {
    mode: new classes.ScreenMode(fakes.centre, {
      read: () => null,
      write: () => {},
      remove: () => {},
      ...fakes.modeStore,
    }),
    updates: { look: async () => fakes.found },
    createDemonstration(exercise, events) {
      const one = { exercise, events, isClosed: false };
      fakes.demonstrations.push(one);
      return {
        close: () => {
          one.isClosed = true;
        },
      };
    },
    library,
    isWhole,
    async whole() {
      if (isWhole || !fakes.later) return this;
      const { come, exercises, problems = [] } = fakes.later;
      await come;
      for (const one of exercises) known.set(one.id, one);
      isWhole = true;
      return {
        ...services,
        isWhole,
        library: { ...library, exercises: [...exercises, ...fakes.exercises] },
        problems,
      };
    },
    platform: fakes.platform,
    centre: fakes.centre,
    languages: fakes.languages,
    language: 'nl',
    problems: fakes.problems,
    logo: fakes.logo,
    media: fakes.media,
    t: classes.translator(textsIn('nl')),
    memoryStore,
    routines,
    sessions: new classes.Sessions(memoryStore, known),
    video: {
      element: document.createElement('video'),
      prepare: () => {},
      show: (box) => fakes.video.push({ box }),
      hide: () => fakes.video.push('hidden'),
      keepFrame: () => fakes.video.push('kept'),
      releaseFrame: () => fakes.video.push('released'),
      isKept: false,
    },
    narrator: fakeNarrator(fakes),
    createController({ from, routine }, events) {
      const controller = fakeController(routine, events, from);
      fakes.controllers.push(controller);
      return controller;
    },
    openPreview(exercise: Exercise, _events: PlayerEvents) {
      const { id } = exercise;
      if (!fakes.previews.includes(id)) return undefined;
      fakes.previewed.push(mediaKey(exercise));
      return fakePlayer(
        () => fakes.openPreviews.add(id),
        () => fakes.openPreviews.delete(id),
      );
    },
    routineSeconds,
    phoneAddress: fakes.phoneAddress,
    async inLanguage(language) {
      if (fakes.unreachable.includes(language)) throw new Error('HTTP 404');
      const exercises = fakes.exercises.map((one) => translatedInto(one, language));
      for (const one of exercises) known.set(one.id, one);
      return {
        ...services,
        language,
        t: classes.translator(textsIn(language), language),
        library: { ...library, exercises },
      };
    },
    reload: () => {
      fakes.reloads += 1;
    },
  };
  return { fakes, services };
}

/** Simulates a translation: the language's name follows every title. */
const translatedInto = (one: Exercise, language: string): Exercise =>
  language === 'nl'
    ? { ...one }
    : {
        ...one,
        title: `${one.title} ${language}`,
        shortTitle: `${one.shortTitle} ${language}`,
        translated: { language, reviewer: '' },
      };

const PHASES = ['prepare', 'move', 'hold', 'return', 'rest', 'switch', 'done'];

/** An overlay in the middle of the bridge's first repetition. */
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

/** The view of the session controller. */
export const view = (more: Partial<SessionView> = {}): SessionView => ({
  exercise: EXERCISES.find((one) => one.id === 'brug') as Exercise,
  index: 0,
  count: 3,
  overlay: overlay(),
  pace: 1,
  canChangePace: true,
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
