/**
 * The app's content: catalogues, media and centre, all in one language. It merges the loaded files, and reports
 * what is missing or wrong. It loads nothing.
 */
import type { Exercise } from '../../catalogue/types';
import type { MediaIndex } from '../../playback/media';
import { centreRoutines, waitingRoomExercises } from '../../session/centre/centreRoutines';
import type { Offer } from '../../session/centre/offer';
import { amongOn, type LoadedCatalogues } from '../../session/choosing/loadedCatalogues';
import type { Day } from '../../session/memory/memory';
import type { Routine } from '../../session/routine/routine';
import type { Language } from '../../texts/languages';
import type { Translate } from '../../texts/translate';
import type { Library, Problem } from '../services';
import type { LoadedContent } from './loadContent';
import {
  inCatalogue,
  inCentre,
  inMediaIndex,
  inTranslations,
  type Known,
  missingCatalogues,
  NOT_LOADED,
} from './loadProblems';
import type { LocalisedLibrary } from './localisedLibrary';

/** The library of all brochures in one language. */
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

/** A language whose words can't be loaded. */
const wordsMissing = (language: Language): Problem => ({
  kind: 'language',
  sentence: `texts/${language}.json${NOT_LOADED}`,
});

export class Content {
  /** Every exercise by its id, in the language of the app. The map stays the same object when its content changes. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** The centre's own routines. */
  readonly routines: readonly Routine[];
  readonly media: MediaIndex;
  private readonly byId = new Map<string, Exercise>();
  private readonly ofCentre: readonly Problem[];
  private readonly mediaProblems: string[] = [];
  private readonly restOfMedia: () => string[];
  private known: LoadedCatalogues = { loaded: [], problems: [], missing: [], inPortions: [] };
  private localised: LocalisedLibrary;
  /** The requested language, where it can't be loaded. */
  private unspoken: Language | undefined;

  /**
   * @param first the content loaded at the start
   * @param offer what the centre offers
   * @param log receives one sentence about each problem, once
   */
  constructor(
    first: LoadedContent,
    { centre, problems }: Pick<Offer<Language>, 'centre' | 'problems'>,
    private readonly log: (sentence: string) => void,
  ) {
    const { catalogues, failed, localised, media } = first;
    this.exercises = this.byId;
    this.media = media.media;
    this.restOfMedia = media.rest;
    this.localised = localised;
    this.unspoken = failed;
    this.noteMedia(media.problems);
    this.take(localised, catalogues);
    const own = centreRoutines(centre, this.exercises);
    this.routines = own.routines;
    this.ofCentre = [
      ...problems,
      ...own.problems,
      ...waitingRoomExercises(centre, this.exercises).problems,
    ].map(inCentre);
    for (const { sentence } of this.ofCentre) log(sentence);
  }

  get language(): Language {
    return this.localised.language;
  }

  get t(): Translate {
    return this.localised.t;
  }

  get library(): Library {
    return libraryOf(this.localised);
  }

  /** False while only the day's portion of a large catalogue was loaded. */
  get isWhole(): boolean {
    return !this.known.inPortions.length;
  }

  /** True while a portion replaces a whole catalogue, for a while or because the whole can't be loaded. */
  get isPart(): boolean {
    return this.known.loaded.some(({ isPortion }) => isPortion);
  }

  /** The exercises to choose a day's routine from. */
  among(day: Day): Exercise[] {
    return amongOn(this.known, day).flatMap((id) => this.byId.get(id) ?? []);
  }

  /** The problems with the files. */
  get problems(): Problem[] {
    const { known, localised, media, mediaProblems, unspoken } = this;
    const hasMedia = Object.keys(media.exercises).length > 0;
    const all: Known = {
      files: known.loaded.map(({ file }) => file),
      has: (exercise) => this.byId.has(exercise),
    };
    return [
      ...this.ofCentre,
      ...missingCatalogues(known.missing, known.loaded),
      ...known.problems.map((problem) => inCatalogue(problem, all)),
      ...inMediaIndex(mediaProblems, hasMedia),
      // A translation also has exercises that are not in the portion; that is no problem.
      ...(this.isPart
        ? []
        : [
            ...localised.library.problems.map((problem) => inCatalogue(problem, all)),
            ...inTranslations(localised),
          ]),
      ...(unspoken ? [wordsMissing(unspoken)] : []),
    ];
  }

  /**
   * Replaces the content.
   * @param catalogues the catalogues, where more of them is loaded than before
   */
  take(localised: LocalisedLibrary, catalogues: LoadedCatalogues = this.known): void {
    const told = this.known.problems.length;
    this.known = catalogues;
    this.localised = localised;
    this.byId.clear();
    for (const exercise of localised.library.exercises) this.byId.set(exercise.id, exercise);
    for (const { sentence } of catalogues.problems.slice(told)) this.log(sentence);
    if (this.isPart) return;
    for (const { sentence } of [...localised.library.problems, ...localised.problems])
      this.log(sentence);
  }

  /** Notes that the requested language is in use, so that the earlier failure is not reported. */
  spoken(): void {
    this.unspoken = undefined;
  }

  /**
   * Checks the media that home does not need, once.
   * @returns true if any is wrong
   */
  checkMedia(): boolean {
    const found = this.restOfMedia();
    this.noteMedia(found);
    return found.length > 0;
  }

  private noteMedia(problems: readonly string[]) {
    this.mediaProblems.push(...problems);
    for (const sentence of problems) this.log(sentence);
  }
}
