/** Fetches a file below the static folder, and gives up in time, and at a size that no file has. */
import { Utils } from '@lightningjs/sdk';
import { MAX_CHARACTERS } from '../catalogue/bounds';

/** Longest wait for a file, body included, before the app goes on without it, ms. */
const PATIENCE = 10_000;

/**
 * The answer's text; of one that is too long only so much that its reader says so.
 * Engines without streams (Chromium 42 and older) read it whole.
 */
async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader?.();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length <= MAX_CHARACTERS) {
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
    const response = await fetch(Utils.asset(path), { signal: abort.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await textOf(response);
  } catch (error) {
    console.warn(`${path}: ${String(error)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
