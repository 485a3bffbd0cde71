/**
 * Fetches what the screens need: texts, catalogues, the list of media. Whatever is missing or
 * broken becomes a problem that the home screen tells; the app always opens.
 */
import { Utils } from '@lightningjs/sdk';
import nl from '../../static/texts/nl.json';
import { readCatalogue } from '../catalogue/load';
import { type LoadedCatalogue, mergeCatalogues } from '../catalogue/merge';
import type { CatalogueProblem } from '../catalogue/types';
import { createConductor, createGuide, createPreview } from '../playback/create';
import { readMediaIndex } from '../playback/media';
import { routineSeconds } from '../session/plan';
import { DEFAULT_SOUND } from '../session/sound';
import { compileTimeline } from '../timeline/compile';
import { briefDoses } from '../timeline/dose';
import { createKeeper } from '../tv/keeper';
import { Routines } from './routines';
import type { AppServices, Problem } from './services';
import { Sessions } from './sessions';
import { translator } from './texts/translate';
import { createVideoWindow } from './videoWindow';

const MEDIA_INDEX = 'media/index.json';
const TEXTS = 'texts/nl.json';
/** A folder per language (`tools/voice/README.md`). */
const VOICES = 'voice/';
/** Seconds in the starting position before a preview moves: enough to lift legs that begin in the air. */
const PREVIEW_WAIT = 3;

/** Longest wait for a file, body included, before the app opens without it, ms. */
const PATIENCE = 10_000;

async function fetchText(path: string): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(Utils.asset(path), { signal: abort.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.text();
  } catch (error) {
    console.warn(`${path}: ${String(error)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function loadCatalogues(files: readonly string[]) {
  const loaded: LoadedCatalogue[] = [];
  const problems: CatalogueProblem[] = [];
  const missing: string[] = [];
  const readings = files.map(async (file) => {
    try {
      return readCatalogue(await fetchText(file), file);
    } catch {
      missing.push(file);
      return { problems: [], catalogue: undefined };
    }
  });
  for (const [at, reading] of (await Promise.all(readings)).entries()) {
    problems.push(...reading.problems);
    if (reading.catalogue) loaded.push({ file: files[at] as string, catalogue: reading.catalogue });
  }
  return { loaded, problems, missing };
}

async function loadMedia() {
  try {
    return readMediaIndex(await fetchText(MEDIA_INDEX), MEDIA_INDEX);
  } catch {
    return { media: { exercises: {} }, problems: [MEDIA_INDEX] };
  }
}

/** The file's texts, which a centre may have changed; the bundled ones where it lacks any. */
async function loadTexts(): Promise<Record<string, string>> {
  try {
    return { ...nl, ...(JSON.parse(await fetchText(TEXTS)) as Record<string, string>) };
  } catch {
    return nl;
  }
}

/** Named as briefly as can be: `brug` of `exercise "brug"`. */
const inExercise = ({ file, entry, sentence }: CatalogueProblem): Problem => ({
  name: entry?.match(/"(.+)"/)?.[1] ?? entry ?? file,
  sentence,
});

/** A sentence about a whole file. */
const aboutFile = (file: string, sentence: string): Problem => ({
  name: file,
  sentence,
  isFile: true,
});

/** @param catalogues addresses below the static folder, as `settings.json` lists them */
export async function loadServices(catalogues: readonly string[]): Promise<AppServices> {
  const [texts, { loaded, missing, problems: found }, { media, problems: mediaProblems }] =
    await Promise.all([loadTexts(), loadCatalogues(catalogues), loadMedia()]);
  const library = mergeCatalogues(loaded);
  const t = translator(texts);
  const inFiles = [...found, ...library.problems];
  for (const { sentence } of inFiles) console.warn(sentence);
  for (const sentence of mediaProblems) console.warn(sentence);
  const problems = [
    ...missing.map((file) => aboutFile(file, t('load.catalogue', { file }))),
    ...inFiles.map(inExercise),
  ];
  if (mediaProblems.length) {
    const hasSome = Object.keys(media.exercises).length > 0;
    const sentence = t(hasSome ? 'load.mediaPart' : 'load.media', { file: MEDIA_INDEX });
    problems.push(aboutFile(MEDIA_INDEX, sentence));
  }
  const titles = library.catalogues.map(({ title }) => title);

  const exercises = new Map(library.exercises.map((exercise) => [exercise.id, exercise]));
  const video = createVideoWindow();
  const keeper = createKeeper(window, (sentence) => console.warn(sentence));
  const guide = createGuide({
    language: () => 'nl',
    template: (key) => t(key),
    settings: {
      get: () => keeper.memory.settings.sound ?? DEFAULT_SOUND,
      set: (sound) =>
        keeper.change((memory) => ({ ...memory, settings: { ...memory.settings, sound } })),
    },
    voices: Utils.asset(VOICES),
    log: (sentence) => console.warn(sentence),
  });
  return {
    library: {
      title: titles.length > 2 ? t('home.brochures', { n: titles.length }) : titles.join('  ·  '),
      categories: library.categories,
      exercises: library.exercises,
      advice: library.advice,
    },
    problems,
    media,
    t,
    keeper,
    routines: new Routines(keeper, library.exercises),
    sessions: new Sessions(keeper, exercises),
    video,
    guide,
    createConductor: (routine, events, from) =>
      createConductor(
        {
          video: video.element,
          media,
          routine,
          exercises,
          ...(from ? { from } : {}),
          listener: guide,
          waitForMe: keeper.memory.settings.waitForMe,
          log: (sentence) => console.warn(sentence),
        },
        events,
      ),
    openPreview(exercise, events) {
      const doses = briefDoses(exercise);
      const timeline = compileTimeline(exercise, { preparationSeconds: PREVIEW_WAIT, doses });
      const player = createPreview({ video: video.element, media }, exercise, timeline, events);
      player?.open(timeline, { loop: true });
      return player;
    },
    routineSeconds: (routine) => routineSeconds(routine, exercises),
    reload: () => window.location.reload(),
  };
}
