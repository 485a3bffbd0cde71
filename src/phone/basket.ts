/** The routine that one puts together: it lives in the page's address, and nowhere else. */

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

  /** The routine's code; empty where there is nothing in it. */
  get code(): string {
    return this.list.length ? writeCode(this.list, this.services.book) : '';
  }

  has = (exercise: string): boolean => this.list.some((item) => item.exercise === exercise);

  add(item: RoutineItem): void {
    if (!this.isFull) this.set([...this.list, item]);
  }

  remove(place: number): void {
    this.set(this.list.filter((_, at) => at !== place));
  }

  /** Changes places with the one before (-1) or after (1). */
  move(place: number, by: -1 | 1): void {
    const one = this.list[place];
    const other = this.list[place + by];
    if (!one || !other) return;
    this.set(this.list.map((item, at) => (at === place ? other : at === place + by ? one : item)));
  }

  /**
   * Takes what a code says in the place of what there is.
   * @returns what is wrong with it; then nothing has changed
   */
  open(text: string): CodeProblem | undefined {
    const reading = readCode(text, this.services.book);
    if ('problem' in reading) return reading.problem;
    this.set(reading.items);
    return undefined;
  }

  /** Takes what the address says; nothing where it says none. */
  openAddress(): CodeProblem | undefined {
    const code = codeInFragment(location.hash);
    return code ? this.open(code) : undefined;
  }

  private set(items: readonly RoutineItem[]) {
    this.list = items;
    const { pathname, search } = location;
    const { code } = this;
    history.replaceState(history.state, '', `${pathname}${search}${code ? `#${code}` : ''}`);
    this.changed();
  }
}
