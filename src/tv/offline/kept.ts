/**
 * What is kept for when there is no network, and under which names: the worker that answers from it
 * and the page that fills it say the same.
 */

/** `offline.json`, made by the build (`tools/serviceWorker.ts`). */
export interface OfflineIndex {
  /** Of the whole build. */
  version: string;
  /**
   * Media, by folder: `static/media/brug` → a hash of what is in it. A folder in which a file
   * changed is fetched anew, and no other.
   */
  revisions: Record<string, string>;
  /** Files that a centre may change by hand where they are served: texts, catalogues, settings. */
  editable: string[];
}

export const OFFLINE_INDEX = 'offline.json';

/** Said to a new version that waits: take over. */
export const TAKE_OVER = 'take over';

/** Two apps on one origin must not share: the folder they are served from is part of the name. */
export const mediaCache = (scope: string): string => `beweeg-mee-media ${scope}`;

const EDITED = 'beweeg-mee-edited';

/** Edits are of one version: the next brings its own files. */
export const editedCache = (scope: string, version: string): string =>
  `${EDITED} ${version} ${scope}`;

/** An older version's edits. */
export const isOldEdits = (name: string, scope: string, version: string): boolean =>
  name.startsWith(`${EDITED} `) &&
  name.endsWith(` ${scope}`) &&
  name !== editedCache(scope, version);

/** All caches of an app in this folder; the library puts the folder in the names of its own too. */
export const isOurs = (name: string, scope: string): boolean => name.endsWith(scope);

/**
 * Under which address a media file is kept; undefined where it isn't media of this build.
 * @param address absolute, without a query
 */
export function keyOf(
  address: string,
  scope: string,
  revisions: OfflineIndex['revisions'],
): string | undefined {
  if (!address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length);
  const revision = revisions[path.slice(0, path.lastIndexOf('/'))];
  return revision && `${address}?revision=${revision}`;
}
