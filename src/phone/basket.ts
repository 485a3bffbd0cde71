/** The routine that the visitor puts together. It is stored only in the page's address. */

import { type CodeProblem, codeInFragment, readCode, writeCode } from '../session/code/routineCode';
import type { RoutineItem } from '../session/routine/routine';
import { MAX_ITEMS } from '../session/routine/routines';
import type { PhoneServices } from './load';

export class Basket {
  private list: readonly RoutineItem[] = [];

  constructor(
    private readonly services: PhoneServices,
    private readonly changed: () => void,
  ) {}

  get items(): readonly RoutineItem[] {
    return this.list;
  }

  get isFull(): boolean {
    return this.list.length >= MAX_ITEMS;
  }

  /** The routine's code; empty for a routine without exercises. */
  get code(): string {
    return this.list.length ? writeCode(this.list, this.services.book) : '';
  }

  has = (exercise: string): boolean => this.list.some((item) => item.exercise === exercise);

  add(item: RoutineItem): void {
    if (!this.isFull) this.set([...this.list, item]);
  }

  /** Puts a changed variant or dose in the place of an exercise. */
  replace(place: number, item: RoutineItem): void {
    this.set(this.list.map((one, at) => (at === place ? item : one)));
  }

  remove(place: number): void {
    this.set(this.list.filter((_, at) => at !== place));
  }

  /** Swaps an exercise with the one before (-1) or after (1). */
  move(place: number, by: -1 | 1): void {
    const one = this.list[place];
    const other = this.list[place + by];
    if (!one || !other) return;
    this.set(this.list.map((item, at) => (at === place ? other : at === place + by ? one : item)));
  }

  /**
   * Replaces the routine by the one that a code describes.
   * @returns the problem with the code, where nothing has changed; undefined when all is right
   */
  open(text: string): CodeProblem | undefined {
    const reading = readCode(text, this.services.book);
    if ('problem' in reading) return reading.problem;
    this.set(reading.items);
    return undefined;
  }

  /** Opens the routine of the page's address; nothing happens where it has none. */
  openAddress(): CodeProblem | undefined {
    const code = codeInFragment(location.hash);
    return code ? this.open(code) : undefined;
  }

  /** Writes the routine into the address. One step back in the history has an older address. */
  keepAddress(): void {
    const { pathname, search } = location;
    const { code } = this;
    history.replaceState(history.state, '', `${pathname}${search}${code ? `#${code}` : ''}`);
  }

  private set(items: readonly RoutineItem[]) {
    this.list = items;
    this.keepAddress();
    this.changed();
  }
}
