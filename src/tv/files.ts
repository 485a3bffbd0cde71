/**
 * A file to keep elsewhere, and one to take in: as far as the set's browser lets an app do so.
 * Most televisions have no place for a file, and say nothing when asked: those are known by name.
 */

/** Sets whose browser takes a download and does nothing with it. */
const NO_FILES = /Web0S|webOS|Tizen|SMART-TV|SmartTV|NetCast|HbbTV|VIDAA|AFT[A-Z]/;

/** True where a file can be kept and opened: computers, tablets, telephones. */
export const hasFiles = (agent: string = navigator.userAgent): boolean =>
  !NO_FILES.test(agent) &&
  'download' in HTMLAnchorElement.prototype &&
  typeof URL.createObjectURL === 'function';

/** How long a download may take to begin before its address is given back, ms. */
const HAND_OVER = 10_000;

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.style.display = 'none';
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), HAND_OVER);
}

/** Largest file worth reading, bytes: a document of ours is far below it. */
const MOST_BYTES = 5_000_000;

/**
 * Lets one choose a file; must be called from a key press, or the browser refuses.
 * @param chosen told its text; undefined when it can't be read. Not told when none is chosen.
 */
export function openFile(chosen: (text: string | undefined) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.style.display = 'none';
  input.addEventListener('change', () => {
    input.remove();
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > MOST_BYTES) {
      chosen(undefined);
      return;
    }
    const reader = new FileReader();
    reader.addEventListener('load', () => chosen(String(reader.result)));
    reader.addEventListener('error', () => chosen(undefined));
    reader.readAsText(file);
  });
  document.body.appendChild(input);
  input.click();
}
