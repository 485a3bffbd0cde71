/**
 * The routines there are, on top of what the set remembers: today's, one's own, those that stand
 * ready, and one of each exercise as its page shows it.
 */
import type { Exercise } from '../catalogue/types';
import { chooseToday, type TodayChoice } from '../session/choosing/today';
import { type CodeBook, codeBook } from '../session/code/codeBook';
import { canCode, readCode, writeCode } from '../session/code/routineCode';
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

/** True for a routine that came as a code. */
export const isOfCode = (id: string): boolean => id.startsWith(BY_CODE);

/** What of the memory today's routine depends on: it takes a while to choose on a slow set. */
const CHOICE_NEEDS = ['seed', 'settings', 'another', 'history', 'shelf', 'pain'] as const;

/** What of a large catalogue is there, and may be chosen (`src/catalogue/portions.ts`). */
export interface Choosable {
  /** False while only the day's portion is there. */
  isWhole(): boolean;
  /** The exercises that a day's routine is chosen from. */
  among(day: Day): readonly Exercise[];
}

/** What each page asks about routines. Nothing is kept here but what need not outlive the app. */
export class Routines {
  /** Exercises as their pages were left: variant and dose, by id. */
  private readonly adjusted = new Map<string, RoutineItem>();
  /** Routines that came as a code, by id, until the app ends or one keeps them. */
  private readonly received = new Map<string, Routine>();
  private ready: { all: readonly Routine[]; out: string } | undefined;
  private chosen: { memory: Memory; day: Day; choice: TodayChoice } | undefined;

  /**
   * @param known every exercise, by its id: always in the language of the app
   * @param centres the centre's own routines
   * @param choosable what may be chosen from, where that isn't all there is
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

  /** Those that stand ready, the centre's own first, as far as the catalogue has exercises for them. */
  get presets(): readonly Routine[] {
    // The same on every day: the day's portion is no help.
    if (!this.choosable.isWhole()) return this.centres;
    const all = [...this.known.values()];
    const may = all.filter(({ id }) => this.mayBeChosen(id));
    const out = all.filter((one) => !may.includes(one)).map(({ id }) => id);
    // Composed when first asked for, and when something comes to be left out: it takes a while on a slow set.
    if (this.ready?.out !== out.join()) {
      this.ready = { all: [...this.centres, ...presets(may)], out: out.join() };
    }
    return this.ready.all;
  }

  /** Today's routine, and why these: chosen anew only when something it depends on has changed. */
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

  /** @param id `today`, `own-1`, `preset-start`, or `one-` and an exercise's id */
  find(id: string): Routine | undefined {
    if (id === TODAY_ID) return this.today;
    const alone = this.exercise(aloneIn(id) ?? '');
    if (alone) return this.alone(alone);
    return this.received.get(id) ?? [...this.own, ...this.presets].find((one) => one.id === id);
  }

  /** What the numbers in a code mean here, in the language of the app. */
  get book(): CodeBook {
    return codeBook(this.known.values());
  }

  /** Undefined where a code can't name one of them. */
  codeOf(items: readonly RoutineItem[]): string | undefined {
    const { book } = this;
    return canCode(items, book) ? writeCode(items, book) : undefined;
  }

  /** The routine that a code says, to look at, do, or keep; undefined where it says none. */
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

  /** Its items, in order; those whose exercise no catalogue has any more are left out. */
  shown(routine: Routine): ShownItem[] {
    const by: ChangedBy = routine.id === TODAY_ID ? 'app' : 'patient';
    return routine.items.flatMap((item, place) => {
      const exercise = this.known.get(item.exercise);
      return exercise ? [{ item, place, exercise: applyItem(exercise, item, by) }] : [];
    });
  }

  /** The exercise as its page was last set to. */
  itemOf(id: string): RoutineItem {
    return this.adjusted.get(id) ?? { exercise: id };
  }

  /** Sets what an exercise's page shows. */
  adjust(item: RoutineItem): void {
    this.adjusted.set(item.exercise, item);
  }

  /** The pages show what the brochure says again: one, or all. */
  forgetAdjustments(id?: string): void {
    if (id === undefined) this.adjusted.clear();
    else this.adjusted.delete(id);
  }

  /** True of an exercise that was skipped today because it hurt. */
  isSkipped(id: string): boolean {
    return isSkipped(this.memoryStore.memory, id, this.memoryStore.today());
  }

  /** True of an exercise that the app may choose today. */
  private mayBeChosen(id: string): boolean {
    return mayBeChosen(this.memoryStore.memory, id, this.memoryStore.today());
  }

  /** The routine to begin anew: one that the app made, without what it would not choose now. */
  asChosenNow(routine: Routine): Routine {
    if (!isMadeForOne(routine.id)) return routine;
    return { ...routine, items: routine.items.filter((item) => this.mayBeChosen(item.exercise)) };
  }

  isLeftOut(id: string): boolean {
    return isExcluded(this.memoryStore.memory, id);
  }
}
