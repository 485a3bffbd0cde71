/** Fetches a file below the static folder, and gives up in time, and at a size that no file has. */

import { MAX_FILE_CHARACTERS } from '../../catalogue/bounds';
import { answerWithin } from '../../tv/answerWithin';
import { log } from '../../tv/log';
import { ask } from './prefetch';
import { staticAddress } from './staticFolder';

/** Longest wait for a file, body included, before the app goes on without it, ms. */
const PATIENCE = 10_000;

/** What is announced, and sent as it is, is no longer than that. */
const isShort = ({ headers }: Response): boolean => {
  const length = Number(headers.get('Content-Length') ?? Number.NaN);
  return !headers.get('Content-Encoding') && length <= MAX_FILE_CHARACTERS;
};

/**
 * The answer's text; of one that is too long only so much that its reader says so. In one go where
 * that is safe: piece by piece, a file of megabytes takes several times as long.
 * Engines without streams (Chromium 42 and older) read it whole.
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
    return await answerWithin(PATIENCE, async (signal) => {
      const response = await ask(address, { signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return textOf(response);
    });
  } catch (error) {
    log.add('warning', 'files', `${name}: ${String(error)}`);
    throw error;
  }
}

/**
 * Reads a file below the static folder.
 * @throws Error when it isn't there in time; the log says which
 */
export const fetchText = (path: string): Promise<string> => fetchAt(staticAddress(path), path);

/**
 * Reads a file that lies beside the app's page.
 * @throws Error when it isn't there in time; the log says which
 */
export const fetchBeside = (name: string): Promise<string> => fetchAt(name, name);
