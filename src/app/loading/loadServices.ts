/**
 * Fetches what the screens need: texts, catalogues, the list of media. Whatever is missing or
 * broken becomes a problem that the home screen tells; the app always opens.
 */

import type { LoadedCatalogue } from '../../catalogue/merge';
import type { CatalogueProblem } from '../../catalogue/problems';
import type { Exercise } from '../../catalogue/types';
import type { SessionEvents } from '../../playback/controller/controller';
import type { DemonstrationEvents } from '../../playback/demonstration';
import { type BegunMedia, beginMediaIndex } from '../../playback/media';
import type { Narrator } from '../../playback/narrator/narrator';
import type { PlayerEvents } from '../../playback/players/player';
import { type Centre, type CentreReading, NO_CENTRE } from '../../session/centre/centre';
import { centreRoutines, waitingRoomExercises } from '../../session/centre/centreRoutines';
import { amongOn, type LoadedCatalogues, suffices } from '../../session/choosing/loadedCatalogues';
import { DEFAULT_SOUND } from '../../session/preferences/sound';
import { routineSeconds } from '../../session/routine/plan';
import type { Routine } from '../../session/routine/routine';
import { restingFor } from '../../session/walk/group';
import { CODES, type Language, SOURCE_LANGUAGE } from '../../texts/languages';
import type { Translate } from '../../texts/translate';
import { compileTimeline } from '../../timeline/compile';
import { briefDoses, PREVIEW_WAIT_SECONDS } from '../../timeline/dose';
import { languagesOfSet, pickLanguage } from '../../tv/language';
import { createMemoryStore, type MemoryStore } from '../../tv/memoryStore';
import { platformOf, type SetWindow } from '../../tv/platform';
import type { Preferences } from '../../tv/preferences';
import { holderFor, ScreenSaver } from '../../tv/screenSaver';
import { browserStore } from '../../tv/storage';
import { awake } from '../keepAwake';
import { phoneAddress } from '../phoneAddress';
import { Routines } from '../routines';
import { ScreenMode } from '../screenMode';
import type { AppServices, Library, Problem } from '../services';
import { type SessionRequest, Sessions } from '../sessions';
import { UpdateChecker } from '../updateChecker';
import { createVideoWindow } from '../videoWindow';
import { fetchText } from './fetchText';
import { laterNow } from './later';
import { completed, loadCatalogues, type Portions, readBesides } from './loadCatalogues';
import { type LocalisedLibrary, loadLocalisedLibrary } from './localisedLibrary';
import { staticAddress } from './staticFolder';

const MEDIA_INDEX = 'media/index.json';
/** A folder per language (`tools/voice/README.md`). */
const VOICES = 'voice/';
/** Seconds that a group is counted in, after OK: the last three are announced and ticked. */
const COUNT_IN = 3;

async function loadMedia(): Promise<BegunMedia> {
  try {
    return beginMediaIndex(await fetchText(MEDIA_INDEX), MEDIA_INDEX);
  } catch {
    return { media: { exercises: {} }, problems: [MEDIA_INDEX], rest: () => [] };
  }
}

/** Named as briefly as can be: `brug` of `exercise "brug"`. */
const inExercise = ({ entry, file, isFilm, sentence }: CatalogueProblem): Problem => ({
  name: entry?.match(/"(.+)"/)?.[1] ?? entry ?? file,
  sentence,
  ...(isFilm ? { isFilm } : {}),
});

/** A sentence about a whole file. */
const aboutFile = (file: string, sentence: string): Problem => ({
  name: file,
  sentence,
  isFile: true,
});

/** What an edition's files have to say, as sentences in its own language. */
function problemsOf({ library, missing, problems, t }: LocalisedLibrary): Problem[] {
  const inFiles = [...library.problems, ...problems];
  for (const { sentence } of inFiles) console.warn(sentence);
  return [
    ...missing.map((file) => aboutFile(file, t('load.translation', { file }))),
    ...inFiles.map(inExercise),
  ];
}

/** All brochures of an edition. */
function libraryOf({ library, t }: LocalisedLibrary): Library {
  const titles = library.catalogues.map(({ title }) => title);
  return {
    title: titles.length > 2 ? t('home.brochures', { n: titles.length }) : titles.join('  ·  '),
    sources: library.catalogues,
    categories: library.categories,
    exercises: library.exercises,
    advice: library.advice,
  };
}

/** The first edition: in the bundled language where the wished one can't be had. */
async function firstLocalised(
  language: Language,
  loaded: Promise<readonly LoadedCatalogue[]>,
): Promise<{ localised: LocalisedLibrary; failed?: string }> {
  try {
    return { localised: await loadLocalisedLibrary(language, loaded) };
  } catch {
    return { localised: await loadLocalisedLibrary(SOURCE_LANGUAGE, loaded), failed: language };
  }
}

