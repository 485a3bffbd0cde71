/** Faults that nobody caught, as sentences for the log. */
import { log, withoutValues } from './log';

/** Quoted by an engine: a property, or a piece of what it was given. */
const QUOTED = /"[^"]*"|“[^”]*”|`[^`]*`/g;
/** An apostrophe within a word begins no quotation. */
const SINGLE_QUOTED = /(^|\W)'[^']*'/g;

/** Where a script was: file, line and column. */
const PLACE = /([\w.-]+\.js):(\d+):(\d+)/;

const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;

/**
 * Kind, message and place of what was thrown; nothing that is quoted in it, and nothing of what is no
 * error: a text or an object may hold anything.
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

/** Notes whatever goes wrong on the page and nobody caught. @returns ends it */
export function watchFaults(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const failed = ({ error }: ErrorEvent) => {
    // Of a script from elsewhere a page is told nothing, and of a file that is missing no error.
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
