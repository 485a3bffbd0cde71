/** Makes plain HTML elements, which are accessible by themselves and contain only text. */
import type { PageIcon } from './icons';

type Child = Node | string | undefined;

/** The properties of a new element: its own, its `attributes`, and a function for a tap. */
interface Given {
  className?: string;
  id?: string;
  lang?: string;
  /** A name that the element keeps when the page draws it again: the focus stays on it (`focusOn`). */
  key?: string;
  attributes?: Record<string, string>;
  press?(): void;
}

/** An element with its children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  const { attributes = {}, key, press, ...properties } = given;
  Object.assign(element, properties);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? '');
  if (key !== undefined) element.setAttribute('data-key', key);
  if (press) element.addEventListener('click', press);
  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== undefined) {
      element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    }
  }
}

/** A symbol beside a word, or in place of one. Screen readers pass over it. */
export const iconOf = (name: PageIcon): HTMLElement =>
  el('span', { className: `icon icon-${name}`, attributes: { 'aria-hidden': 'true' } });

/** A button's look: its class, its symbol, and the key that keeps the focus. */
interface Look {
  className?: string;
  icon?: PageIcon;
  key?: string;
}

/** A button with a word on it. */
export const button = (
  text: string,
  press: () => void,
  { className = '', icon, key }: Look = {},
): HTMLButtonElement =>
  el(
    'button',
    { className, press, attributes: { type: 'button' }, ...(key === undefined ? {} : { key }) },
    icon && iconOf(icon),
    el('span', { className: 'word' }, text),
  );

/** A button with a symbol; its name is for people who can't see the symbol. */
export const signButton = (
  icon: PageIcon,
  name: string,
  press: () => void,
  { isIdle = false, key }: { isIdle?: boolean; key: string },
): HTMLButtonElement => {
  const one = el(
    'button',
    { className: 'sign', key, press, attributes: { type: 'button', 'aria-label': name } },
    iconOf(icon),
  );
  one.disabled = isIdle;
  return one;
};

/** Replaces the content of an element. */
export function fill(element: Element, ...children: Child[]): void {
  while (element.firstChild) element.removeChild(element.firstChild);
  append(element, children);
}

/** Writes a text only if it differs, since a live region announces every write. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Puts the focus on the first of these that is there and can be pressed.
 * @param keys as given to the elements, the best one first
 */
export function focusOn(...keys: readonly string[]): void {
  for (const key of keys) {
    const one = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (one && !(one as HTMLButtonElement).disabled) {
      one.focus();
      return;
    }
  }
}

/** Draws anew, and keeps the focus on the element of the same key. */
export function keepFocus(draw: () => void): void {
  const key = document.activeElement?.getAttribute('data-key');
  draw();
  if (key) focusOn(key, 'main');
}
