/** Notes uncaught faults in the log, as sentences. */
import { log, withoutValues } from './log';

/** A quotation in an engine's message: a property, or a piece of its input. */
const QUOTED = /"[^"]*"|“[^”]*”|`[^`]*`/g;
/** An apostrophe inside a word begins no quotation. */
const SINGLE_QUOTED = /(^|\W)'[^']*'/g;

/** The place in a script: file, line and column. */
const PLACE = /([\w.-]+\.js):(\d+):(\d+)/;

const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;

/**
 * Kind, message and place of an error, without its quotations. A thrown text or object may hold anything, so
 * only its kind is noted.
 */
export function faultSentence(thrown: unknown): string {
  if (!isError(thrown)) return `Something that is no error was thrown (${typeof thrown})`;
  const message = withoutValues(String(thrown.message))
    .replace(QUOTED, '…')
    .replace(SINGLE_QUOTED, '$1…');
  const place = PLACE.exec(String(thrown.stack ?? ''))?.[0];
  return `${thrown.name}${place ? ` at ${place}` : ''}: ${message}`;
}

/** Notes a fault. */
export function logFault(thrown: unknown): void {
  log.add('error', 'script', faultSentence(thrown));
}

/** Notes every uncaught fault of the page. @returns a function that ends it */
export function watchFaults(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const failed = ({ error }: ErrorEvent) => {
    // The browser gives a page no error for a missing file, nor for a script of another address.
    if (error !== undefined && error !== null) logFault(error);
    else log.add('error', 'script', 'an error of which the browser tells nothing');
  };
  const rejected = ({ reason }: PromiseRejectionEvent) => logFault(reason);
  page.addEventListener('error', failed);
  page.addEventListener('unhandledrejection', rejected);
  return () => {
    page.removeEventListener('error', failed);
    page.removeEventListener('unhandledrejection', rejected);
  };
}
