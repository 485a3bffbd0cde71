/**
 * `npm run package -- webos
 * tizen
 * web
 * kiosk`: makes a package of the build.
 */
import { relative } from 'node:path';
import { ROOT } from './files';
import { packageKiosk } from './kiosk';
import { packageTizen } from './tizen';
import { packageWeb } from './web';
import { packageWebos } from './webos';

const KINDS: Readonly<Record<string, () => Promise<string>>> = {
  webos: packageWebos,
  tizen: packageTizen,
  web: packageWeb,
  kiosk: packageKiosk,
};

const [kind = '', ...others] = process.argv.slice(2);
const make = Object.keys(KINDS).includes(kind) && !others.length ? KINDS[kind] : undefined;
try {
  if (!make) throw new Error(`Say what to package: ${Object.keys(KINDS).join(', ')}`);
  console.log(`Made ${relative(ROOT, await make())}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
