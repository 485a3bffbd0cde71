/**
 * Fetches what the screens need: texts, catalogues, the list of media. Whatever is missing or
 * broken becomes a problem that the home screen tells; the app always opens.
 */
import { Utils } from '@lightningjs/sdk';
import type { LoadedCatalogue } from '../catalogue/merge';
import type { CatalogueProblem, Exercise } from '../catalogue/types';
import type { ConductorEvents } from '../playback/conductor.types';
import type { DemonstrationEvents } from '../playback/demonstration';
import type { Guide } from '../playback/guide.types';
import { type BegunMedia, beginMediaIndex } from '../playback/media';
import type { PlayerEvents } from '../playback/player';
import { type Centre, type CentreReading, NO_CENTRE } from '../session/centre';
import { centreRoutines, waitingRoomExercises } from '../session/centreRoutines';
import { restingFor } from '../session/group';
import { routineSeconds } from '../session/plan';
import type { Routine } from '../session/routine';
import { DEFAULT_SOUND } from '../session/sound';
import { amongOn, type Stock, suffices } from '../session/stock';
import { compileTimeline } from '../timeline/compile';
import { briefDoses, PREVIEW_WAIT_SECONDS } from '../timeline/dose';
import { createKeeper, type Keeper } from '../tv/keeper';
import { languagesOfSet, pickLanguage } from '../tv/language';
import { platformOf, type SetWindow } from '../tv/platform';
import type { Preferences } from '../tv/preferences';
import { holderFor, ScreenSaver } from '../tv/screenSaver';
import { browserStore } from '../tv/storage';
import { awake } from './awake';
import { ContentWatch } from './contentWatch';
import { type Edition, loadEdition } from './edition';
import { fetchText } from './fetchText';
import { laterNow } from './later';
import { completed, loadCatalogues, type Portions, readBesides } from './loadCatalogues';
import { phoneAddress } from './phoneAddress';
import { Routines } from './routines';
import { ScreenMode } from './screenMode';
import type { AppServices, Library, Problem } from './services';
import { Sessions, type Wish } from './sessions';
import { CODES, type Language, SOURCE_LANGUAGE } from './texts/languages';
import type { Translate } from './texts/translate';
import { createVideoWindow } from './videoWindow';

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
function problemsOf({ library, missing, problems, t }: Edition): Problem[] {
  const inFiles = [...library.problems, ...problems];
  for (const { sentence } of inFiles) console.warn(sentence);
  return [
    ...missing.map((file) => aboutFile(file, t('load.translation', { file }))),
    ...inFiles.map(inExercise),
  ];
}