/** Those of the centre's languages that there are texts for; all where it offers none of them. */
function offeredLanguages({ languages }: Centre): readonly Language[] {
  const offered = CODES.filter((code) => !languages || languages.includes(code));
  return offered.length ? offered : CODES;
}

/** The language as the memory keeps it: chosen once, it stays. */
const keptIn = (memoryStore: MemoryStore): Preferences => ({
  get language() {
    return memoryStore.memory.settings.language;
  },
  set language(language) {
    memoryStore.change((memory) => {
      const { language: _, ...others } = memory.settings;
      return { ...memory, settings: language ? { ...others, language } : others };
    });
  },
});

/** Sounds, voice and captions; it speaks as the app does at the moment. */
function narratorOf(memoryStore: MemoryStore, now: () => Pick<LocalisedLibrary, 'language' | 't'>) {
  return laterNow().createNarrator({
    language: () => now().language,
    template: (key) => now().t(key),
    settings: {
      get: () => memoryStore.memory.settings.sound ?? DEFAULT_SOUND,
      set: (sound) =>
        memoryStore.change((memory) => ({ ...memory, settings: { ...memory.settings, sound } })),
    },
    voices: staticAddress(VOICES),
    log: (sentence) => console.warn(sentence),
  });
}

/**
 * @param catalogues addresses below the static folder, as `settings.json` lists them
 * @param fallback the centre's own language, for who has chosen none; else the set decides
 * @param read `centre.json`, whose catalogues and language go before the settings'
 * @param phone address of the phone page, as the centre has set it
 * @param portions of large catalogues: the day's is loaded first, where that is enough
 */
