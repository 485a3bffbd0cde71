/**
 * A package for a box with Linux and Chromium: a start script, and a systemd unit that keeps it
 * running.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { about, OUT } from './files';

/** Each flag prevents something that would stop a screen that runs unattended for weeks. */
const FLAGS = [
  '--kiosk',
  '--no-first-run',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--disable-session-crashed-bubble',
  '--disable-infobars',
  '--disable-features=Translate',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-media-suspend',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
];

/** The start script. It waits for the server, because after a power cut the box may start first. */
const startScript = (): string => `#!/bin/sh
# Opens Beweeg mee on the whole screen. The address is BEWEEG_MEE in beweeg-mee.env beside the unit.
set -eu
address="\${BEWEEG_MEE:-http://127.0.0.1:8080/}"
for browser in chromium chromium-browser google-chrome; do
  command -v "$browser" >/dev/null && break
done
command -v "$browser" >/dev/null || { echo "Beweeg mee: no Chromium or Chrome is installed" >&2; exit 1; }
if command -v curl >/dev/null; then
  tries=0
  until curl --silent --fail --max-time 5 --output /dev/null "$address" || [ "$tries" -ge 30 ]; do
    tries=$((tries + 1))
    sleep 2
  done
else
  echo "Beweeg mee: no curl is installed, so the server isn't waited for" >&2
fi
exec "$browser" \\
${FLAGS.map((flag) => `  ${flag} \\`).join('\n')}
  --user-data-dir="\${XDG_STATE_HOME:-$HOME/.local/state}/beweeg-mee" \\
  "$address"
`;

/** The systemd unit, for the user who is logged in on the screen. */
const unit = (): string => `[Unit]
Description=Beweeg mee on the whole screen
After=graphical-session.target
PartOf=graphical-session.target
# Never gives up: nobody stands beside it.
StartLimitIntervalSec=0

[Service]
EnvironmentFile=-%h/.config/beweeg-mee.env
ExecStart=%h/.local/bin/beweeg-mee-start
Restart=always
RestartSec=3

[Install]
WantedBy=graphical-session.target
`;

/**
 * Makes the package.
 * @returns path of the folder
 */
export async function packageKiosk(): Promise<string> {
  about();
  const folder = join(OUT, 'kiosk');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = join(folder, 'beweeg-mee-start');
  writeFileSync(script, startScript());
  chmodSync(script, 0o755);
  writeFileSync(join(folder, 'beweeg-mee.service'), unit());
  return folder;
}