/** All brochures of an edition. */
function libraryOf({ library, t }: Edition): Library {
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
async function firstEdition(
  language: Language,
  loaded: Promise<readonly LoadedCatalogue[]>,
): Promise<{ edition: Edition; failed?: string }> {
  try {
    return { edition: await loadEdition(language, loaded) };
  } catch {
    return { edition: await loadEdition(SOURCE_LANGUAGE, loaded), failed: language };
  }
}

/** Those of the centre's languages that there are texts for; all where it offers none of them. */
function offeredLanguages({ languages }: Centre): readonly Language[] {
  const offered = CODES.filter((code) => !languages || languages.includes(code));
  return offered.length ? offered : CODES;
}

/** The language as the memory keeps it: chosen once, it stays. */
const keptIn = (keeper: Keeper): Preferences => ({
  get language() {
    return keeper.memory.settings.language;
  },
  set language(language) {
    keeper.change((memory) => {
      const { language: _, ...others } = memory.settings;
      return { ...memory, settings: language ? { ...others, language } : others };
    });
  },
});

/** Sounds, voice and captions; it speaks as the app does at the moment. */
function guideOf(keeper: Keeper, now: () => Pick<Edition, 'language' | 't'>) {
  return laterNow().createGuide({
    language: () => now().language,
    template: (key) => now().t(key),
    settings: {
      get: () => keeper.memory.settings.sound ?? DEFAULT_SOUND,
      set: (sound) =>
        keeper.change((memory) => ({ ...memory, settings: { ...memory.settings, sound } })),
    },
    voices: Utils.asset(VOICES),
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
  const keeper = createKeeper(window, (sentence) => console.warn(sentence));
  const preferences = keptIn(keeper);
  const wanted = [preferences.language, centre.language ?? fallback, ...languagesOfSet(navigator)];
  const languages = offeredLanguages(centre);
  const language = pickLanguage(languages, wanted) ?? languages[0] ?? SOURCE_LANGUAGE;
  const files = centre.catalogues ?? catalogues;
  const day = keeper.today();
  const { memory } = keeper;
  const reading = loadCatalogues(files, portions, day).then((begun) =>
    suffices(begun, { language, centre, day, memory }) ? begun : completed(begun, files),
  );
  const [begun, { media, problems: mediaProblems, rest: restOfMedia }, { edition: first, failed }] =
    await Promise.all([
      reading,
      loadMedia(),
      firstEdition(
        language,
        reading.then(({ loaded }) => loaded),
      ),
    ]);
  let stock: Stock = begun;
  for (const { sentence } of stock.problems) console.warn(sentence);
  for (const sentence of mediaProblems) console.warn(sentence);

  // One map for whoever keeps it: its exercises are always in the language of the app.
  const exercises = new Map<string, Exercise>();
  let now = first;
  const fill = (edition: Edition) => {
    now = edition;
    exercises.clear();
    for (const exercise of edition.library.exercises) exercises.set(exercise.id, exercise);
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
      ...stock.missing.map((file) => {
        const isPart = stock.loaded.some((one) => one.file === file);
        return aboutFile(file, t(isPart ? 'load.cataloguePart' : 'load.catalogue', { file }));
      }),
      ...stock.problems.map(inExercise),
    ];
    if (mediaProblems.length) {
      const hasSome = Object.keys(media.exercises).length > 0;
      const sentence = t(hasSome ? 'load.mediaPart' : 'load.media', { file: MEDIA_INDEX });
      problems.push(aboutFile(MEDIA_INDEX, sentence));
    }
    return problems;
  };

  /** A portion stands in for all of a catalogue, for now or because that can't be had. */
  const isPart = () => stock.loaded.some(({ isPortion }) => isPortion);
  /** Reads what a portion leaves out. @returns whether there is more now */
  const complete = async () => {
    if (!stock.inPortions.length) return false;
    const { length } = stock.problems;
    stock = await completed(stock, files, readBesides);
    for (const { sentence } of stock.problems.slice(length)) console.warn(sentence);
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
  let guide: Guide | undefined;
  const platform = platformOf(window as unknown as SetWindow);
  const saver = new ScreenSaver(holderFor(platform, window as unknown as SetWindow));
  const mode = new ScreenMode(centre, browserStore(window));
  const rest = centre.group.restSeconds;
  const lasting = {
    platform,
    centre,
    languages,
    mode,
    content: new ContentWatch({
      ask: (address, options) => fetch(address, options),
      asset: (path) => Utils.asset(path),
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
    keeper,
    routines: new Routines(keeper, exercises, own.routines, {
      isWhole: () => services.isWhole,
      among: (day) => amongOn(stock, day).flatMap((id) => exercises.get(id) ?? []),
    }),
    sessions: new Sessions(keeper, exercises),
    video,
    /** Made when it is first needed: home says nothing. */
    get guide(): Guide {
      guide ??= guideOf(keeper, () => now);
      return guide;
    },
    createConductor: ({ forGroup = false, from, routine }: Wish, events: ConductorEvents) =>
      laterNow().createConductor(
        {
          video: video.element,
          media,
          routine: forGroup && rest !== undefined ? restingFor(routine, exercises, rest) : routine,
          exercises,
          ...(forGroup && centre.group.pace ? { pace: centre.group.pace } : {}),
          ...(from ? { from } : {}),
          listener: awake(lasting.guide, saver),
          waitForMe: forGroup
            ? mode.groupMode(keeper.memory.settings.group) !== 'goesOn'
            : keeper.memory.settings.waitForMe,
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
      const edition = await loadEdition(language, Promise.resolve(stock.loaded));
      fill(edition);
      preferences.language = language;
      unspoken = undefined;
      return inEdition(edition);
    },
    async whole() {
      const isWrong = checkMedia();
      const isMore = await complete();
      if (!isWrong && !isMore && services.isWhole) return services;
      const edition = await loadEdition(now.language, Promise.resolve(stock.loaded), now.t);
      fill(edition);
      return inEdition(edition);
    },
  };
  const inEdition = (edition: Edition): AppServices => {
    services = Object.assign(Object.create(lasting) as typeof lasting, {
      language: edition.language,
      t: edition.t,
      isWhole: !stock.inPortions.length,
      library: libraryOf(edition),
      // What a translation has beyond a portion is not wrong.
      problems: [...commonProblems(edition.t), ...(isPart() ? [] : problemsOf(edition))],
    });
    if (unspoken) services.problems.push(aboutFile(unspoken, edition.t('language.failed')));
    return services;
  };
  let services: AppServices;
  /** The language that was wished for and can't be had. */
  let unspoken = failed;
  return inEdition(first);
}
