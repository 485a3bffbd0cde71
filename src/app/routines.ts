/** All routines: today's, the patient's own, the presets, and one of each exercise as its page shows it. */
import type { Exercise } from '../catalogue/types';
import { chooseToday, type TodayChoice } from '../session/choosing/today';
import { type CodeBook, codeBook } from '../session/code/codeBook';
import { canCode, readCode, writeCode } from '../session/code/routineCode';
import { adjustedItem } from '../session/memory/adjusted';
import { isExcluded } from '../session/memory/excludedExercises';
import type { Day, Memory } from '../session/memory/memory';
import { isSkipped, mayBeChosen } from '../session/memory/pain';
import { applyItem, type ChangedBy } from '../session/routine/applyItem';
import { presets } from '../session/routine/presets';
import {
  aloneId,
  aloneIn,
  type Routine,
  type RoutineItem,
  TODAY_ID,
} from '../session/routine/routine';
import { isMadeForOne, isOwn } from '../session/routine/routines';
import { fingerprint } from '../timeline/fingerprint';
import type { MemoryStore } from '../tv/memoryStore';

/** An item of a routine with its exercise, as the routine has it. */
export interface ShownItem {
  item: RoutineItem;
  /** Its place in the routine's items, from 0. */
  place: number;
  exercise: Exercise;
}

const BY_CODE = 'code-';

/** True for a routine that was read from a code. */
export const isOfCode = (id: string): boolean => id.startsWith(BY_CODE);

/** The parts of the memory that decide today's routine. They are compared, since choosing is slow on a slow set. */
const CHOICE_NEEDS = ['seed', 'settings', 'another', 'history', 'shelf', 'pain'] as const;

/** The loaded part of a large catalogue (`src/catalogue/portions.ts`). */
export interface Choosable {
  /** False while only the day's portion has been loaded. */
  isWhole(): boolean;
  /** The exercises to choose a day's routine from. */
  among(day: Day): readonly Exercise[];
}

/** Answers the pages' questions about routines. It keeps only what may be lost when the app ends. */
export class Routines {
  /** The variant and dose of a routine from which an exercise's page was opened, by exercise id. */
  private readonly shownAs = new Map<string, RoutineItem>();
  /** Routines read from a code, by id. They are lost when the app ends, unless the patient saves them. */
  private readonly received = new Map<string, Routine>();
  private ready: { all: readonly Routine[]; out: string } | undefined;
  private chosen: { memory: Memory; day: Day; choice: TodayChoice } | undefined;

  /**
   * @param known every exercise by its id, in the language of the app
   * @param centres the centre's own routines
   * @param choosable the exercises to choose from, where not all are loaded
   */
  constructor(
    private readonly memoryStore: MemoryStore,
    private readonly known: ReadonlyMap<string, Exercise>,
    private readonly centres: readonly Routine[] = [],
    private readonly choosable: Choosable = {
      isWhole: () => true,
      among: () => [...known.values()],
    },
  ) {}

  /** The presets, the centre's own first, as far as the catalogue has exercises for them. */
  get presets(): readonly Routine[] {
    // Presets are the same on every day, so the day's portion is not enough.
    if (!this.choosable.isWhole()) return this.centres;
    const all = [...this.known.values()];
    const may = all.filter(({ id }) => this.mayBeChosen(id));
    const out = all.filter((one) => !may.includes(one)).map(({ id }) => id);
    // They are composed on first use, and when an exercise is excluded, since that is slow on a slow set.
    if (this.ready?.out !== out.join()) {
      this.ready = { all: [...this.centres, ...presets(may)], out: out.join() };
    }
    return this.ready.all;
  }

  /**
   * Today's routine, and the reasons for its exercises. It is chosen again only when something that it depends
   * on has changed.
   */
  get choice(): TodayChoice {
    const { memory } = this.memoryStore;
    const day = this.memoryStore.today();
    const { chosen } = this;
    const isSame =
      chosen?.day === day && CHOICE_NEEDS.every((part) => chosen.memory[part] === memory[part]);
    if (chosen && isSame) return chosen.choice;
    const choice = chooseToday({ exercises: this.choosable.among(day), memory, day });
    this.chosen = { memory, day, choice };
    return choice;
  }

