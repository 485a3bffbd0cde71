/**
 * The page that a screen reader reads in place of the canvas. It contains the same things in the same
 * order, with roles, names and states. It is out of sight, but present. It knows nothing of Lightning.
 *
 * Its elements are plain ones with a role. None has an action of its own for a key, so the remote's
 * keys reach only the app. A screen reader activates an element by a click.
 */
import { onOneLine, type Spoken } from './spoken';

/** One thing of the accessible page. */
export interface AccessibleItem extends Omit<Spoken, 'box' | 'take' | 'key'> {
  /** The same for as long as the thing is on the screen. */
  id: string;
  list?: { id: string; name: string | undefined } | undefined;
  place?: { at: number; of: number } | undefined;
}

/** A screen in words. */
export interface AccessibleScreen {
  title: string;
  items: AccessibleItem[];
  /** The dialog in front of the page; the page is not read while there is one. */
  dialog: { title: string; items: AccessibleItem[] } | undefined;
}

export interface AccessibleEvents {
  /** Called when the reader's focus moves to a thing. */
  focused(id: string): void;
  /** Called when the reader activates a thing. */
  pressed(id: string): void;
}

/**
 * Style of an element that is out of sight, but is read and can have the focus: one pixel that shows
 * nothing.
 */
const HIDDEN: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  left: '0',
  top: '0',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Puts an element out of sight; a screen reader still reads it. */
export function hide(element: HTMLElement): void {
  Object.assign(element.style, HIDDEN);
}

const TAGS = { heading: 'h2', text: 'p', button: 'div', value: 'div' } as const;
const ROLES = { button: 'button', value: 'spinbutton' } as const;

export class AccessibleDom {
  private readonly root = document.createElement('div');
  private readonly main = document.createElement('main');
  private readonly dialog = document.createElement('div');
  private readonly made = new Map<string, HTMLElement>();
  private used = new Set<string>();
  private shown = '';
  private focusedId: string | undefined;

  constructor(private readonly events: AccessibleEvents) {
    const { dialog, main, root } = this;
    hide(root);
    dialog.setAttribute('role', 'dialog');
    dialog.setAttribute('aria-modal', 'true');
    root.appendChild(main);
    root.addEventListener('focusin', ({ target }) => {
      const id = idOf(target);
      if (id !== undefined && id !== this.focusedId) this.events.focused(id);
    });
    root.addEventListener('click', ({ target }) => {
      const id = idOf(target);
      if (id !== undefined) this.events.pressed(id);
    });
    document.body.appendChild(root);
  }

  /** Number of elements of the accessible page, itself included. */
  get size(): number {
    return this.root.querySelectorAll('*').length + 1;
  }

  /** Shows a screen; does nothing when the same words are shown already. */
  show(screen: AccessibleScreen): void {
    const now = JSON.stringify(screen);
    if (now === this.shown) return;
    this.shown = now;
    this.used = new Set();
    const { dialog, main, root } = this;
    const title = this.titled('title', 'h1', screen.title);
    order(main, [title, ...(screen.dialog ? [] : this.laidOut(screen.items))]);
    if (screen.dialog) {
      set(dialog, 'aria-label', onOneLine(screen.dialog.title));
      order(dialog, this.laidOut(screen.dialog.items));
    }
    order(root, screen.dialog ? [main, dialog] : [main]);
    for (const id of this.made.keys()) if (!this.used.has(id)) this.made.delete(id);
    this.follow([...(screen.dialog ?? screen).items]);
  }

  remove(): void {
    this.root.remove();
  }

  /** Moves the page's focus to the thing that has the screen's focus. */
  private follow(items: readonly AccessibleItem[]) {
    this.focusedId = items.find(({ isFocused }) => isFocused)?.id;
    const focused = this.focusedId && this.made.get(this.focusedId);
    const active = document.activeElement;
    const isElsewhere = active && active !== document.body && !this.root.contains(active);
    if (focused && focused !== active && !isElsewhere) focused.focus({ preventScroll: true });
  }

  /** Puts consecutive things of one list into one list element. */
  private laidOut(items: readonly AccessibleItem[]): HTMLElement[] {
    const top: HTMLElement[] = [];
    const within = new Map<HTMLElement, HTMLElement[]>();
    const put = (parent: HTMLElement, child: HTMLElement): boolean => {
      const children = within.get(parent) ?? [];
      const isNew = !children.includes(child);
      if (isNew) within.set(parent, [...children, child]);
      return isNew;
    };
    for (const item of items) {
      const element = this.itemElement(item);
      if (!item.list) {
        top.push(element);
        continue;
      }
      const list = this.listElement(item.list);
      const row = this.rowElement(item.list.id, item);
      if (!within.has(list)) top.push(list);
      put(list, row);
      put(row, element);
    }
    for (const [parent, children] of within) order(parent, children);
    return top;
  }

  private listElement({ id, name }: { id: string; name: string | undefined }): HTMLElement {
    const list = this.element(`list:${id}`, 'div');
    set(list, 'role', 'list');
    set(list, 'aria-label', name);
    return list;
  }

  private rowElement(list: string, { place }: AccessibleItem): HTMLElement {
    const row = this.element(`row:${list}:${place?.at}`, 'div');
    set(row, 'role', 'listitem');
    set(row, 'aria-posinset', place && String(place.at));
    set(row, 'aria-setsize', place && String(place.of));
    return row;
  }

  private itemElement(item: AccessibleItem): HTMLElement {
    const { disabled, id, name, pressed, role, value } = item;
    const element = this.titled(`${role}:${id}`, TAGS[role], name);
    this.made.set(id, element);
    this.used.add(id);
    if (role !== 'button' && role !== 'value') return element;
    element.dataset.id = id;
    element.tabIndex = 0;
    set(element, 'role', ROLES[role]);
    set(element, 'aria-disabled', disabled ? 'true' : undefined);
    set(element, 'aria-pressed', pressed === undefined ? undefined : String(pressed));
    if (role === 'value') {
      set(element, 'aria-label', onOneLine(name));
      set(element, 'aria-valuetext', value ?? '');
      // The value is text, and a reader says the text instead of this number.
      set(element, 'aria-valuenow', '0');
    }
    return element;
  }

  private titled(id: string, tag: string, text: string): HTMLElement {
    const element = this.element(id, tag);
    const words = onOneLine(text);
    if (element.textContent !== words) element.textContent = words;
    return element;
  }

  private element(id: string, tag: string): HTMLElement {
    const element = this.made.get(id) ?? document.createElement(tag);
    this.made.set(id, element);
    this.used.add(id);
    return element;
  }
}

function idOf(target: EventTarget | null): string | undefined {
  return target instanceof HTMLElement ? target.dataset.id : undefined;
}

function set(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Gives an element these children in this order. Children that are in the right place are not touched. */
function order(parent: HTMLElement, children: readonly HTMLElement[]): void {
  // Removes the other children first, so that no remaining child, which may have the focus, has to
  // move.
  const kept = new Set<Element>(children);
  for (const child of Array.from(parent.children)) if (!kept.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}
