/**
 * A package for Samsung Tizen: a `.wgt`, unsigned. `docs/packages.md` explains how to sign and
 * install it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { type About, about, forLocalFiles, OUT, stage } from './files';
import { drawIcons, type Picture } from './icons';

/** Samsung requires an icon of 512 × 423. */
const ICONS: readonly Picture[] = [{ file: 'icon.png', width: 512, height: 423, icon: 400 }];

/**
 * Ten letters and digits, chosen once. They tell a set that a package is a new version of the same
 * app.
 */
const PACKAGE = 'BeweegMee0';

/** The widget's description. Its only right is to receive the remote's other keys. */
const configXml = ({
  identifier,
  name,
  version,
}: About): string => `<?xml version="1.0" encoding="UTF-8"?>
<widget xmlns="http://www.w3.org/ns/widgets" xmlns:tizen="http://tizen.org/ns/widgets" id="http://${identifier}" version="${version}" viewmodes="maximized">
  <tizen:application id="${PACKAGE}.app" package="${PACKAGE}" required_version="6.0"/>
  <tizen:profile name="tv-samsung"/>
  <name>${name}</name>
  <icon src="icon.png"/>
  <content src="index.html"/>
  <feature name="http://tizen.org/feature/screen.size.normal.1080.1920"/>
  <tizen:privilege name="http://tizen.org/privilege/tv.inputdevice"/>
  <tizen:setting screen-orientation="landscape" context-menu="disable" background-support="disable" encryption="disable" install-location="auto" hwkey-event="enable"/>
</widget>
`;

/** Adds Samsung's library for the screen saver. The set provides the library itself. */
function withSamsungs(folder: string): void {
  const file = join(folder, 'index.html');
  const page = readFileSync(file, 'utf8');
  const ours = '<script src="./startApp.js"></script>';
  if (!page.includes(ours)) throw new Error('index.html: no start script');
  const theirs = '<script src="$WEBAPIS/webapis/webapis.js"></script>';
  writeFileSync(
    file,
    page.replace(ours, () => `${theirs}\n    ${ours}`),
  );
}

/** Files that are compressed already. */
const PACKED = /\.(m4s|mp4|mp3|jpg|png|woff2)$/;

/** A fixed date, so that the same build gives the same package. */
const MADE = new Date('2026-01-01T00:00:00');

/**
 * Makes the package.
 * @returns path of the package
 */
export async function packageTizen(): Promise<string> {
  const here = about();
  const folder = join(OUT, 'tizen');
  stage(folder);
  forLocalFiles(folder);
  withSamsungs(folder);
  writeFileSync(join(folder, 'config.xml'), configXml(here));
  await drawIcons(folder, ICONS);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const entries = files.map((file) => {
    const path = file.slice(folder.length + 1);
    const level = PACKED.test(file) ? 0 : 9;
    return [path.replaceAll(sep, '/'), [new Uint8Array(readFileSync(file)), { level }]] as const;
  });
  mkdirSync(OUT, { recursive: true });
  const made = join(OUT, `beweeg-mee-${here.version}.wgt`);
  writeFileSync(made, zipSync(Object.fromEntries(entries) as Zippable, { mtime: MADE }));
  rmSync(folder, { recursive: true });
  return made;
}
