/** Fetches a file below the static folder, and gives up in time. */
import { Utils } from '@lightningjs/sdk';

/** Longest wait for a file, body included, before the app goes on without it, ms. */
const PATIENCE = 10_000;

/** @throws Error when it isn't there in time; the log says which */
export async function fetchText(path: string): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(Utils.asset(path), { signal: abort.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.text();
  } catch (error) {
    console.warn(`${path}: ${String(error)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
