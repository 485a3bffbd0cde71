/** Fetches a file below the static folder. It stops at a time limit, and at a size that no valid file has. */

import { MAX_FILE_CHARACTERS } from '../../catalogue/bounds';
import { answerWithin } from '../../tv/answerWithin';
import { comes } from '../../tv/comes';
import { log } from '../../tv/log';
import { ask } from './prefetch';
import { staticAddress } from './staticFolder';

/** Longest wait for a file, body included, before the app goes on without it, ms. */
const PATIENCE = 10_000;

/** True where the answer announces a length below the limit and is not compressed. */
const isShort = ({ headers }: Response): boolean => {
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  return !headers.get('Content-Encoding') && length <= MAX_FILE_CHARACTERS;
};

/**
 * The text of the answer. Of one that is too long, it reads just enough for the parser to report the length. It
 * reads a short answer at once, since reading megabytes in pieces takes several times as long. Engines without
 * streams (Chromium 42 and older) read every answer at once.
 */
async function textOf(response: Response): Promise<string> {
  const reader = isShort(response) ? undefined : response.body?.getReader?.();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length <= MAX_FILE_CHARACTERS) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
  void reader.cancel();
  return text;
}

async function fetchAt(address: string, name: string): Promise<string> {
  try {
    const read = await comes(() =>
      answerWithin(PATIENCE, async (signal) => {
        const response = await ask(address, { signal });
        const { ok, status } = response;
        // A server that fails may answer the next try; what is not there will not come.
        if (status >= 500) throw new Error(`HTTP ${status}`);
        return ok ? textOf(response) : status;
      }),
    );
    if (typeof read === 'number') throw new Error(`HTTP ${read}`);
    return read;
  } catch (error) {
    log.add('warning', 'files', `${name}: ${String(error)}`);
    throw error;
  }
}

/**
 * Reads a file below the static folder. It asks again where the connection breaks.
 * @throws Error when it does not come in time; the log names the file
 */
export const fetchText = (path: string): Promise<string> => fetchAt(staticAddress(path), path);

/**
 * Reads a file in the folder of the app's page.
 * @throws Error when it does not come in time; the log names the file
 */
export const fetchBeside = (name: string): Promise<string> => fetchAt(name, name);
