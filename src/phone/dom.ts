/** Makes plain HTML elements, which are accessible by themselves and contain only text. */

type Child = Node | string | undefined;

/** The properties of a new element: its own, its `attributes`, and a function for a tap. */
interface Given {
  className?: string;
  id?: string;
  lang?: string;
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
  const { attributes = {}, press, ...properties } = given;
  Object.assign(element, properties);
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] ?? '');
  if (press) element.addEventListener('click', press);
  for (const child of children) {
    if (child !== undefined) {
      element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    }
  }
  return element;
}

/** A button with a word on it. */
export const button = (text: string, press: () => void, className = ''): HTMLButtonElement =>
  el('button', { className, press, attributes: { type: 'button' } }, text);

/** A button with a symbol; its name is for people who can't see the symbol. */
export const signButton = (
  sign: string,
  name: string,
  press: () => void,
  isIdle = false,
): HTMLButtonElement => {
  const one = el(
    'button',
    { className: 'sign', press, attributes: { type: 'button', 'aria-label': name } },
    sign,
  );
  one.disabled = isIdle;
  return one;
};

/** Replaces the content of an element. */
export function fill(element: Element, ...children: Child[]): void {
  while (element.firstChild) element.removeChild(element.firstChild);
  for (const child of children) {
    if (child !== undefined) {
      element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    }
  }
}

/** Writes a text only if it differs, since a live region announces every write. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
