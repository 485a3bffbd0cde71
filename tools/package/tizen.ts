/** Samsung Tizen: a `.wgt`, unsigned; `docs/packages.md` says how it is signed and installed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { type About, about, forLocalFiles, OUT, stage } from './files';
import { drawIcons, type Picture } from './icons';

/** Samsung asks for one of 512 × 423. */
export const ICONS: readonly Picture[] = [{ file: 'icon.png', width: 512, height: 423, icon: 400 }];

/** Ten letters and digits, chosen once: by it a set knows that a package is a newer one of ours. */
const PACKAGE = 'BeweegMee0';

/** The widget's description, with no more rights than it needs: none but the remote's other keys. */
export const configXml = ({
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

/** Samsung's own interfaces come with the set: for the screen saver. */
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

/** Nothing is won by packing these once more. */
const PACKED = /\.(m4s|mp4|mp3|jpg|png|woff2)$/;

/** One fixed day, so that the same build gives the same package. */
const MADE = new Date('2026-01-01T00:00:00');

/** @returns the package's path */
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
