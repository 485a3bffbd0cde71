/** Loads the fonts. When a font can't be loaded, the app uses the set's own font. */

import { type FontFaceDefinition, Lightning } from '@lightningjs/sdk';
import { staticAddress } from '../../app/loading/staticFolder';
import { log } from '../../tv/log';
import { fontFile } from './fontFiles';
import { BOLD, REGULAR } from './sizes';

/** The font faces, in the form that the SDK asks of the root component. */
export const fontFaces = (): FontFaceDefinition[] => [
  { family: REGULAR, url: staticAddress(fontFile(400)) },
  { family: BOLD, url: staticAddress(fontFile(600)) },
];

/** Longest time that the app waits for its fonts, ms; after that it uses the set's own font. */
const PATIENCE = 3000;

/** The parts of Lightning's text renderer that ask for a font. */
interface TextRenderer {
  _load(): Promise<unknown> | undefined;
}

/**
 * Before every text, Lightning asks the browser whether the font is loaded. That takes 0.4 ms each
 * (measured), since it reads the page's style. Once all fonts are loaded, this ends the asking.
 */
function stopAsking(): void {
  const texts = Lightning.textures.TextTexture as unknown as {
    renderer(...given: unknown[]): TextRenderer;
  };
  const make = texts.renderer.bind(texts);
  texts.renderer = (...given) => Object.assign(make(...given), { _load: () => undefined });
}

/**
 * Replaces the SDK's loader, with which one failed font keeps the app from starting.
 * @param faces the fonts to load
 * @param store receives the loaded fonts, so that the SDK can remove them
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
