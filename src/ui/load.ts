/**
 * Fetches what the screens need: texts, catalogues, the list of media. Whatever is missing or
 * broken becomes a problem that the home screen tells; the app always opens.
 */
import { Utils } from '@lightningjs/sdk';
import { readCatalogue } from '../catalogue/load';
import { type LoadedCatalogue, mergeCatalogues } from '../catalogue/merge';
import type { CatalogueProblem } from '../catalogue/types';
import { createConductor, createPreview } from '../playback/create';
import { readMediaIndex } from '../playback/media';
import { routineSeconds } from '../session/plan';
import { TODAY } from '../session/today';
import { compileTimeline } from '../timeline/compile';
import { briefDoses } from '../timeline/dose';
import { type AppServices, type Problem, Routines } from './services';
import { translator } from './texts/translate';
import { createVideoWindow } from './videoWindow';

const MEDIA_INDEX = 'media/index.json';
const TEXTS = 'texts/nl.json';
/** Seconds in the starting position before a preview moves: enough to lift legs that begin in the air. */
const PREVIEW_WAIT = 3;

async function fetchText(path: string): Promise<string> {
  const response = await fetch(Utils.asset(path));
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.text();
}

async function loadCatalogues(files: readonly string[]) {
  const loaded: LoadedCatalogue[] = [];
  const problems: CatalogueProblem[] = [];
  const readings = files.map(async (file) => {
    try {
      return readCatalogue(await fetchText(file), file);
    } catch (error) {
      return { problems: [{ file, sentence: String(error) }], catalogue: undefined };
    }
  });
  for (const [at, reading] of (await Promise.all(readings)).entries()) {
    problems.push(...reading.problems);
    if (reading.catalogue) loaded.push({ file: files[at] as string, catalogue: reading.catalogue });
  }
  return { loaded, problems };
}

async function loadMedia() {
  try {
    return readMediaIndex(await fetchText(MEDIA_INDEX), MEDIA_INDEX);
  } catch (error) {
    return { media: { exercises: {} }, problems: [String(error)] };
  }
}

async function loadTexts(): Promise<Record<string, string>> {
  try {
    return JSON.parse(await fetchText(TEXTS)) as Record<string, string>;
  } catch (error) {
    console.error(`The texts are missing: ${String(error)}`);
    return {};
  }
}

/** Named as briefly as can be: `brug` of `exercise "brug"`. */
const toProblem = ({ file, entry, sentence }: CatalogueProblem): Problem => ({
  name: entry?.match(/"(.+)"/)?.[1] ?? entry ?? file,
  sentence,
});

/** @param catalogues addresses below the static folder, as `settings.json` lists them */
export async function loadServices(catalogues: readonly string[]): Promise<AppServices> {
  const [texts, { loaded, problems: found }, { media, problems: mediaProblems }] =
    await Promise.all([loadTexts(), loadCatalogues(catalogues), loadMedia()]);
  const library = mergeCatalogues(loaded);
  const problems = [...found, ...library.problems];
  for (const { sentence } of problems) console.warn(sentence);
  for (const sentence of mediaProblems) console.warn(sentence);

  const exercises = new Map(library.exercises.map((exercise) => [exercise.id, exercise]));
  const video = createVideoWindow();
  return {
    shelf: {
      title: library.catalogues[0]?.title ?? '',
      categories: library.categories,
      exercises: library.exercises,
      advice: library.advice,
    },
    problems: problems.map(toProblem),
    media,
    t: translator(texts),
    routines: new Routines(TODAY, exercises),
    video,
    createConductor: (routine, events) =>
      createConductor(
        {
          video: video.element,
          media,
          routine,
          exercises,
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
