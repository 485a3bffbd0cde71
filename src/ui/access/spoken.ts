/**
 * The words of a screen for a person who can't see it. A canvas has no words, so every component gives
 * its words here in the same form (`Speaks`). `mirror.ts` lays them out as a page for a screen reader.
 */
import type { Box } from '../../app/stage';
import type { RemoteKey } from '../../tv/keyTables';

/** One thing on the screen, in words. */
export interface Spoken {
  /** `value`: Left and Right change it. `text` and `heading` are read and can't have the focus. */
  role: 'button' | 'value' | 'heading' | 'text';
  name: string;
  /** The current value. */
  value?: string;
  /** Set for one of several choices: true for the choice in force. */
  pressed?: boolean;
  /** True when OK does nothing here at present. */
  disabled?: boolean;
  /** A reader says it as soon as it appears, wherever the focus is. */
  isNews?: boolean;
  /** The key that a press sends; absent: OK on this thing. */
  key?: RemoteKey;
  /** For one of several things in a component: true when it has the focus whenever the component has it. */
  isFocused?: boolean;
  /** For one of several things in a component: gives it the focus within the component. */
  take?(): void;
  /** For one of several things in a component: its place there; absent: the whole component. */
  box?: Box;
}

/** A place to click that can't have the focus. A click sends a key, or does an action of its own. */
export interface ClickSpot {
  box: Box;
  key?: RemoteKey;
  press?(): void;
}

/** The source of a move of the focus. A pointer moves the focus without moving anything under the pointer. */
export type Leader = 'reader' | 'hover' | 'click';

/** Words that a component may give. All are optional: a drawn text is read as it is. */
export interface Speaks {
  /** Read in place of the contents that are drawn in it. */
  readonly spoken?: Spoken | readonly Spoken[] | undefined;
  /** Name of a row of things that are one list. */
  listName?: string;
  /** Place of a cell in the list, from 1, and the number of cells. A list is read in this order. */
  placeOf?(cell: object): { at: number; of: number } | undefined;
  /** Gives the focus to a part of the component: a child, or an element between it and a child. */
  lead?(part: object, by: Leader): void;
  /** Places in it that can be clicked. */
  readonly spots?: readonly ClickSpot[] | undefined;
  /**
   * Called when the wheel turns over it, towards its beginning (-1) or its end (1).
   * @returns true when it scrolls in that direction, even at its end
   */
  scroll?(by: -1 | 1, direction: 'row' | 'column'): boolean;
}

/** Joins the lines of a drawn text into one. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Joins the facts about one thing into a name; undefined and empty facts are left out. */
export const named = (...facts: (string | undefined)[]): string =>
  facts
    .filter((one) => one !== undefined && one.trim() !== '')
    .map((one) => onOneLine(one as string))
    .join(', ');
