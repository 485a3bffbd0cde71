/** Copies libraries, fonts and icons from packages into a built folder. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { FONT_WEIGHTS, fontFile } from '../src/ui/theme/fontFiles';
import { EDITION, inAscii } from './scripts';

const root = join(import.meta.dirname, '..');
const FONT_FILES = 'node_modules/@fontsource/lexend/files';
const ICON_PX = 96;

/**
 * Builds Lightning in the syntax of old engines; it puts itself on the window. It is bundled from its
 * modules: its packed file wraps everything in a function within a function, which engines parse twice.
 */
export function layLightning(out: string): void {
  mkdirSync(join(out, 'lib'), { recursive: true });
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'node_modules/@lightningjs/core/dist/lightning.esm.js')],
    write: false,
    bundle: true,
    format: 'iife',
    target: `es${EDITION}`,
    minify: true,
    charset: 'ascii',
    legalComments: 'inline',
    logLevel: 'error',
  });
  writeFileSync(join(out, 'lib', 'lightning.js'), inAscii(outputFiles[0]?.text ?? ''));
}

/**
 * Builds hls.js as a separate file. The app loads it for the first video, so that it does not delay the
 * first focus.
 */
export function layHls(out: string): void {
  mkdirSync(join(out, 'lib'), { recursive: true });
  const script = readFileSync(join(root, 'node_modules/hls.js/dist/hls.light.min.js'), 'utf8');
  writeFileSync(
    join(out, 'lib', 'hls.light.min.js'),
    script.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, '\n'),
  );
}

export function layFonts(out: string): void {
  const folder = join(out, 'static', 'fonts');
  mkdirSync(folder, { recursive: true });
  for (const weight of FONT_WEIGHTS) {
    copyFileSync(
      join(root, FONT_FILES, `lexend-latin-${weight}-normal.woff2`),
      join(out, 'static', fontFile(weight)),
    );
  }
  copyFileSync(join(root, 'node_modules/@fontsource/lexend/LICENSE'), join(folder, 'LICENSE.txt'));
}

const iconSvg = (name: string): string =>
  readFileSync(join(root, `node_modules/feather-icons/dist/icons/${name}.svg`), 'utf8');

/** The rule that gives a class the shape of an icon. The page's own style says which colour it has. */
export function iconRule(name: string): string {
  const image = `url("data:image/svg+xml,${encodeURIComponent(iconSvg(name).replace(/ class="[^"]*"/, ''))}")`;
  return `.icon-${name} {\n  -webkit-mask-image: ${image};\n  mask-image: ${image};\n}\n`;
}

/** Icons are white and of one size, since Lightning colours a texture by multiplying. */
export function layIcons(out: string): void {
  const folder = join(out, 'static', 'icons');
  mkdirSync(folder, { recursive: true });
  const names = JSON.parse(readFileSync(join(root, 'src/ui/theme/icons.json'), 'utf8')) as string[];
  for (const name of names) {
    writeFileSync(
      join(folder, `${name}.svg`),
      iconSvg(name)
        .replace(/width="24" height="24"/, `width="${ICON_PX}" height="${ICON_PX}"`)
        .replace(/currentColor/g, '#ffffff'),
    );
  }
}
