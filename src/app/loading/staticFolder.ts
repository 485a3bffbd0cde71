/** Where the app's own files lie: catalogues, media, texts, voices, fonts, icons. */

/** The folder's whole address, with a slash at its end. */
let folder = './static/';

/**
 * Says where the static folder is.
 * @param path as the settings name it (`platformSettings.path`), relative to the page
 * @param page address of the page
 */
export function setStaticFolder(path: string, page: string): void {
  folder = new URL(path.replace(/\/?$/, '/'), page).href;
}

/** Whole address of a file. @param path below the static folder: `texts/nl.json` */
export const staticAddress = (path: string): string => folder + path;
