/**
 * Lightning reads a component's template once and keeps what it read, colours and sizes with it. Here
 * it is read anew once the theme has changed.
 */
import { Lightning } from '@lightningjs/sdk';
import { themeNow } from '../theme/index';

/** What is used of Lightning's component classes; `__has_templateFunc` marks a template as read. */
interface Templated {
  getTemplateFunc(this: Templated, component: unknown): unknown;
  __has_templateFunc?: unknown;
}

/** Call once, before the first component is made. */
export function followTheme(): void {
  const base = Lightning.Component as unknown as Templated;
  const read = base.getTemplateFunc;
  const readIn = new WeakMap<Templated, string>();
  base.getTemplateFunc = function (component) {
    if (readIn.get(this) !== themeNow()) {
      readIn.set(this, themeNow());
      this.__has_templateFunc = undefined;
    }
    return read.call(this, component);
  };
}
