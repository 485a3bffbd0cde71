/** Fetches a file below the static folder, and gives up in time, and at a size that no file has. */

import { MAX_FILE_CHARACTERS } from '../../catalogue/bounds';
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

/** @throws Error when it isn't there in time; the log says which */
export async function fetchText(path: string): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await ask(staticAddress(path), { signal: abort.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await textOf(response);
  } catch (error) {
    console.warn(`${path}: ${String(error)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
