/** A package for LG webOS: an `.ipk`, made by LG's own tool, which needs no network. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../workbench/install';
import { type About, about, forLocalFiles, OUT, stage } from './files';
import { drawIcons, type Picture } from './icons';

/** Sizes of icons that LG requires. */
const ICONS: readonly Picture[] = [
  { file: 'icon80.png', width: 80, height: 80 },
  { file: 'icon130.png', width: 130, height: 130 },
  { file: 'splash.png', width: 1920, height: 1080, icon: 360 },
];

/** Description of the app for the set. */
const appinfo = ({ identifier, name, version }: About) => ({
  id: identifier,
  version,
  vendor: name,
  type: 'web',
  main: 'index.html',
  title: name,
  icon: 'icon80.png',
  largeIcon: 'icon130.png',
  splashBackground: 'splash.png',
  bgColor: '#12201f',
  iconColor: '#16302c',
  resolution: '1920x1080',
  // The app itself handles the key Back.
  disableBackHistoryAPI: true,
  // LG names fitness apps as a use of type 2, which prevents the screen saver.
  screenSaverProperties: { preferredType: '2' },
});

/**
 * Makes the package.
 * @returns path of the package
 */
export async function packageWebos(): Promise<string> {
  const here = about();
  const folder = join(OUT, 'webos');
  const ares = join(import.meta.dirname, 'ares');
  ensureInstalled(ares, "LG's packager");
  stage(folder);
  forLocalFiles(folder);
  writeFileSync(join(folder, 'appinfo.json'), `${JSON.stringify(appinfo(here), undefined, 2)}\n`);
  await drawIcons(folder, ICONS);
  mkdirSync(OUT, { recursive: true });
  for (const old of readdirSync(OUT)) if (old.endsWith('.ipk')) rmSync(join(OUT, old));
  execFileSync(
    process.execPath,
    [
      join(ares, 'node_modules/@webos-tools/cli/bin/ares-package.js'),
      '--no-minify',
      folder,
      '-o',
      OUT,
    ],
    { stdio: 'pipe' },
  );
  rmSync(folder, { recursive: true });
  const made = readdirSync(OUT).find((file) => file.endsWith('.ipk'));
  if (!made) throw new Error("LG's packager said nothing and made nothing");
  return join(OUT, made);
}
