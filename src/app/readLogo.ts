/**
 * Reads and decodes the centre's logo. The page does that itself: Lightning's image worker reads no SVG and no
 * address relative to the page.
 */
import { answerWithin } from '../tv/answerWithin';

/** Longest wait, ms. Nothing waits for a logo. */
const PATIENCE = 20_000;

/** Media types by the ending of the name: a server may give another one. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Decodes a picture. @throws Error when the engine can't */
function decoded(bytes: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(bytes);
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      URL.revokeObjectURL(address);
      resolve(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(address);
      reject(new Error('is no picture of that kind'));
    };
    image.src = address;
  });
}

/**
 * @param path of the file, beside the app's page
 * @throws Error when it does not come in time, or is no picture of the kind that its name says
 */
export async function readLogo(path: string): Promise<HTMLImageElement> {
  const bytes = await answerWithin(PATIENCE, async (signal) => {
    const response = await fetch(new URL(path, document.baseURI).href, { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.arrayBuffer();
  });
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return decoded(new Blob([bytes], { type: TYPES[ending] ?? '' }));
}
