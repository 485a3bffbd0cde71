/**
 * What the app knows of its content: catalogues, media, centre, all in one language. It merges what was
 * loaded, and says what of it there is and what is wrong; it loads nothing.
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
import { type LoadedContent, MEDIA_INDEX } from './loadContent';
import {
  aboutFile,
  inExercise,
  inMediaIndex,
  inTranslations,
  missingCatalogues,
} from './loadProblems';
import type { LocalisedLibrary } from './localisedLibrary';

/** All brochures in one language. */
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

export class Content {
  /** Every exercise by its id. One map for whoever keeps it: always in the language of the app. */
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** The centre's own. */
  readonly routines: readonly Routine[];
  readonly media: MediaIndex;
  private readonly byId = new Map<string, Exercise>();
  private readonly inCentre: readonly Problem[];
  private readonly mediaProblems: string[] = [];
  private readonly restOfMedia: () => string[];
  private known: LoadedCatalogues = { loaded: [], problems: [], missing: [], inPortions: [] };
  private localised: LocalisedLibrary;
  /** The language that was wished for and can't be had. */
  private unspoken: Language | undefined;

  /**
   * @param first what was loaded at the start
   * @param offer what the centre says
   * @param log one sentence about each thing that is wrong, told once
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
    this.inCentre = [
      ...problems,
      ...own.problems,
      ...waitingRoomExercises(centre, this.exercises).problems,
    ].map(({ file, sentence }) => aboutFile(file, sentence));
    for (const { sentence } of this.inCentre) log(sentence);
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

  /** False while only the day's portion of a large catalogue was asked for. */
  get isWhole(): boolean {
    return !this.known.inPortions.length;
  }

  /** A portion stands in for all of a catalogue, for now or because that can't be had. */
  get isPart(): boolean {
    return this.known.loaded.some(({ isPortion }) => isPortion);
  }

  /** The exercises that a day's routine is chosen from. */
  among(day: Day): Exercise[] {
    return amongOn(this.known, day).flatMap((id) => this.byId.get(id) ?? []);
  }

  /** What could not be read, in the language of the app. */
  get problems(): Problem[] {
    const { known, localised, media, mediaProblems, t, unspoken } = this;
    const hasMedia = Object.keys(media.exercises).length > 0;
    return [
      ...this.inCentre,
      ...missingCatalogues(t, known.missing, known.loaded),
      ...known.problems.map(inExercise),
      ...(mediaProblems.length ? [inMediaIndex(t, MEDIA_INDEX, hasMedia)] : []),
      // What a translation has beyond a portion is not wrong.
      ...(this.isPart ? [] : inTranslations(localised)),
      ...(unspoken ? [aboutFile(unspoken, t('language.failed'))] : []),
    ];
  }

  /**
   * From now on this is what there is.
   * @param catalogues where more of them is there than before
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

  /** The language that was wished for is spoken: that another one couldn't be had is told no more. */
  spoken(): void {
    this.unspoken = undefined;
  }

  /** Checks the media that home doesn't need, once. @returns whether anything is wrong */
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
