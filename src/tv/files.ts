/**
 * Saves a file and opens one, where the set's browser allows it. Most televisions have no place for
 * files and do not say so. They are recognised by name.
 */

/** Sets whose browser accepts a download and ignores it. */
const NO_FILES = /Web0S|webOS|Tizen|SMART-TV|SmartTV|NetCast|HbbTV|VIDAA|AFT[A-Z]/;

/** Whether files can be saved and opened: on computers, tablets and telephones. */
export const hasFiles = (agent: string = navigator.userAgent): boolean =>
  !NO_FILES.test(agent) &&
  'download' in HTMLAnchorElement.prototype &&
  typeof URL.createObjectURL === 'function';

/** Time for a download to begin, ms. After it, the file's address is released. */
const HAND_OVER = 10_000;

/** Saves a text as a file, by a download of the browser. */
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

/** Largest file to read, bytes. Documents of the app are far smaller. */
const MOST_BYTES = 5_000_000;

/**
 * Lets the user choose a file. A browser allows this only in answer to a key press.
 * @param chosen receives the text of the file, or undefined when it is unreadable; not called when
 *   the user chooses none
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
