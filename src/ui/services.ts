/** What the screens work with. Built at the start (`load.ts`), or by a test. */
import type { Advice, Category, Exercise } from '../catalogue/types';
import type {
  Checkpoint,
  Conductor,
  ConductorEvents,
  SessionSummary,
} from '../playback/conductor.types';
import type { Guide } from '../playback/guide.types';
import type { MediaIndex } from '../playback/media';
import type { Player, PlayerEvents } from '../playback/player';
import type { Routine } from '../session/routine';
import type { Translate } from './texts/translate';
import type { VideoWindow } from './videoWindow';

/** All brochures together, as the screens use them. */
export interface Shelf {
  title: string;
  categories: Category[];
  exercises: Exercise[];
  advice: Advice[];
}

/** Something that could not be read, for the notice on the home screen. */
export interface Problem {
  /** The exercise or file it is about. */
  name: string;
  sentence: string;
  /** It is about a whole file, and the sentence says all there is to say. */
  isFile?: boolean;
}

/** Everything a page needs from below. */
export interface AppServices {
  shelf: Shelf;
  problems: Problem[];
  media: MediaIndex;
  t: Translate;
  routines: Routines;
  video: VideoWindow;
  /** Sounds, voice and captions of what plays. */
  guide: Guide;
  /** @param from begins there, paused */
  createConductor(routine: Routine, events: ConductorEvents, from?: Checkpoint): Conductor;
  /** Plays the exercise in a loop; undefined where it has no video. */
  openPreview(exercise: Exercise, events: PlayerEvents): Player | undefined;
  routineSeconds(routine: Routine): number;
  /** Loads everything anew: for "try again". */
  reload(): void;
}

/** A routine that is to be played, from its beginning or from where it was left. */
export interface Wish {
  routine: Routine;
  from?: Checkpoint;
}

const ALONE = 'one-';

/** The routines there are: today's, the user's own (kept while the app runs), one of each exercise. */
export class Routines {
  readonly mine: Routine = { id: 'mine', title: 'routine.mine', items: [] };
  readonly today: Routine;
  private readonly known: ReadonlyMap<string, Exercise>;
  private wished: Wish | undefined;
  /** Where each routine was left, by its id; kept while the app runs. */
  private readonly left = new Map<string, Checkpoint>();
  /** How the last session went, for the end screen. */
  summary: SessionSummary | undefined;

  constructor(today: Routine, known: ReadonlyMap<string, Exercise>) {
    this.known = known;
    this.today = { ...today, items: today.items.filter((item) => known.has(item.exercise)) };
  }

  /** @param id `today`, `mine`, or `one-` and an exercise's id */
  find(id: string): Routine | undefined {
    if (id === this.today.id) return this.today;
    if (id === this.mine.id) return this.mine;
    const alone = id.startsWith(ALONE) ? this.known.get(id.slice(ALONE.length)) : undefined;
    return alone ? this.alone(alone) : undefined;
  }

  exercise(id: string): Exercise | undefined {
    return this.known.get(id);
  }

  /** A routine of one exercise. */
  alone(exercise: Exercise): Routine {
    return {
      id: `${ALONE}${exercise.id}`,
      title: exercise.title,
      items: [{ exercise: exercise.id }],
    };
  }

  /** Its exercises, in order; those that no catalogue has any more are left out. */
  exercisesOf(routine: Routine): Exercise[] {
    const found: Exercise[] = [];
    for (const item of routine.items) {
      const exercise = this.known.get(item.exercise);
      if (exercise) found.push(exercise);
    }
    return found;
  }

  isMine(exercise: Exercise): boolean {
    return this.mine.items.some((item) => item.exercise === exercise.id);
  }

  toggleMine(exercise: Exercise): void {
    if (this.isMine(exercise)) this.remove(this.mine, exercise);
    else this.mine.items.push({ exercise: exercise.id });
  }

  remove(routine: Routine, exercise: Exercise): void {
    routine.items = routine.items.filter((item) => item.exercise !== exercise.id);
  }

  /**
   * Says that a routine is to be played: the player's page opens for a wish only, never by itself.
   * Where it was left is forgotten: it goes on from there now, or begins anew.
   */
  wish(routine: Routine, from?: Checkpoint): void {
    this.left.delete(routine.id);
    this.wished = from ? { routine, from } : { routine };
  }

  hasWish(id: string): boolean {
    return this.wished?.routine.id === id;
  }

  /** Takes the wish, so that no reload plays it again. */
  takeWish(): Wish | undefined {
    const wish = this.wished;
    this.wished = undefined;
    return wish;
  }

  /** Remembers where a routine was left; its very beginning is not worth remembering. */
  keep(checkpoint: Checkpoint): void {
    const { exercise, index, part, repetition, routine, set, side } = checkpoint;
    const isFirstPart = this.known.get(exercise)?.parts[0].id === part;
    const isFirst = index === 0 && set === 1 && repetition === 1 && side !== 'right';
    if (!isFirst || !isFirstPart) this.left.set(routine, checkpoint);
  }

  /** Where a routine was left, if the exercise is still in it. */
  leftAt(routine: Routine): Checkpoint | undefined {
    const checkpoint = this.left.get(routine.id);
    return routine.items.some((item) => item.exercise === checkpoint?.exercise)
      ? checkpoint
      : undefined;
  }
}
