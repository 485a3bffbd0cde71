/** The address of the folder of the app's own files: catalogues, media, texts, voices, fonts, icons. */

/** Absolute address of the folder, with a slash at its end. */
let folder = './static/';

/**
 * Sets the address of the static folder.
 * @param path path in the settings (`platformSettings.path`), relative to the page
 * @param page address of the page
 */
export function setStaticFolder(path: string, page: string): void {
  folder = new URL(path.replace(/\/?$/, '/'), page).href;
}

/**
 * Absolute address of a file.
 * @param path below the static folder, for example `texts/nl.json`
 */
export const staticAddress = (path: string): string => folder + path;
