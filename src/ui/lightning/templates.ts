/**
 * Lightning reads a component's template once and keeps the result, with its colours and sizes. This
 * makes it read the template again after the theme has changed.
 */
import { Lightning } from '@lightningjs/sdk';
import { themeNow } from '../theme/index';

/**
 * The parts of Lightning's component classes that this uses; `__has_templateFunc` marks a template as
 * read.
 */
interface Templated {
  getTemplateFunc(this: Templated, component: unknown): unknown;
  __has_templateFunc?: unknown;
}

/** Must be called once, before the first component is made. */
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
