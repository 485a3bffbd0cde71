/**
 * The files that the app keeps for times without network, and their names. The worker and the page
 * share these definitions.
 */

/** `offline.json`. The build writes it (`tools/serviceWorker.ts`). */
export interface OfflineIndex {
  /** Version of the whole build. */
  version: string;
  /**
   * Hashes of media folders by path, such as `static/media/brug`. When a file changes, only its
   * folder is fetched again.
   */
  revisions: Record<string, string>;
  /** Files that a centre may edit on the server: texts, catalogues, settings. */
  editable: string[];
}

export const OFFLINE_INDEX = 'offline.json';

/** Message that tells a waiting new version to take over. */
export const TAKE_OVER = 'take over';

/** Message that asks for the app's files that storage has lost. */
export const REFILL = 'refill';

/**
 * Name of the cache with media. It contains the app's folder, because two apps on one origin must
 * not share a cache.
 */
export const mediaCache = (scope: string): string => `beweeg-mee-media ${scope}`;

const EDITED = 'beweeg-mee-edited';

/**
 * Name of the cache with edited files. It belongs to one version, because a new version brings its
 * own files.
 */
export const editedCache = (scope: string, version: string): string =>
  `${EDITED} ${version} ${scope}`;

/** Whether a cache holds the edited files of an older version. */
export const isOldEdits = (name: string, scope: string, version: string): boolean =>
  name.startsWith(`${EDITED} `) &&
  name.endsWith(` ${scope}`) &&
  name !== editedCache(scope, version);

/**
 * Whether a cache belongs to the app in this folder. The library's own caches have the folder in
 * their names too.
 */
export const isOurs = (name: string, scope: string): boolean => name.endsWith(scope);

/**
 * The address under which a media file is kept; undefined where the file is not among this build's
 * media.
 * @param address absolute address, without a query
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