  get today(): Routine {
    return this.choice.routine;
  }

  get own(): readonly Routine[] {
    return this.memoryStore.memory.routines;
  }

  /**
   * Finds a routine.
   * @param id `today`, `own-1`, `preset-start`, or `one-` and an exercise's id
   */
  find(id: string): Routine | undefined {
    if (id === TODAY_ID) return this.today;
    const alone = this.exercise(aloneIn(id) ?? '');
    if (alone) return this.alone(alone);
    return this.received.get(id) ?? [...this.own, ...this.presets].find((one) => one.id === id);
  }

  /** The exercises that the numbers in a code refer to, in the language of the app. */
  get book(): CodeBook {
    return codeBook(this.known.values());
  }

  /** The code of a routine's items; undefined where a code can't express one of them. */
  codeOf(items: readonly RoutineItem[]): string | undefined {
    const { book } = this;
    return canCode(items, book) ? writeCode(items, book) : undefined;
  }

  /** The routine that a code describes, to view, play or save; undefined where the code is not valid. */
  ofCode(code: string): Routine | undefined {
    const id = `${BY_CODE}${fingerprint(code).toString(36)}`;
    const reading = readCode(code, this.book);
    if ('problem' in reading) return undefined;
    const known = this.received.get(id);
    const routine = known ?? { id, title: 'code.routine', items: reading.items };
    this.received.set(id, routine);
    return routine;
  }

  isOwn({ id }: Routine): boolean {
    return isOwn(id);
  }

  exercise(id: string): Exercise | undefined {
    return this.known.get(id);
  }

  /** A routine of one exercise, as its page shows it. */
  alone({ id, shortTitle }: Exercise): Routine {
    return { id: aloneId(id), title: shortTitle, items: [this.itemOf(id)] };
  }

  /** The items of a routine, in order, without those whose exercise is in no catalogue. */
  shown(routine: Routine): ShownItem[] {
    const by: ChangedBy = routine.id === TODAY_ID ? 'app' : 'patient';
    return routine.items.flatMap((item, place) => {
      const exercise = this.known.get(item.exercise);
      return exercise ? [{ item, place, exercise: applyItem(exercise, item, by) }] : [];
    });
  }

  /** The item of an exercise with the variant and dose that its page shows. */
  itemOf(id: string): RoutineItem {
    return this.shownAs.get(id) ?? this.ownItemOf(id);
  }

  /** The item of an exercise as the patient adjusted it, or as the brochure has it. */
  ownItemOf(id: string): RoutineItem {
    return adjustedItem(this.memoryStore.memory, id) ?? { exercise: id };
  }

  /** Makes an exercise's page show the variant and dose of a routine. */
  showAs(item: RoutineItem): void {
    this.shownAs.set(item.exercise, item);
  }

  /** Makes one exercise's page, or every page, show the patient's own variant and dose again. */
  showOwn(id?: string): void {
    if (id === undefined) this.shownAs.clear();
    else this.shownAs.delete(id);
  }

  /** True for an exercise that was skipped today because it hurt. */
  isSkipped(id: string): boolean {
    return isSkipped(this.memoryStore.memory, id, this.memoryStore.today());
  }

  /** True for an exercise that the app may choose today. */
  private mayBeChosen(id: string): boolean {
    return mayBeChosen(this.memoryStore.memory, id, this.memoryStore.today());
  }

  /**
   * The routine to start again. One that the app made loses the exercises that the app would not choose at this
   * moment.
   */
  asChosenNow(routine: Routine): Routine {
    if (!isMadeForOne(routine.id)) return routine;
    return { ...routine, items: routine.items.filter((item) => this.mayBeChosen(item.exercise)) };
  }

  isLeftOut(id: string): boolean {
    return isExcluded(this.memoryStore.memory, id);
  }
}
