/** Where the printed sheet of a routine is. */
import { asWeb } from './phoneAddress';

/**
 * The address of the printed sheet, beside the phone page; undefined where the phone page's address is not that
 * of its folder, such as a short address that leads to it.
 * @param code the routine's code
 */
export function sheetAddress(phone: string, code: string): string | undefined {
  const url = asWeb(phone);
  if (!url || !/\/phone\/(index\.html)?$/.test(url.pathname)) return undefined;
  return `${new URL('../sheet/', url).href}#${code}`;
}