export async function loadServices(
  catalogues: readonly string[],
  fallback?: string,
  { centre, problems: centreProblems }: Pick<CentreReading, 'centre' | 'problems'> = {
    centre: NO_CENTRE,
    problems: [],
  },
  phone?: unknown,
  portions: Portions = {},
): Promise<AppServices> {
  const memoryStore = createMemoryStore(window, (sentence) => console.warn(sentence));
  const preferences = keptIn(memoryStore);
  const wanted = [preferences.language, centre.language ?? fallback, ...languagesOfSet(navigator)];
  const languages = offeredLanguages(centre);
  const language = pickLanguage(languages, wanted) ?? languages[0] ?? SOURCE_LANGUAGE;
  const files = centre.catalogues ?? catalogues;
  const day = memoryStore.today();
  const { memory } = memoryStore;
  const reading = loadCatalogues(files, portions, day).then((begun) =>
    suffices(begun, { language, centre, day, memory }) ? begun : completed(begun, files),
  );
  const [
    begun,
    { media, problems: mediaProblems, rest: restOfMedia },
    { localised: first, failed },
  ] = await Promise.all([
    reading,
    loadMedia(),
    firstLocalised(
      language,
      reading.then(({ loaded }) => loaded),
    ),
  ]);
  let known: LoadedCatalogues = begun;
  for (const { sentence } of known.problems) console.warn(sentence);
  for (const sentence of mediaProblems) console.warn(sentence);

  // One map for whoever keeps it: its exercises are always in the language of the app.
  const exercises = new Map<string, Exercise>();
  let now = first;
  const fill = (localised: LocalisedLibrary) => {
    now = localised;
    exercises.clear();
    for (const exercise of localised.library.exercises) exercises.set(exercise.id, exercise);
  };
  fill(first);

  const own = centreRoutines(centre, exercises);
  const inCentre = [
    ...centreProblems,
    ...own.problems,
    ...waitingRoomExercises(centre, exercises).problems,
  ].map(({ file, sentence }) => aboutFile(file, sentence));
  for (const { sentence } of inCentre) console.warn(sentence);

  /** What could not be read, whatever the language. */
  const commonProblems = (t: Translate): Problem[] => {
    const problems = [
      ...inCentre,
      ...known.missing.map((file) => {
        const isPart = known.loaded.some((one) => one.file === file);
        return aboutFile(file, t(isPart ? 'load.cataloguePart' : 'load.catalogue', { file }));
      }),
      ...known.problems.map(inExercise),
    ];
    if (mediaProblems.length) {
      const hasSome = Object.keys(media.exercises).length > 0;
      const sentence = t(hasSome ? 'load.mediaPart' : 'load.media', { file: MEDIA_INDEX });
      problems.push(aboutFile(MEDIA_INDEX, sentence));
    }
    return problems;
  };

  /** A portion stands in for all of a catalogue, for now or because that can't be had. */
  const isPart = () => known.loaded.some(({ isPortion }) => isPortion);
  /** Reads what a portion leaves out. @returns whether there is more now */
  const complete = async () => {
    if (!known.inPortions.length) return false;
    const { length } = known.problems;
    known = await completed(known, files, readBesides);
    for (const { sentence } of known.problems.slice(length)) console.warn(sentence);
    return true;
  };
  /** Checks what home doesn't need. @returns whether anything is wrong */
  const checkMedia = () => {
    const found = restOfMedia();
    for (const sentence of found) console.warn(sentence);
    mediaProblems.push(...found);
    return found.length > 0;
  };

  const video = createVideoWindow();
  let narrator: Narrator | undefined;
  const platform = platformOf(window as unknown as SetWindow);
  const saver = new ScreenSaver(holderFor(platform, window as unknown as SetWindow));
  const mode = new ScreenMode(centre, browserStore(window));
  const rest = centre.group.restSeconds;
  const lasting = {
    platform,
    centre,
    languages,
    mode,
    updates: new UpdateChecker({
      ask: (address, options) => fetch(address, options),
      asset: (path) => staticAddress(path),
      files: [MEDIA_INDEX, `texts/${first.language}.json`],
      // A portion is shown until all can be had.
      hasContent: () => exercises.size > 0 && !isPart(),
      log: (sentence) => console.warn(sentence),
    }),
    createDemonstration: (exercise: Exercise, events: DemonstrationEvents) =>
      laterNow().createDemonstration(
        { video: video.element, media, log: (sentence) => console.warn(sentence) },
        exercise,
        events,
      ),
    media,
    memoryStore,
    routines: new Routines(memoryStore, exercises, own.routines, {
      isWhole: () => services.isWhole,
      among: (day) => amongOn(known, day).flatMap((id) => exercises.get(id) ?? []),
    }),
    sessions: new Sessions(memoryStore, exercises),
    video,
    /** Made when it is first needed: home says nothing. */
    get narrator(): Narrator {
      narrator ??= narratorOf(memoryStore, () => now);
      return narrator;
    },
    createController: (
      { forGroup = false, from, routine }: SessionRequest,
      events: SessionEvents,
    ) =>
      laterNow().createController(
        {
          video: video.element,
          media,
          routine: forGroup && rest !== undefined ? restingFor(routine, exercises, rest) : routine,
          exercises,
          ...(forGroup && centre.group.pace ? { pace: centre.group.pace } : {}),
          ...(from ? { from } : {}),
          listener: awake(lasting.narrator, saver),
          waitForMe: forGroup
            ? mode.groupMode(memoryStore.memory.settings.group) !== 'goesOn'
            : memoryStore.memory.settings.waitForMe,
          countIn: forGroup ? COUNT_IN : 0,
          log: (sentence) => console.warn(sentence),
        },
        events,
      ),
    openPreview(exercise: Exercise, events: PlayerEvents) {
      const doses = briefDoses(exercise);
      const timeline = compileTimeline(exercise, {
        preparationSeconds: PREVIEW_WAIT_SECONDS,
        doses,
      });
      const player = laterNow().createPreview(
        { video: video.element, media },
        exercise,
        timeline,
        events,
      );
      player?.open(timeline, { loop: true });
      return player;
    },
    routineSeconds: (routine: Routine) => routineSeconds(routine, exercises),
    phoneAddress: phoneAddress(centre.phoneAddress ?? phone, window.location.href),
    reload: () => window.location.reload(),
    async inLanguage(language: Language) {
      await complete();
      const localised = await loadLocalisedLibrary(language, Promise.resolve(known.loaded));
      fill(localised);
      preferences.language = language;
      unspoken = undefined;
      return servicesIn(localised);
    },
    async whole() {
      const isWrong = checkMedia();
      const isMore = await complete();
      if (!isWrong && !isMore && services.isWhole) return services;
      const localised = await loadLocalisedLibrary(
        now.language,
        Promise.resolve(known.loaded),
        now.t,
      );
      fill(localised);
      return servicesIn(localised);
    },
  };
  const servicesIn = (localised: LocalisedLibrary): AppServices => {
    services = {
      ...lasting,
      language: localised.language,
      t: localised.t,
      isWhole: !known.inPortions.length,
      library: libraryOf(localised),
      // What a translation has beyond a portion is not wrong.
      problems: [...commonProblems(localised.t), ...(isPart() ? [] : problemsOf(localised))],
    };
    if (unspoken) services.problems.push(aboutFile(unspoken, localised.t('language.failed')));
    return services;
  };
  let services: AppServices;
  /** The language that was wished for and can't be had. */
  let unspoken = failed;
  return servicesIn(first);
}
