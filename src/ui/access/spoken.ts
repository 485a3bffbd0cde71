/**
 * What a screen says to who can't see it. A canvas says nothing: components tell it here, in one
 * way for all (`Speaks`), and `mirror.ts` lays it out as a page for a screen reader.
 */
import type { Box } from '../../app/stage';
import type { RemoteKey } from '../../tv/keyTables';

/** One thing on the screen, in words. */
export interface Spoken {
  /** `value`: left and right change it. `text` and `heading` are read and can't have the focus. */
  role: 'button' | 'value' | 'heading' | 'text';
  name: string;
  /** What a value stands at. */
  value?: string;
  /** One of several, and whether it is the one in force. */
  pressed?: boolean;
  /** OK does nothing here now. */
  disabled?: boolean;
  /** Told as soon as it is there, wherever the focus is. */
  isNews?: boolean;
  /** The key it stands for; OK on it when absent. */
  key?: RemoteKey;
  /** Of several in one component: whether this one has the focus, when the component has it. */
  isFocused?: boolean;
  /** Of several in one component: gives this one the focus within it. */
  take?(): void;
  /** Of several in one component: where it stands there; all of the component when absent. */
  box?: Box;
}

/** Something to click on that the focus can't stand on: what a key does, or a thing of its own. */
export interface ClickSpot {
  box: Box;
  key?: RemoteKey;
  press?(): void;
}

/** Who leads the focus. A pointer's leads it without moving anything under the pointer. */
export type Leader = 'reader' | 'hover' | 'click';

/** What a component may tell. All of it is optional: a text that is drawn is read as it is. */
export interface Speaks {
  /** Said in place of what is drawn in it. */
  readonly spoken?: Spoken | readonly Spoken[] | undefined;
  /** A row of things that are one list: its name. */
  listName?: string;
  /** Where one of its cells stands in the list, from 1; a list is read in this order. */
  placeOf?(cell: object): { at: number; of: number } | undefined;
  /** Gives the focus to this part of it: a child, or what lies on the way to one. */
  lead?(part: object, by: Leader): void;
  /** What can be clicked in it. */
  readonly spots?: readonly ClickSpot[] | undefined;
  /**
   * The wheel turned over it, towards its beginning (-1) or its end (1).
   * @returns true where it is what scrolls in that direction, even at its end
   */
  scroll?(by: -1 | 1, direction: 'row' | 'column'): boolean;
}

/** Words that are drawn on several lines, as one. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Several facts about one thing, those there are, as one name. */
export const named = (...facts: (string | undefined)[]): string =>
  facts
    .filter((one) => one !== undefined && one.trim() !== '')
    .map((one) => onOneLine(one as string))
    .join(', ');
