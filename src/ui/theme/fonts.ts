/** Fonts that may fail: an unreachable font costs its looks, never the app. */

import { type FontFaceDefinition, Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../../app/loading/staticFolder';
import { log } from '../../tv/log';
import { fontFile } from './fontFiles';
import { BOLD, REGULAR } from './sizes';

/** The faces, as the SDK asks the root component for them. */
export const fontFaces = (): FontFaceDefinition[] => [
  { family: REGULAR, url: staticAddress(fontFile(400)) },
  { family: BOLD, url: staticAddress(fontFile(600)) },
];

/** Longest wait before the app goes on with the set's own font, ms. */
const PATIENCE = 3000;

/** What draws a text, as far as it asks for its font. */
interface TextRenderer {
  _load(): Promise<unknown> | undefined;
}

/**
 * Before every text Lightning asks the browser whether its font is there: 0.4 ms each, and a look at the
 * page's style. Once all are there it need not ask.
 */
function stopAsking(): void {
  const texts = Lightning.textures.TextTexture as unknown as {
    renderer(...given: unknown[]): TextRenderer;
  };
  const make = texts.renderer.bind(texts);
  texts.renderer = (...given) => Object.assign(make(...given), { _load: () => undefined });
}

/**
 * In place of the SDK's loader, with which one failed font keeps the app from ever mounting.
 * @param store receives what was loaded, so that the SDK can take it away again
 */
export function loadFonts(faces: FontFaceDefinition[], store: FontFace[]): Promise<void> {
  const each = faces.map(async ({ family, url, descriptors }) => {
    try {
      const face = new FontFace(family, `url(${url})`, descriptors ?? {});
      document.fonts.add(face);
      store.push(face);
      await face.load();
      return true;
    } catch (error) {
      log.add('warning', 'files', `Font ${family} is missing: ${String(error)}`);
      return false;
    }
  });
  const all = Promise.all(each).then((loaded) => {
    if (loaded.every(Boolean)) stopAsking();
  });
  const enough = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([all, enough]);
}
